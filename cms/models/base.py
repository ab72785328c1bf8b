from http import HTTPMethod
from typing import Any

from django.http import HttpRequest
from django.utils.functional import classproperty

from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, Panel, TabbedInterface, TitleFieldPanel
from wagtail.models import Page

from cms.models.mixins import OwnershipMixin, SummaryMixin

TITLE_HELP = "In den Worten der Menschen, die die Seite suchen: „Personalausweis beantragen“."

SLUG_HELP = (
    "Letzter Teil der Adresse, aus dem Titel gebildet. Ändert sich nach dem Veröffentlichen besser nicht mehr: "
    "Die alte Adresse steht in Lesezeichen und auf Papier."
)
MENU_HELP = "Wirkt nur bei Seiten direkt unter der Startseite: Sie stehen dann im Hauptmenü jeder Seite."


def head_panels(title_help: str = TITLE_HELP, summary_help: str = "") -> list[Panel]:
    """Return what every page begins with; page types that are no task explain title and summary in their own words."""
    return [TitleFieldPanel("title", help_text=title_help), FieldPanel("summary", help_text=summary_help)]


class BasePage(SummaryMixin, OwnershipMixin, Page):
    """What all pages share: a title in citizens' words, a summary, somebody who answers for it.

    Decision 0001: abstract, not Wagtail's experimental swappable page model.
    """

    content_panels = head_panels()
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug", help_text=SLUG_HELP), FieldPanel("show_in_menus", help_text=MENU_HELP)],
            "Adresse und Menü",
        ),
        *SummaryMixin.social_panels,
        MultiFieldPanel(
            [FieldPanel("seo_title"), FieldPanel("search_description")],
            "Abweichende Texte für Suchmaschinen",
            classname="collapsed",
            help_text="Nur ausfüllen, wenn Titel und Kurztext in Suchmaschinen nicht passen.",
        ),
    ]
    settings_panels = [*OwnershipMixin.ownership_panels, *Page.settings_panels]

    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD]
    # Restricted pages would need a cookie and could not be cached: nothing here is secret.
    private_page_options: list[str] = []
    # Rows that the template reads; the router fetches all of them in one statement (cms.rows).
    row_relations: tuple[str, ...] = ()
    # Fields that are the same in every language; a translation shows those of the German page (cms.live_facts).
    fact_fields: tuple[str, ...] = ()
    open_graph_type = "website"

    class Meta:
        abstract = True

    @classproperty
    def edit_handler(cls) -> TabbedInterface:  # noqa: N805
        """Three tabs with names that say what is in them; page types only fill the lists of panels."""
        tabs = [
            ObjectList(cls.content_panels, heading="Inhalt"),
            ObjectList(cls.promote_panels, heading="Auffindbarkeit"),
            ObjectList(cls.settings_panels, heading="Verwaltung"),
        ]
        return TabbedInterface(tabs, base_form_class=cls.base_form_class)

    @property
    def description(self) -> str:
        """The sentence for search engines and social networks; never empty."""
        return self.search_description or self.summary or self.title

    def structured_data(self, request: HttpRequest, context: Any) -> list[dict[str, Any]]:
        """Return what the page is in terms of schema.org; `context` is the template's, so nothing is read twice."""
        return []
