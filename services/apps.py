from django.apps import AppConfig


class ServicesConfig(AppConfig):
    name = "services"
    verbose_name = "Leistungen"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # Allowed here: models exist only once Django is ready.
        from services import signal_handlers  # noqa: PLC0415

        signal_handlers.connect()
