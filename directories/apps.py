from django.apps import AppConfig


class DirectoriesConfig(AppConfig):
    name = "directories"
    verbose_name = "Verzeichnisse"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # Allowed here: models exist only once Django is ready.
        from directories import signal_handlers  # noqa: PLC0415

        signal_handlers.connect()
