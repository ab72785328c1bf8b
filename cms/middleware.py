"""Headers of everything Django answers. Order matters, see MIDDLEWARE in the settings."""

from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils.cache import patch_vary_headers

from wagtail.models import Site

from cms import clock, freshness, generation

PUBLIC_CACHE = "public, max-age=0, s-maxage=1, stale-while-revalidate=1, stale-if-error=86400"
EDITOR_PATHS = ("/admin/", "/documents/", "/static/", "/media/")


def is_public(request: HttpRequest) -> bool:
    """Whether this request is answered the same for everyone."""
    return not request.path_info.startswith(EDITOR_PATHS) and settings.SESSION_COOKIE_NAME not in request.COOKIES


class FreshnessMiddleware:
    """Reads the generation once, answers 304 without rendering, and marks what may be cached."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(EDITOR_PATHS):
            return self.get_response(request)
        state = freshness.begin(generation.current())
        try:
            request._wagtail_site = freshness.remember("site", _default_site)
            if is_public(request) and request.method in {"GET", "HEAD"}:
                return self._not_modified(request, state) or self._fresh(self.get_response(request), state)
            return self._private(self.get_response(request))
        finally:
            freshness.end()

    def _not_modified(self, request: HttpRequest, state: freshness.Freshness) -> HttpResponse | None:
        for tag in request.headers.get("If-None-Match", "").split(","):
            until = _valid_until(tag.strip(), state.generation)
            if until is not None and (until == 0 or clock.now() < datetime.fromtimestamp(until, UTC)):
                response = HttpResponse(status=304, headers={"ETag": tag.strip(), "Cache-Control": PUBLIC_CACHE})
                del response["Content-Type"]
                return response
        return None

    def _fresh(self, response: HttpResponse, state: freshness.Freshness) -> HttpResponse:
        _drop_language_vary(response)
        if "Cache-Control" in response or response.cookies or response.status_code >= 500:
            return response
        response["Cache-Control"] = PUBLIC_CACHE
        if response.status_code == 200 and not response.streaming:
            response["ETag"] = state.etag(settings.BUILD)
        return response

    def _private(self, response: HttpResponse) -> HttpResponse:
        response.setdefault("Cache-Control", "private, no-store")
        patch_vary_headers(response, ["Cookie"])
        return response


def _valid_until(tag: str, number: int) -> int | None:
    """Return the seconds an ETag of this build and generation is valid until (0 = for ever), None for any other tag."""
    prefix = f'W/"{settings.BUILD}-{number}-'
    rest = tag.removeprefix(prefix).removesuffix('"')
    return int(rest) if tag.startswith(prefix) and rest.isascii() and rest.isdigit() and len(rest) < 12 else None


def _default_site() -> Site:
    return Site.objects.select_related("root_page__locale").get(is_default_site=True)


def _drop_language_vary(response: HttpResponse) -> None:
    # The language is part of the address; Django's LocaleMiddleware says otherwise for every unprefixed page.
    names = [
        name for name in response.get("Vary", "").split(", ") if name and name not in {"Accept-Language", "Cookie"}
    ]
    if names:
        response["Vary"] = ", ".join(names)
    elif "Vary" in response:
        del response["Vary"]


class HeadersMiddleware:
    """The administration's own content policy, and the headers no library sets."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if request.path_info.startswith("/admin/"):
            response._csp_config = settings.ADMIN_CONTENT_SECURITY_POLICY["DIRECTIVES"]
        elif settings.DEMO and request.get_host().split(":")[0] not in {"127.0.0.1", "localhost"}:
            response["X-Robots-Tag"] = "noindex"
        return response


class PublicMethodsMiddleware:
    """Pages answer GET and HEAD; only what declares `public_post` takes a POST."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in {"GET", "HEAD", "POST", "OPTIONS"} and not request.path_info.startswith(EDITOR_PATHS):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        return self.get_response(request)
