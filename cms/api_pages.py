"""What the API says of any page, and how it finds pages by their lasting id."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest

from wagtail.models import Page

from ninja import Schema
from pydantic import Field

from cms import live_facts, site_address


class PageLink(Schema):
    """A page elsewhere in the API or on the website."""

    id: str = Field(description="Bleibt für immer gleich, auch in anderen Sprachen und unter neuer Adresse.")
    title: str
    url: str
    language: str


def link(request: HttpRequest, page: Any) -> dict[str, Any]:
    return {
        "id": str(page.translation_key),
        "title": page.title,
        "url": site_address.full(request, page.get_url(request) or ""),
        "language": page.locale.language_code,
    }


def with_dates(pages: QuerySet, language: str) -> QuerySet:
    """Return the live pages in a language, with locale and with the day their German page was last published."""
    german = Page.objects.filter(translation_key=OuterRef("translation_key"), locale_id=live_facts.source_locale_id())
    return (
        pages.filter(live=True, locale__language_code=language)
        .select_related("locale")
        .annotate(facts_published_at=Subquery(german.values("last_published_at")[:1]))
        .order_by("pk")
    )


def updated_at(page: Any) -> datetime | None:
    """Return the later of two days: when the page was published, and when the German one was that holds the facts."""
    return max(filter(None, (page.last_published_at, page.facts_published_at)), default=None)


def one(pages: QuerySet, number: str) -> QuerySet:
    """Return the pages with this id, none or one; raises Http404 for what is no id."""
    try:
        return pages.filter(translation_key=UUID(number))
    except ValueError:
        raise Http404 from None
