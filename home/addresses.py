"""Finds the page to which a file address such as `/aktuelles/feed.atom` belongs."""

from typing import TypeVar

from django.http import Http404, HttpRequest

from wagtail.models import Page

from cms import routing

P = TypeVar("P", bound=Page)


def page_at(request: HttpRequest, path: str, model: type[P]) -> P:
    """Return the live page at `path` if it is of this type, else raise Http404."""
    page = routing.find(request, path).page
    if not isinstance(page, model):
        raise Http404
    return page
