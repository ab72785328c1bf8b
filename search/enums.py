from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a page is to those who search; a page type names its own in `search_kind`."""

    SERVICE = "service", _("Leistung")
    OFFICE = "office", _("Dienststelle")
    TOPIC = "topic", _("Übersicht")
    DIRECTORY = "directory", _("Verzeichnis")
    PAGE = "page", _("Seite")
    EVENT = "event", _("Veranstaltung")
    NEWS = "news", _("Meldung")


class Group(models.TextChoices):
    """The parts of the results, in this order. What is no service that fits well stands in one of the other two."""

    SERVICES = "services", _("Leistungen")
    PAGES = "pages", _("Weitere Seiten")
    NEWS = "news", _("Aktuelles und Veranstaltungen")
