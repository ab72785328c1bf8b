"""Finds the page of an address in one look-up.

Wagtail walks the tree, one statement per step; here the address and everything above it are read at once, so the
breadcrumb costs nothing. Routable parts (`/leistungen/a-z/`) are left to the page that has them.
"""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.utils.translation import get_language, get_language_from_path, override

from wagtail.models import Page, Site

from cms import freshness, live_facts

# Deeper addresses do not exist; a long one must not become a long statement.
MAX_DEPTH = 12


@dataclass
class Route:
    """`page` answers the request with `args` and `kwargs`; `trail` are the pages from the home page down to it.

    `is_part`: the address names a part of the page, such as `/leistungen/a-z/`.
    """

    page: Page
    args: tuple
    kwargs: dict[str, Any]
    trail: list[Page]
    is_part: bool


def find(request: HttpRequest, path: str) -> Route:
    """Return the live page for `path` (no leading slash); raises Http404."""
    components = [component for component in path.split("/") if component]
    root = home_paths(Site.find_for_request(request)).get(get_language() or "")
    if root is None or len(components) > MAX_DEPTH or "\0" in path:
        raise Http404
    addresses = [root + "".join(f"{part}/" for part in components[:depth]) for depth in range(len(components) + 1)]
    trail = list(Page.objects.filter(url_path__in=addresses).order_by("depth"))
    if not trail:
        raise Http404
    page = trail[-1].specific
    rest = components[len(trail) - 1 :]
    target, args, kwargs = page.route(request, rest)
    # Wagtail's own welcome page of a fresh database is no page of ours.
    live_facts.fetch([target])
    return Route(target, args, kwargs, trail, bool(rest))


def live_page(request: HttpRequest, address: str) -> Page | None:
    """Return the live page of an address of ours such as `/en/town-hall/`; None for any other text."""
    language = get_language_from_path(address) or settings.LANGUAGE_CODE
    start = "/" if language == settings.LANGUAGE_CODE else f"/{language}/"
    if not address.startswith(start):
        return None
    try:
        with override(language):
            return find(request, address.removeprefix(start)).page
    except Http404:
        return None


def home_paths(site: Site | None) -> dict[str, str]:
    """Return the tree address of the home page per language code; none while there is no site."""
    return freshness.remember("home-paths", lambda: _home_paths(site.root_page)) if site else {}


def _home_paths(home: Page) -> dict[str, str]:
    pages = home.get_translations(inclusive=True).live().select_related("locale")
    return {page.locale.language_code: page.url_path for page in pages}
