"""`/directories` and their entries: fields as the editors defined them, values under the keys of the fields."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count
from django.http import Http404, HttpRequest

from ninja import Query, Router, Schema
from pydantic import Field

from cms import api_pages, live_facts
from cms.api import ERRORS, DetailQuery, ListQuery, ListReply, bounds, count, paged
from cms.api_pages import PageLink
from directories import listing
from directories.models import DirectoryPage, Entry

router = Router(tags=["Verzeichnisse"])


class FieldOut(Schema):
    key: str = Field(description="Name in `values` der Einträge.")
    label: str
    kind: str = Field(description="text, long_text, number, yes_no, choice, link, phone, email oder date.")


class DirectoryOut(PageLink):
    slug: str
    updated_at: datetime | None
    summary: str
    source_name: str
    source_url: str
    licence: str
    licence_url: str
    data_as_of: date | None = Field(description="Stand der Daten.")
    entries: int = Field(description="Anzahl der Einträge.")
    fields: list[FieldOut]


class DirectoryList(ListReply):
    items: list[DirectoryOut]


class EntryOut(Schema):
    id: str = Field(description="Nummer der Quelle; eindeutig in diesem Verzeichnis.")
    name: str
    url: str
    street: str
    postcode: str
    city: str
    district: str = Field(description="Name des Stadtbezirks oder leer.")
    latitude: float | None = Field(description="WGS84, Grad.")
    longitude: float | None = Field(description="WGS84, Grad.")
    values: dict[str, Any]
    updated_at: datetime


class EntryList(ListReply):
    items: list[EntryOut]


@router.get("/directories", response={200: DirectoryList, **ERRORS}, summary="Alle Verzeichnisse")
def list_directories(request: HttpRequest, query: Query[ListQuery]) -> dict[str, Any]:
    found = _pages(query.lang)
    total = count(f"directories:{query.lang}", found)
    return paged(_of_directories(request, list(found[bounds(query)])), total, query)


@router.get("/directories/{number}", response={200: DirectoryOut, **ERRORS}, summary="Ein Verzeichnis")
def one_directory(request: HttpRequest, number: str, query: Query[DetailQuery]) -> dict[str, Any]:
    return _of_directories(request, [_page(number, query.lang)])[0]


@router.get(
    "/directories/{number}/entries", response={200: EntryList, **ERRORS}, summary="Die Einträge eines Verzeichnisses"
)
def list_entries(request: HttpRequest, number: str, query: Query[ListQuery]) -> dict[str, Any]:
    page = _page(number, query.lang)
    live_facts.fetch([page])
    found = listing.public(page.source_id).select_related("district")
    total = count(f"entries:{page.pk}", found)
    return paged([_of_entry(request, page, entry) for entry in found[bounds(query)]], total, query)


@router.get("/directories/{number}/entries/{path:entry}", response={200: EntryOut, **ERRORS}, summary="Ein Eintrag")
def one_entry(request: HttpRequest, number: str, entry: str, query: Query[DetailQuery]) -> dict[str, Any]:
    page = _page(number, query.lang)
    live_facts.fetch([page])
    found = listing.public(page.source_id).select_related("district").filter(external_id=entry).first()
    if found is None:
        raise Http404
    return _of_entry(request, page, found)


def _pages(language: str) -> Any:
    return api_pages.with_dates(DirectoryPage.objects.defer("body"), language)


def _page(number: str, language: str) -> DirectoryPage:
    page = api_pages.one(_pages(language), number).first()
    if page is None:
        raise Http404
    return page


def _of_directories(request: HttpRequest, pages: list[DirectoryPage]) -> list[dict[str, Any]]:
    live_facts.fetch(pages)
    counted = _counts([page.translation_key for page in pages])
    names = ("slug", "summary", "source_name", "source_url", "licence", "licence_url", "data_as_of")
    return [
        api_pages.link(request, page)
        | {name: getattr(page, name) for name in names}
        | {
            "updated_at": api_pages.updated_at(page),
            "entries": counted.get(page.translation_key, 0),
            "fields": [{"key": row.key, "label": row.label, "kind": row.kind} for row in page.fields.all()],
        }
        for page in pages
    ]


def _counts(keys: list[UUID]) -> dict[UUID, int]:
    """Return the number of public entries by translation key: those of the German pages."""
    entries = Entry.objects.filter(
        live=True, directory__translation_key__in=keys, directory__locale=live_facts.source_locale_id()
    )
    return dict(entries.order_by().values_list("directory__translation_key").annotate(Count("pk")))


def _of_entry(request: HttpRequest, page: DirectoryPage, entry: Entry) -> dict[str, Any]:
    names = ("name", "street", "postcode", "city", "latitude", "longitude", "updated_at")
    return {name: getattr(entry, name) for name in names} | {
        "id": entry.external_id,
        "url": api_pages.link(request, page)["url"] + entry.url,
        "district": entry.district.name if entry.district else "",
        "values": {field.key: entry.values[field.key] for field in page.fields.all() if field.key in entry.values},
    }
