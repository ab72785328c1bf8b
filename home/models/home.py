from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest

from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.models import Orderable

from cms.structured_data import city
from home import teasers
from home.models.content import BodyPage
from search.models import FindablePage
from services import disruptions
from services.enums import TopicKind
from services.models import TopicPage


class HomePage(BodyPage):
    """The counter: one question, one search field, then what the city offers."""

    question = models.CharField(
        "Frage über dem Suchfeld", max_length=80, default="Was möchten Sie erledigen?", help_text="Kurz."
    )

    intro = models.TextField(
        "Satz unter der Frage", max_length=300, blank=True, help_text="Sagt mit einem Beispiel, was man eintippen kann."
    )

    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    content_panels: ClassVar[list] = [
        *FindablePage.content_panels,
        FieldPanel("question"),
        FieldPanel("intro"),
        InlinePanel(
            "frequent_services",
            heading="Oft gesucht",
            label="Leistung",
            max_num=8,
        ),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = "Startseite"

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        topics = list(TopicPage.objects.live().filter(locale_id=self.locale_id).order_by("path"))
        links = self.frequent_services.filter(service__live=True).select_related("service")
        return super().get_context(request, *args, **kwargs) | {
            "frequent": [link.service for link in links],
            "topics": [topic for topic in topics if topic.kind == TopicKind.TOPIC],
            "life_situations": [topic for topic in topics if topic.kind == TopicKind.LIFE_SITUATION],
            "disruptions": disruptions.major(),
            "news": teasers.latest_news(self),
            "events": teasers.next_events(self),
            "sections": teasers.sections(self),
        }

    def structured_data(self, request: HttpRequest, context: Any) -> list[dict[str, Any]]:
        return [city(request, context["site_settings"])]


class FrequentService(Orderable):
    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="frequent_services")
    service = models.ForeignKey(
        "services.ServicePage",
        verbose_name="Leistung",
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Gezeigt wird ihr Titel.",
    )

    panels = [PageChooserPanel("service")]

    def __str__(self) -> str:
        return str(self.service)
