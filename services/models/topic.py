from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest

from wagtail.admin.panels import FieldPanel

from cms import live_facts
from cms.localized import in_language
from search.models import FindablePage
from services import a_to_z, journeys
from services.enums import TopicKind
from services.models.links import ServiceTopic


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
            "services": sorted((link.service for link in links), key=lambda service: a_to_z.sort_key(service.title)),
            "journeys": journeys.below(self) if self.pk else [],
        }

    def _service_links(self) -> list[Any]:
        """Return what the German pages say, each with its service in the language of this page."""
        german = live_facts.source_locale_id()
        links = ServiceTopic.objects.filter(
            topic__translation_key=self.translation_key,
            topic__locale_id=german,
            service__live=True,
            service__locale_id=german,
        )
        found = list(links.select_related("service").order_by("service__title"))
        shown = in_language([link.service for link in found], self.locale_id)
        by_key = {service.translation_key: service for service in shown}
        for link in found:
            link.service = by_key.get(link.service.translation_key, link.service)
        return found


def _top(links: list[Any]) -> list[Any]:
    return sorted((link for link in links if link.top_position is not None), key=lambda link: link.top_position)
