from typing import ClassVar

from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from cms.models import BasePage
from search.forms import FindablePageForm


class FindablePage(BasePage):
    """A page with citizens' words, found by the search of the site. All page types of the house are one."""

    base_form_class = FindablePageForm
    promote_panels: ClassVar[list] = [FieldPanel("citizen_words"), *BasePage.promote_panels]
    search_fields: ClassVar[list] = [*BasePage.search_fields, index.SearchField("summary")]

    # What the site's own search knows of a page type (read by search.index, never by importing the type):
    # the order of groups in the results, and the template of one hit.
    search_kind: ClassVar[str] = "page"
    search_template: ClassVar[str] = "search/hits/page.html"

    class Meta:
        abstract = True

    @property
    def search_text(self) -> str:
        """The words of the page below title and summary, as plain text."""
        return ""
