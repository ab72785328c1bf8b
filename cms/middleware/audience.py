"""Who a request is for: everybody, or the editors."""

from django.conf import settings
from django.http import HttpRequest

ADMIN_PATH = "/admin/"


def is_admin(request: HttpRequest) -> bool:
    return request.path_info.startswith(ADMIN_PATH)


def is_editor(request: HttpRequest) -> bool:
    """Whether the request may belong to somebody who is logged in; the public process knows nobody."""
    return settings.PROCESS != "public" and settings.SESSION_COOKIE_NAME in request.COOKIES
