"""The page for addresses that do not exist: it searches for what the visitor probably meant."""

import re
from urllib.parse import unquote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.template import loader
from django.utils.translation import get_language

from cms import freshness
from home.models import FrequentService
from services.models import ServicePage

# A longer suggestion is no suggestion.
MAX_LENGTH = 80
ENDING = re.compile(r"\.[a-z]{2,5}$", re.IGNORECASE)
NO_LETTERS = re.compile(r"[^\w]+|_|\d+")


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 404 with the last words of the address as a search, and what most people look for."""
    context = {"query": last_words(request.path_info), "top_services": top_services()}
    return HttpResponseNotFound(loader.render_to_string("404.html", context, request))


def last_words(path: str) -> str:
    """Return the words of the last part of the address that has any: "Personalausweis beantragen"."""
    for part in reversed(unquote(path).split("/")):
        words = " ".join(NO_LETTERS.sub(" ", ENDING.sub("", part)).split())
        if words:
            return words[:MAX_LENGTH]
    return ""


def top_services() -> list[ServicePage]:
    """Return what the home page names as often wanted: that of the present language, else the German one."""
    languages = [get_language() or settings.LANGUAGE_CODE, settings.LANGUAGE_CODE]
    return freshness.remember(f"top-services:{languages[0]}", lambda: _top_services(languages))


def _top_services(languages: list[str]) -> list[ServicePage]:
    links = FrequentService.objects.filter(
        page__live=True, service__live=True, page__locale__language_code__in=languages
    ).select_related("service", "page__locale")
    found = [(link.page.locale.language_code, link.service) for link in links.order_by("sort_order")]
    own = [service for language, service in found if language == languages[0]]
    return own or [service for _language, service in found]
