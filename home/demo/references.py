"""What the YAML calls by name: pages by address, pictures by key, services by number, offices by title."""

import re
from dataclasses import dataclass, field
from typing import Any

from django.http import Http404

from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page

from cms.models import CityImage, Department
from home.demo.source import Row
from services.models import OfficePage, ServicePage, TopicPage

INTERNAL_LINK = re.compile(r'<a href="(?P<path>/[^"]*)">')
# Answered by a view, not by a page.
VIEWS = ("/suche/", "/media/", "/static/")


@dataclass
class References:
    """Looks up pages below `home` by their public address ("/themen/umwelt/")."""

    home: Page
    images: dict[str, CityImage] = field(default_factory=dict)

    def page(self, path: str) -> Page | None:
        return Page.objects.filter(url_path=self.home.url_path + str(path).lstrip("/")).first()

    def need_page(self, row: Row, key: str, path: str) -> Page:
        return _found(self.page(path), row, key, f"die Seite „{path}“")

    def need_target(self, row: Row, key: str, path: str) -> Page | None:
        """Return the page at an address of ours, None where a view or a part of a routable page answers it."""
        page = self.page(path)
        if page is None and not (path.startswith(VIEWS) or self._is_part(path)):
            raise row.error(key, f"die Seite „{path}“ gibt es nicht")
        return page

    def need_image(self, row: Row, key: str, name: str) -> CityImage:
        return _found(self.images.get(name), row, key, f"das Bild „{name}“")

    def need_service(self, row: Row, key: str, number: int) -> ServicePage:
        return _found(ServicePage.objects.filter(source_number=number).first(), row, key, f"die Leistung Nr. {number}")

    def need_office(self, row: Row, key: str, title: str) -> OfficePage:
        found = OfficePage.objects.filter(title=title).first()
        return _found(found, row, key, f"die Stelle „{title}“ (bis hierher)")

    def need_topic(self, row: Row, key: str, slug: str) -> TopicPage:
        return _found(TopicPage.objects.filter(slug=slug).first(), row, key, f"das Thema „{slug}“")

    def need_department(self, row: Row, key: str, slug: str) -> Department:
        return _found(Department.objects.filter(slug=slug).first(), row, key, f"das Amt „{slug}“")

    def rich_text(self, row: Row, key: str, html: str) -> str:
        """Return the text with links to pages of ours as Wagtail keeps them; other addresses of ours stay."""

        def link(match: re.Match) -> str:
            page = self.need_target(row, key, match["path"])
            return f'<a linktype="page" id="{page.pk}">' if page else match[0]

        return INTERNAL_LINK.sub(link, html)

    def _is_part(self, path: str) -> bool:
        """Whether a routable page above answers this address, as `/leistungen/` answers `/leistungen/a-z/`."""
        above, _slash, part = path.strip("/").rpartition("/")
        page = self.page(f"{above}/") if above else None
        owner = page.specific if page else None
        if not isinstance(owner, RoutablePageMixin):
            return False
        try:
            return bool(owner.resolve_subpage(f"/{part}/"))
        except Http404:
            return False


def _found(item: Any, row: Row, key: str, name: str) -> Any:
    if item is None:
        raise row.error(key, f"{name} gibt es nicht")
    return item
