"""Pages of long lists; the address carries `seite`."""

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

PER_PAGE = 20


def paginate(items: QuerySet, request: HttpRequest, per_page: int = PER_PAGE) -> Page:
    """Return the page the address asks for; a number out of range gives the nearest page, never an error."""
    return Paginator(items, per_page).get_page(request.GET.get("seite"))
