"""Puts a list together: what fits, in which order, in pages, on the map. As many statements for 10 as for 10,000."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import F, QuerySet

from cms import freshness
from directories import distances, maps, places, streets, values
from directories.enums import PlaceKind
from directories.models.entries import Entry
from directories.models.fields import DirectoryField
from directories.models.places import Place
from directories.selection import Selection

PER_PAGE = 20


@dataclass(frozen=True)
class Fact:
    """A value of an entry: `text` in words, `href` where it leads, "" for nowhere."""

    label: str
    kind: str
    text: str
    href: str = ""


@dataclass(frozen=True)
class Row:
    """One entry of the list; `distance` in words, "" where it is not known."""

    entry: Entry
    facts: list[Fact]
    distance: str = ""


@dataclass(frozen=True)
class Listing:
    """`rows` are a page of a paginator; `total` counts all entries that fit; `origin` is where distances begin.

    `can_measure`: the directory knows positions, so that it can be asked for distances. `is_rough`: a part of a
    district was named, and only the whole one is known; `lacks_house`: so was a house, and only the street is known.
    `guess`: nothing fits, but the words are a place.
    """

    rows: Page
    total: int
    can_measure: bool
    origin: Place | None
    map: maps.Map | None
    is_rough: bool = False
    lacks_house: bool = False
    guess: Place | None = None


def public(directory_id: int) -> QuerySet[Entry]:
    """Return what may be read by everybody, in the order of the list. The one source for pages, files and API."""
    return Entry.objects.filter(directory=directory_id, live=True).order_by("sort_key", "pk")


def selected(directory_id: int, selection: Selection) -> tuple[QuerySet[Entry], Place | None]:
    """Return the entries that fit in the order asked for, and the place it begins at (looked up at once)."""
    entries = selection.apply(public(directory_id))
    origin = places.find(selection.near) if selection.near else None
    if origin:
        near = distances.nearness(origin.latitude, origin.longitude)
        entries = entries.order_by(F("nearness").asc(nulls_last=True), "sort_key", "pk").annotate(nearness=near)
    return entries, origin


def build(directory_id: int, fields: list[DirectoryField], selection: Selection, number: Any) -> Listing:
    """Return the page `number` of the list; out of range gives the nearest. Four statements at most."""
    entries, origin = selected(directory_id, selection)
    # Keys and positions of all are the map, the count and the pages in one.
    found = list(entries.values_list("pk", "latitude", "longitude"))
    page = Paginator(found, PER_PAGE).get_page(number)
    shown = Entry.objects.select_related("district").in_bulk([key for key, *_position in page.object_list])
    page.object_list = [row(shown[key], fields, origin) for key, *_position in page.object_list if key in shown]
    positions = [(north, east) for _key, north, east in found if north is not None and east is not None]
    here = [(origin.latitude, origin.longitude)] if origin else []
    drawing = maps.draw(positions, here) if positions else None
    can_measure = has_positions(directory_id)
    return Listing(
        rows=page,
        total=len(found),
        can_measure=can_measure,
        origin=origin,
        map=drawing,
        is_rough=bool(origin and places.is_part_of_district(origin)),
        lacks_house=bool(origin and origin.kind == PlaceKind.STREET and streets.names_house(selection.near)),
        guess=places.find(selection.text) if can_measure and not found and selection.text else None,
    )


def has_positions(directory_id: int) -> bool:
    """Return whether any entry has a position; one statement per generation."""
    located = public(directory_id).filter(latitude__isnull=False)
    return freshness.remember(f"directory-positions:{directory_id}", located.exists)


def row(entry: Entry, fields: list[DirectoryField], origin: Place | None) -> Row:
    distance = ""
    if origin and entry.position:
        distance = distances.in_words(distances.metres(origin.latitude, origin.longitude, *entry.position))
    return Row(entry, facts(entry, [field for field in fields if field.in_list]), distance)


def facts(entry: Entry, fields: list[DirectoryField]) -> list[Fact]:
    """Return what the entry says, in the order of the fields; what it does not say is left out."""
    return [
        Fact(field.label, field.kind, *values.linked(field, entry.values[field.key]))
        for field in fields
        if field.key in entry.values
    ]


def nearest(entry: Entry, count: int = 4) -> list[Row]:
    """Return the entries of the directory around this one. One statement, none without a position."""
    if entry.position is None:
        return []
    latitude, longitude = entry.position
    near = distances.nearness(latitude, longitude)
    others = public(entry.directory_id).exclude(pk=entry.pk).filter(latitude__isnull=False).select_related("district")
    origin = Place(latitude=latitude, longitude=longitude)
    return [row(other, [], origin) for other in others.annotate(nearness=near).order_by("nearness", "pk")[:count]]
