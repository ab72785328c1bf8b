"""Pages of long lists; the address carries `seite`."""

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

from cms import freshness

PER_PAGE = 20


def paginate(items: QuerySet, request: HttpRequest, per_page: int = PER_PAGE, key: str = "") -> Page:
    """Return the page the address asks for; a number out of range gives the nearest page, never an error.

    With `key`, the name of a list that changes by publishing only, its length is counted once per generation.
    """
    paginator = Paginator(items, per_page)
    if key:
        paginator.count = freshness.remember(f"length:{key}", items.count)
    return paginator.get_page(request.GET.get("seite"))
