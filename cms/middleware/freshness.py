"""Validate, never purge: docs/decisions/0005."""

import re
import time
from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from wagtail.models import Site

from cms import burst, clock, freshness, generation
from cms.middleware.audience import ADMIN_PATH, is_editor
from cms.surge import Surge

PUBLIC_CACHE = "public, max-age=0, s-maxage=1, stale-while-revalidate={}, stale-if-error=86400"
# Seconds in which others get the kept page while one request asks for news. In a surge asking takes longer than one
# second; if then everybody asked, nobody would get an answer. So it is longer than nginx waits for one.
CALM, SURGE = 1, 60
# Not ours to judge: the administration never caches, files are named after what is in them.
LEFT_ALONE = (ADMIN_PATH, "/static/", "/media/")
# Seconds since 1970 with milliseconds, as nginx notes the arrival of a request.
ARRIVED = re.compile(r"[0-9]{1,11}\.[0-9]{3}")
CACHEABLE = {200, 301, 302, 303, 307, 308, 404, 410}


class FreshnessMiddleware:
    """Reads the generation once, answers 304 without rendering, and marks what may be cached."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.surge = Surge()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(LEFT_ALONE):
            return self.get_response(request)
        state = freshness.begin(generation.current())
        try:
            # Where Wagtail keeps the site of a request: with it, nothing looks for it again.
            request._wagtail_site = freshness.remember("site", _default_site)  # type: ignore[attr-defined]
            if request.method not in {"GET", "HEAD"} or is_editor(request):
                return _private(self.get_response(request))
            arrived = _arrived(request)
            is_surge = arrived is not None and self.surge.is_on(arrived, time.time())
            response = _not_modified(request, state) or self._rendered(request, state, arrived)
            return _keep_briefly(response, SURGE if is_surge else CALM)
        finally:
            freshness.end()

    def _rendered(self, request: HttpRequest, state: freshness.Freshness, arrived: float | None) -> HttpResponse:
        def render() -> HttpResponse:
            return _public(self.get_response(request), state)

        if arrived is None:
            return render()
        key = (state.generation, request.method, request.scheme, request.META.get("HTTP_HOST"), request.get_full_path())
        return burst.share(key, arrived, render)


def _arrived(request: HttpRequest) -> float | None:
    """Return when nginx passed the request on; None for one that did not come through nginx."""
    value = request.headers.get("X-Request-Start", "")
    return float(value) if ARRIVED.fullmatch(value) else None


def _default_site() -> Site | None:
    return Site.objects.select_related("root_page__locale").filter(is_default_site=True).first()


def _not_modified(request: HttpRequest, state: freshness.Freshness) -> HttpResponse | None:
    """Answer 304 if the client holds a page of this build and generation whose time has not come."""
    for tag in request.headers.get("If-None-Match", "").split(","):
        until = _valid_until(tag.strip(), state.generation)
        if until is not None and (until == 0 or clock.now() < datetime.fromtimestamp(until, UTC)):
            response = HttpResponse(status=304, headers={"ETag": tag.strip()})
            del response["Content-Type"]
            return response
    return None


def _valid_until(tag: str, number: int) -> int | None:
    """Return the seconds an ETag of this build and generation is valid until (0 = for ever), None for any other tag."""
    match = re.fullmatch(rf'W/"{re.escape(settings.BUILD)}-{number}-([0-9]{{1,11}})"', tag)
    return int(match[1]) if match else None


def _public(response: HttpResponse, state: freshness.Freshness) -> HttpResponse:
    if response.status_code not in CACHEABLE or response.cookies:
        return _private(response)
    _drop_vary(response)
    if response.status_code == 200 and "Cache-Control" not in response:
        response.setdefault("ETag", state.etag(settings.BUILD))
    return response


def _keep_briefly(response: HttpResponse, stale: int) -> HttpResponse:
    if "Cache-Control" in response:
        return response
    response["Cache-Control"] = PUBLIC_CACHE.format(stale)
    # For nginx only, which counts in whole seconds: `s-maxage=1` would keep a page for nearly two, this until the
    # present second is over.
    response["X-Accel-Expires"] = f"@{int(clock.now().timestamp())}"
    return response


def _private(response: HttpResponse) -> HttpResponse:
    response.setdefault("Cache-Control", "private, no-store")
    return response


def _drop_vary(response: HttpResponse) -> None:
    """The address alone says the language, and nobody is known: a public page varies by encoding at most."""
    names = [name.strip() for name in response.get("Vary", "").split(",")]
    kept = [name for name in names if name and name.lower() not in {"accept-language", "cookie"}]
    if kept:
        response["Vary"] = ", ".join(kept)
    elif "Vary" in response:
        del response["Vary"]
