from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest

from wagtail.admin.panels import FieldPanel, FieldRowPanel

from cms.models.base import head_panels
from cms.structured_data import city
from home import structured_data
from home.forms import NewsForm
from home.models.content import BodyPage
from home.pagination import paginate
from search.models import FindablePage

TITLE_HELP = "Sagt, was neu ist: „Personalausweis: neue Gebühren ab Februar“."
SUMMARY_HELP = "Ein bis zwei Sätze: Was hat sich geändert, für wen, ab wann? Steht über dem Text und in Trefferlisten."


class NewsIndexPage(FindablePage):
    """`/aktuelles/`: news, newest first."""

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["home.NewsPage"]

    class Meta:
        verbose_name = "Aktuelles: Übersicht"

    def news(self) -> models.QuerySet["NewsPage"]:
        return NewsPage.objects.live().child_of(self).select_related("social_image").order_by("-date", "-pk")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | {
            "news": paginate(self.news(), request, key=f"news-{self.pk}"),
            "feed_url": f"{self.get_url(request)}feed.atom",
        }


class NewsPage(BodyPage):
    base_form_class = NewsForm

    class Kind(models.TextChoices):
        NEWS = "news", "Meldung"
        PRESS = "press", "Pressemitteilung"

    date = models.DateField("Datum", help_text="Tag der Meldung. Danach richtet sich die Reihenfolge.")
    kind = models.CharField(
        "Art",
        max_length=10,
        choices=Kind.choices,
        default=Kind.NEWS,
        help_text="Eine Pressemitteilung richtet sich an Redaktionen.",
    )

    parent_page_types: ClassVar[list[str]] = ["home.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    search_kind = "news"
    open_graph_type = "article"
    content_panels: ClassVar[list] = [
        *head_panels(TITLE_HELP, SUMMARY_HELP),
        FieldRowPanel([FieldPanel("date"), FieldPanel("kind")]),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = "Meldung"
        verbose_name_plural = "Meldungen"
        # The order of every list of news.
        indexes = [models.Index(fields=["-date", "-page_ptr"], name="home_news_newest")]

    def structured_data(self, request: HttpRequest, context: Any) -> list[dict[str, Any]]:
        return [structured_data.news_article(request, self, city(request, context["site_settings"]))]
