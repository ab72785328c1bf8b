from typing import ClassVar

from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from cms.models import BasePage
from search.enums import Kind
from search.forms import FindablePageForm


class FindablePage(BasePage):
    """A page with citizens' words, found by the search of the site. All page types of the house are one."""

    base_form_class = FindablePageForm
    promote_panels: ClassVar[list] = [FieldPanel("citizen_words"), *BasePage.promote_panels]
    search_fields: ClassVar[list] = [*BasePage.search_fields, index.SearchField("summary")]

    # What the search knows of a page type (it never imports one): what it is to those who search, see search.enums.
    search_kind: ClassVar[str] = Kind.PAGE
    # Words of a page that is being created: they become rows as soon as it has one.
    unsaved_citizen_words: tuple[str, ...] | None = None

    class Meta:
        abstract = True

    @property
    def search_text(self) -> str:
        """The words of the page below title and summary, as plain text."""
        return ""

    @classmethod
    def hit_facts(cls, page_ids: list[int]) -> dict[int, list[str]]:
        """Return short facts for the hits on these pages of the type, by page; two statements at most, not for each."""
        return {}
