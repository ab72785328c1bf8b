"""The sitemap: an index and parts by number of the page, so that every part is one query over the primary key.

What stands below pages without being one (entries of directories) comes from the hook `addresses_below_pages`:
functions that take the first number and the one behind the last, and return (number of the page, address below it,
changed).

No part is ever built ahead or kept: at 100,000 pages one takes a few milliseconds, and what is public is right at once.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from xml.sax.saxutils import escape

from django.conf import settings
from django.db.models import Max, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.encoding import iri_to_uri
from django.views.decorators.http import require_safe

from wagtail import hooks
from wagtail.models import Page, Site

from cms import freshness, routing, site_address

# Page numbers per part; the protocol allows 50,000 addresses.
PART = 2_500
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Answer with the parts that have pages."""
    parts = _numbers(_prefixes(request))
    base = site_address.full(request, "/")
    return _document("sitemapindex", (_entry(f"{base}sitemap-{number}.xml", "", "sitemap") for number in parts))


@require_safe
def part(request: HttpRequest, number: int) -> HttpResponse:
    """Answer with the public pages whose number divided by PART is `number`."""
    prefixes = _prefixes(request)
    # Else every number would be one more address that can be kept.
    if number not in _numbers(prefixes):
        raise Http404
    rows = _numbered(prefixes, number).order_by("pk").values_list("pk", "url_path", "last_published_at")
    urls = _urls(rows.iterator(chunk_size=PART), _below(number), prefixes, site_address.full(request, "/"))
    return _document("urlset", urls)


def _prefixes(request: HttpRequest) -> dict[str, str]:
    """Return the public address of every language's home page by its tree address."""
    homes = routing.home_paths(Site.find_for_request(request))
    return {path: "" if code == settings.LANGUAGE_CODE else f"{code}/" for code, path in homes.items()}


def _numbered(prefixes: dict[str, str], number: int) -> QuerySet[Page]:
    below = Q(pk__in=[])
    for prefix in prefixes:
        below |= Q(url_path__startswith=prefix)
    # An alias shows another page's text: that one is listed.
    pages = Page.objects.live().filter(below, alias_of__isnull=True)
    return pages.filter(pk__gte=number * PART, pk__lt=(number + 1) * PART)


def _numbers(prefixes: dict[str, str]) -> list[int]:
    """Return the numbers of the parts that hold pages, worked out once per generation."""
    return freshness.remember("sitemap-parts", lambda: _parts(prefixes))


def _parts(prefixes: dict[str, str]) -> list[int]:
    # One small question per part and generation; grouping all pages would read the whole table.
    last = Page.objects.aggregate(last=Max("pk"))["last"] or 0
    return [number for number in range(last // PART + 1) if _numbered(prefixes, number).exists()]


def _below(number: int) -> dict[int, list[tuple[str, datetime]]]:
    """Return what stands below the pages of a part: addresses behind that of the page, with their last change."""
    found: dict[int, list[tuple[str, datetime]]] = defaultdict(list)
    for hook in hooks.get_hooks("addresses_below_pages"):
        for page_id, address, changed in hook(number * PART, (number + 1) * PART):
            found[page_id].append((address, changed))
    return found


def _urls(
    rows: Iterator[tuple], below: dict[int, list[tuple[str, datetime]]], prefixes: dict[str, str], base: str
) -> Iterator[str]:
    for page_id, url_path, published in rows:
        prefix = next(prefix for prefix in prefixes if url_path.startswith(prefix))
        page = f"{base}{prefixes[prefix]}{url_path[len(prefix) :]}"
        for address, changed in [("", published), *below.get(page_id, ())]:
            day = changed.isoformat(timespec="seconds") if changed else ""
            yield _entry(escape(iri_to_uri(f"{page}{address}")), day, "url")


def _entry(address: str, changed: str, element: str) -> str:
    last = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<{element}><loc>{address}</loc>{last}</{element}>"


def _document(element: str, entries: Iterator[str]) -> HttpResponse:
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{element} xmlns="{NAMESPACE}">'
    return HttpResponse("\n".join([head, *entries, f"</{element}>\n"]), content_type="application/xml; charset=utf-8")
