from typing import Any, ClassVar

from django.http import HttpRequest

from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from cms import contents
from cms.blocks import ContentStreamBlock
from cms.fields import StreamField
from home.pagination import paginate
from search.models import FindablePage

BODY_HELP = "Das Wichtigste zuerst. Eine Überschrift über jedem Abschnitt, ein Gedanke je Absatz."

# Children on one page of a section; hardly any has more.
CHILDREN = 50


class BodyPage(FindablePage):
    """A page with a body of blocks and a list of its headings."""

    body = StreamField(ContentStreamBlock(required=False), verbose_name="Inhalt", blank=True, help_text=BODY_HELP)

    content_panels: ClassVar[list] = [*FindablePage.content_panels, FieldPanel("body")]
    search_fields: ClassVar[list] = [*FindablePage.search_fields, index.SearchField("body")]

    class Meta:
        abstract = True

    @property
    def search_text(self) -> str:
        return contents.plain_text(self.body)

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | {"contents": contents.headings(self.body)}


class ContentPage(BodyPage):
    """Text about one subject. Legal pages and entry pages are content pages, too."""

    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.SectionPage", "home.ContentPage"]
    subpage_types: ClassVar[list[str]] = ["home.ContentPage"]

    class Meta:
        verbose_name = "Inhaltsseite"
        verbose_name_plural = "Inhaltsseiten"


class SectionPage(BodyPage):
    """A page that leads to the pages below it, each with its summary."""

    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.SectionPage"]
    subpage_types: ClassVar[list[str]] = ["home.SectionPage", "home.ContentPage"]

    class Meta:
        verbose_name = "Bereich"
        verbose_name_plural = "Bereiche"

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        children = self.get_children().live().specific()
        page = paginate(children, request, CHILDREN, key=f"children-{self.pk}")
        return super().get_context(request, *args, **kwargs) | {"children": page}
