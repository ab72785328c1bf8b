from django.apps import AppConfig


class CmsConfig(AppConfig):
    name = "cms"
    verbose_name = "Website"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # Allowed here: models exist only once Django is ready.
        from cms import signal_handlers, typed_moments  # noqa: PLC0415

        signal_handlers.connect()
        typed_moments.register()
