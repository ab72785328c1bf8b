"""Takes out of a request what no view shall see."""

import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest

from cms.middleware.audience import is_admin

# The first part of an address, behind the language where there is one; the same expression as in deploy/nginx.conf.
LANGUAGE = "|".join(code for code, _name in settings.LANGUAGES)
SECTION = re.compile(rf"^/(?:(?:{LANGUAGE})/)?(?P<section>[a-z-]+)/")


class CleanRequestMiddleware:
    """Drops unknown query names, so that they can neither change nor multiply pages, and what PostgreSQL refuses."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not _is_readable(request):
            return HttpResponseBadRequest("Diese Anfrage ist ungültig.", content_type="text/plain; charset=utf-8")
        if not is_admin(request):
            request.META["QUERY_STRING"] = public_query(request.META.get("QUERY_STRING", ""), request.path_info)
        session = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
        if session is not None and not (session.isascii() and session.isalnum()):
            del request.COOKIES[settings.SESSION_COOKIE_NAME]
        return self.get_response(request)


def _is_readable(request: HttpRequest) -> bool:
    path = request.path_info
    # Longer than a slug may be, and than file systems can look for.
    is_too_long = any(len(part.encode(errors="replace")) > 255 for part in path.split("/"))
    length = request.META.get("CONTENT_LENGTH") or "0"
    return "\0" not in path and not is_too_long and length.isascii() and length.isdecimal() and len(length) < 20


def public_query(query: str, path: str = "/") -> str:
    """Return the query with the first value of every name registered for `path`, in the order of deploy/nginx.conf."""
    found: dict[str, str] = {}
    for part in query.split("&"):
        name, _equals, value = part.partition("=")
        found.setdefault(name, value)
    kept = ((name, found.get(name)) for name in query_names(path))
    return "&".join(f"{name}={value}" for name, value in kept if value and not _has_nul(value))


def query_names(path: str) -> tuple[str, ...]:
    """Return the names that views below this address read: those of its section, else those of all pages."""
    found = SECTION.match(path)
    return settings.SECTION_QUERY_NAMES.get(found["section"] if found else "", settings.PUBLIC_QUERY_NAMES)


def _has_nul(value: str) -> bool:
    return "%00" in value or "\0" in value
