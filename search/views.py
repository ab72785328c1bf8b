from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from wagtail import hooks

from search import engine, results
from search.folding import MAX_CHARACTERS

PER_PAGE = 20


@require_safe
def show_results(request: HttpRequest) -> HttpResponse:
    """`/suche/?q=…&seite=2`; no other parameter is looked at."""
    query = _printable(request.GET.get("q", "")[:MAX_CHARACTERS])
    found = engine.search(query, get_language() or "")
    shown = Paginator(found.matches, PER_PAGE).get_page(request.GET.get("seite"))
    groups = results.groups(found, shown, request)
    context = {
        "query": query,
        "groups": groups,
        "count": len(found.matches),
        "page_obj": shown,
        "page_query": urlencode({"q": query}) + "&",
        "top": [] if groups else _top_services(),
    }
    return render(request, "search/results.html", context)


def _printable(text: str) -> str:
    """Return the text as it may be shown: control characters and marks of direction become single spaces."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _top_services() -> list:
    """Return what to offer instead: pages or links with title and url, from the hook `top_services`."""
    return [link for hook in hooks.get_hooks("top_services") for link in hook()]
