"""robots.txt: what search engines may read."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from cms import loopback, site_address

# The contact form, once for every page that leads there.
FORMS = "/*?zu="


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Answer with the rules; a demonstration is open on this machine only, the editors' host not at all."""
    is_closed = settings.PROCESS == "editor" or (settings.DEMO and not loopback.is_asked_by_name(request))
    closed = ["/"] if is_closed else ["/admin/", FORMS, *_searches()]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed)]
    if not is_closed:
        lines += ["", f"Sitemap: {site_address.full(request, '/sitemap.xml')}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _searches() -> list[str]:
    """Return the address of the search in every language."""
    found = []
    for code, _name in settings.LANGUAGES:
        with override(code):
            found.append(reverse("search"))
    return found
