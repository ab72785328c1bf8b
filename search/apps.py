from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = "Suche"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # Allowed here: models exist only once Django is ready.
        from search import signal_handlers  # noqa: PLC0415

        signal_handlers.connect()
