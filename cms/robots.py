"""robots.txt: what search engines may read."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

LOOPBACK = {"127.0.0.1", "localhost"}


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Answer with the rules; a demonstration is open on this machine only, the editors' host not at all."""
    is_closed = settings.PROCESS == "editor" or (settings.DEMO and request.get_host().split(":")[0] not in LOOPBACK)
    rules = ["Disallow: /"] if is_closed else ["Disallow: /admin/", "Disallow: /suche/"]
    lines = ["User-agent: *", *rules]
    if not is_closed:
        lines += ["", f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
