"""What every public template knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from wagtail.models import Page, Site

from cms import alerts, navigation, routing


def site(request: HttpRequest) -> dict[str, Any]:
    """Return lazy values: an admin page or a fragment that shows no menu does not pay for it."""
    if request.path_info.startswith("/admin/"):
        return {}
    page = _page(request)
    return {
        "is_demo": settings.DEMO,
        "site_settings": SimpleLazyObject(navigation.site_settings),
        "navigation": SimpleLazyObject(lambda: navigation.navigation(request, _home_path(request), page)),
        "breadcrumb": SimpleLazyObject(lambda: navigation.breadcrumb(request)),
        "alerts": SimpleLazyObject(lambda: alerts.active_alerts(page.path if page else "")),
        "translations": SimpleLazyObject(lambda: navigation.translations(page) if page else []),
    }


def _page(request: HttpRequest) -> Page | None:
    trail = getattr(request, "trail", None)
    return trail[-1] if trail else None


def _home_path(request: HttpRequest) -> str:
    paths = routing.home_paths(Site.find_for_request(request))
    return paths.get(get_language() or "") or paths.get(settings.LANGUAGE_CODE, "")
