"""Links in running text."""

from django.utils.html import format_html
from django.utils.translation import get_language

from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from cms import freshness, targets


class LivePageLinkHandler(PageLinkHandler):
    """Leads to live pages in the reader's language; one statement per text, none once the addresses are known.

    Wagtail's handler asks once per link, and links to pages that are not live.
    """

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        language = get_language()
        known = freshness.remember(f"link-addresses:{language}", dict)
        wanted = {str(attrs.get("id")) for attrs in attrs_list}
        missing = [number for number in wanted - known.keys() if number.isdecimal()]
        for page in Page.objects.filter(pk__in=missing) if missing else ():
            known[str(page.pk)] = targets.href(page)
        return [cls._tag(known.get(str(attrs.get("id")), "")) for attrs in attrs_list]

    @staticmethod
    def _tag(address: str) -> str:
        return format_html('<a href="{}">', address) if address else "<a>"
