"""What the YAML calls by name: pages by address, pictures by key, services by number."""

import re
from dataclasses import dataclass, field

from wagtail.models import Page

from cms.models import CityImage
from home.demo.source import Row
from services.models import ServicePage

INTERNAL_LINK = re.compile(r'<a href="(?P<path>/[^"#?]*)">')


@dataclass
class References:
    """Looks up pages below `home` by their public address ("/themen/umwelt/")."""

    home: Page
    images: dict[str, CityImage] = field(default_factory=dict)

    def page(self, path: str) -> Page | None:
        return Page.objects.filter(url_path=self.home.url_path + path.lstrip("/")).first()

    def need_page(self, row: Row, key: str, path: str) -> Page:
        page = self.page(path)
        if page is None:
            raise row.error(key, f"die Seite „{path}“ gibt es nicht")
        return page

    def need_image(self, row: Row, key: str, name: str) -> CityImage:
        if name not in self.images:
            raise row.error(key, f"das Bild „{name}“ gibt es nicht")
        return self.images[name]

    def need_service(self, row: Row, key: str, number: int) -> ServicePage:
        service = ServicePage.objects.filter(source_number=number).first()
        if service is None:
            raise row.error(key, f"die Leistung Nummer {number} gibt es nicht")
        return service

    def rich_text(self, html: str) -> str:
        """Return the text with links to pages of ours as Wagtail keeps them; routable parts stay addresses."""

        def link(match: re.Match) -> str:
            page = self.page(match["path"])
            return f'<a linktype="page" id="{page.pk}">' if page else match[0]

        return INTERNAL_LINK.sub(link, html)
