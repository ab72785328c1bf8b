from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest

from wagtail.admin.panels import FieldPanel

from search.models import FindablePage
from services import journeys
from services.enums import TopicKind


class TopicPage(FindablePage):
    """A topic of the town hall or a situation of life: what belongs together from the citizens' point of view."""

    kind = models.CharField(
        "Art",
        max_length=16,
        choices=TopicKind.choices,
        default=TopicKind.TOPIC,
        help_text="Themen folgen der Verwaltung, Lebenslagen dem Leben.",
    )
    icon = models.CharField(
        "Symbol",
        max_length=40,
        blank=True,
        help_text="Name einer Zeichnung aus dem Stilbuch, zum Beispiel „house“. Leer: keine.",
    )

    parent_page_types: ClassVar[list[str]] = ["services.TopicIndexPage"]
    subpage_types: ClassVar[list[str]] = ["services.JourneyPage"]
    search_kind = "topic"

    content_panels: ClassVar[list] = [*FindablePage.content_panels, FieldPanel("kind"), FieldPanel("icon")]

    class Meta:
        verbose_name = "Thema oder Lebenslage"
        verbose_name_plural = "Themen und Lebenslagen"

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        # The preview of a new topic has no row yet that services could point to.
        links = self._service_links() if self.pk else []
        return super().get_context(request, *args, **kwargs) | {
            "top_services": [link.service for link in _top(links)],
            "services": [link.service for link in links],
            "journeys": journeys.below(self) if self.pk else [],
        }

    def _service_links(self) -> list[Any]:
        return list(self.service_links.filter(service__live=True).select_related("service").order_by("service__title"))


def _top(links: list[Any]) -> list[Any]:
    return sorted((link for link in links if link.top_position is not None), key=lambda link: link.top_position)
