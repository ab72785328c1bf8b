from typing import ClassVar

from django.db import models

from wagtail.admin.panels import FieldPanel

from search.models import FindablePage
from services.enums import ListKind


class ServiceListPage(FindablePage):
    """`/termin/`, `/online-dienste/`, `/formulare/`, `/stoerungen/`, `/zustaendigkeit/`: one fact over all services."""

    kind = models.CharField(
        "Zeigt",
        max_length=16,
        choices=ListKind.choices,
        help_text="Welche Angaben aller Leistungen die Seite zusammenstellt.",
    )

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    search_kind = "topic"

    content_panels: ClassVar[list] = [*FindablePage.content_panels, FieldPanel("kind")]

    class Meta:
        verbose_name = "Liste aus den Leistungen"
        verbose_name_plural = "Listen aus den Leistungen"
