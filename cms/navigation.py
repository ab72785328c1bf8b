"""Menu, footer, breadcrumb, languages: built once per generation, then without a statement."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from wagtail import hooks
from wagtail.models import Page

from cms import freshness
from cms.blocks.links import LinkValue
from cms.models import SiteSettings


@dataclass(frozen=True)
class Link:
    """A link of menu, breadcrumb or footer. `path` is the treebeard path of its page, "" for other addresses."""

    title: str
    url: str
    path: str = ""


@dataclass(frozen=True)
class Column:
    title: str
    links: list[Link] = field(default_factory=list)


@dataclass(frozen=True)
class Navigation:
    """`home_url`, `menu` as (link, is the page in here?), `tasks` of the header, `footer` columns.

    `places` are the addresses of pages that templates lead to by name, see `places`.
    """

    home_url: str
    menu: list[tuple[Link, bool]]
    tasks: list[Link]
    footer: list[Column]
    places: dict[str, str]


def navigation(request: HttpRequest, home_path: str, page: Page | None) -> Navigation:
    home_url, links = freshness.remember(f"menu:{home_path}", lambda: _menu(request, home_path))
    here = page.path if page else None
    menu = [(link, bool(here and here.startswith(link.path))) for link in links]
    tasks, footer = freshness.remember(f"fixed-links:{get_language()}", _fixed_links)
    return Navigation(home_url, menu, tasks, footer, places())


def places() -> dict[str, str]:
    """Return what the hook `places` knows: the address by name, in the present language, "" without such a page."""
    return freshness.remember(f"places:{get_language()}", _places)


def breadcrumb(request: HttpRequest) -> list[Link]:
    """Return the pages above the present one, home first; a part of a page has the page itself above it."""
    trail = getattr(request, "trail", [])
    above = trail if getattr(request, "is_part", False) else trail[:-1]
    return [Link(page.title, page.get_url(request) or "", page.path) for page in above if page.live]


def site_settings() -> SiteSettings:
    return freshness.remember(
        "site-settings", lambda: SiteSettings.objects.select_related("social_image").first() or SiteSettings()
    )


def _menu(request: HttpRequest, home_path: str) -> tuple[str, list[Link]]:
    home = Page.objects.filter(url_path=home_path).first()
    if home is None:
        return "/", []
    children = home.get_children().live().in_menu()
    return home.get_url(request), [Link(page.title, page.get_url(request), page.path) for page in children]


def _places() -> dict[str, str]:
    return {name: address for hook in hooks.get_hooks("places") for name, address in hook().items()}


def _fixed_links() -> tuple[list[Link], list[Column]]:
    stored = site_settings()
    footer = [Column(column.value["title"], _live(column.value["links"])) for column in stored.footer_columns]
    return _live(item.value for item in stored.header_links), footer


def _live(values: Iterable[LinkValue]) -> list[Link]:
    """Return the links that lead somewhere: a page that is not live has no address."""
    return [
        Link(value["label"], value.href, value.target.path if value.target else "") for value in values if value.href
    ]


def translations(page: Page) -> list[dict[str, str]]:
    """Return the real translations of a page: language code, own name, address, direction."""
    return freshness.remember(f"translations:{page.pk}", lambda: _translations(page))


def _translations(page: Page) -> list[dict[str, str]]:
    names = dict(settings.WAGTAIL_CONTENT_LANGUAGES)
    others = page.get_translations().live().filter(alias_of__isnull=True).select_related("locale")
    return [
        {
            "lang": other.locale.language_code,
            "name": names.get(other.locale.language_code, other.locale.language_code),
            "url": other.get_url() or "",
            "dir": "rtl" if other.locale.language_code == "ar" else "ltr",
        }
        for other in others
    ]
