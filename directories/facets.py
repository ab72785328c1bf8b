"""Facets of the lists: which values there are, how often, and keeping them in step with the entries."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count

from cms import freshness
from directories import slugs, values
from directories.models.entries import Entry, EntryFacet
from directories.models.fields import DirectoryField

BATCH = 500


@dataclass(frozen=True)
class Option:
    """A value people can choose: `slug` stands in the address, `count` is the number of entries."""

    slug: str
    label: str
    count: int


def write(entries: Iterable[Entry], fields: Iterable[DirectoryField]) -> None:
    """Replace the facets of these entries (of one directory); those that are not live have none."""
    entries = list(entries)
    facets = [field for field in fields if field.is_facet]
    for start in range(0, len(entries), BATCH):
        EntryFacet.objects.filter(entry__in=[entry.pk for entry in entries[start : start + BATCH]]).delete()
    rows = [row for entry in entries if entry.live for field in facets for row in _rows(entry, field)]
    EntryFacet.objects.bulk_create(rows, BATCH)


def rewrite(directory_id: int) -> None:
    """Bring facets and words of all entries in step with changed fields."""
    fields = list(DirectoryField.objects.filter(page=directory_id))
    entries = list(Entry.objects.filter(directory=directory_id))
    for entry in entries:
        entry.prepare(fields)
    Entry.objects.bulk_update(entries, ["sort_key", "search_text"], BATCH)
    write(entries, fields)


def options(directory_id: int) -> dict[str, list[Option]]:
    """Return the values of every facet in the order of the alphabet; one statement per generation."""
    return freshness.remember(f"directory-facets:{directory_id}", lambda: _options(directory_id))


def districts(directory_id: int) -> list[Option]:
    """Return the districts the entries lie in, in their official order; none where no entry names one."""
    return freshness.remember(f"directory-districts:{directory_id}", lambda: _districts(directory_id))


def _rows(entry: Entry, field: DirectoryField) -> list[EntryFacet]:
    value: Any = entry.values.get(field.key)
    words = [] if value is None else values.facet_values(field, value)
    return [
        EntryFacet(entry=entry, directory_id=entry.directory_id, key=field.key, slug=slugs.slug(word), value=word)
        for word in words
    ]


def _options(directory_id: int) -> dict[str, list[Option]]:
    rows = EntryFacet.objects.filter(directory=directory_id).values_list("key", "slug", "value")
    found: dict[str, list[Option]] = {}
    for key, slug, value, count in rows.annotate(count=Count("entry")).order_by("key", "slug", "value"):
        known = found.setdefault(key, [])
        # Two spellings of one word have one address.
        known[-1:] = (
            [replace(known[-1], count=known[-1].count + count)]
            if known and known[-1].slug == slug
            else [*known[-1:], Option(slug, value, count)]
        )
    return found


def _districts(directory_id: int) -> list[Option]:
    rows = Entry.objects.filter(directory=directory_id, live=True, district__isnull=False).order_by()
    counted = rows.values_list("district__slug", "district__number", "district__name", "district__position")
    return [
        Option(slug, f"{number} {name}", count)
        for slug, number, name, _position, count in sorted(
            counted.annotate(count=Count("pk")), key=lambda row: (row[3], row[0])
        )
    ]
