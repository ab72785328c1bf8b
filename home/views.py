"""The page for addresses that do not exist: it searches for what the visitor probably meant."""

import re
from urllib.parse import unquote

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.template import loader

from cms import freshness
from home.models import FrequentService
from services.models import ServicePage

# A longer suggestion is no suggestion.
MAX_LENGTH = 80
ENDING = re.compile(r"\.[a-z]{2,5}$", re.IGNORECASE)
NO_LETTERS = re.compile(r"[^\w]+|_|\d+")


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 404 with the last words of the address as a search, and what most people look for."""
    services = freshness.remember("top-services", top_services)
    context = {"query": last_words(request.path_info), "top_services": services}
    return HttpResponseNotFound(loader.render_to_string("404.html", context, request))


def last_words(path: str) -> str:
    """Return the words of the last part of the address that has any: "Personalausweis beantragen"."""
    for part in reversed(unquote(path).split("/")):
        words = " ".join(NO_LETTERS.sub(" ", ENDING.sub("", part)).split())
        if words:
            return words[:MAX_LENGTH]
    return ""


def top_services() -> list[ServicePage]:
    """Return what the home page names as often wanted."""
    links = FrequentService.objects.filter(page__live=True, service__live=True).select_related("service")
    return [link.service for link in links.order_by("sort_order")]
