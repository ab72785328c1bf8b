from http import HTTPMethod
from typing import Any

from django.http import HttpRequest

from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

from cms.models.mixins import OwnershipMixin, SummaryMixin


class BasePage(SummaryMixin, OwnershipMixin, Page):
    """What all pages share: a title in citizens' words, a summary, somebody who answers for it.

    Decision 0001: abstract, not Wagtail's experimental swappable page model.
    """

    content_panels = [*Page.content_panels, *SummaryMixin.summary_panels]
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("show_in_menus"),
            ],
            "Adresse und Suchmaschinen",
        ),
        *SummaryMixin.social_panels,
    ]
    settings_panels = [*OwnershipMixin.ownership_panels, *Page.settings_panels]

    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD]
    # Restricted pages would need a cookie and could not be cached: nothing here is secret.
    private_page_options: list[str] = []
    # Rows that the template reads; the router fetches all of them in one statement (cms.rows).
    row_relations: tuple[str, ...] = ()
    open_graph_type = "website"

    class Meta:
        abstract = True

    @property
    def description(self) -> str:
        """The sentence for search engines and social networks."""
        return self.search_description or self.summary

    def structured_data(self, request: HttpRequest, context: Any) -> list[dict[str, Any]]:
        """Return what the page is in terms of schema.org; `context` is the template's, so nothing is read twice."""
        return []
