"""Full addresses of our own pages, as canonical links, feeds, calendars and the sitemap name them."""

from django.conf import settings
from django.http import HttpRequest

from wagtail.models import Site


def full(request: HttpRequest, path: str) -> str:
    """Return `path` with scheme and host in front; an address that has them stays as it is.

    They come from the site's record (Einstellungen → Websites), so that a page called under another name that we
    answer to is still known by its one address. A demonstration has none of its own: it takes the name of the request.
    """
    site = None if settings.DEMO or "://" in path else Site.find_for_request(request)
    return f"{site.root_url}{path}" if site else request.build_absolute_uri(path)
