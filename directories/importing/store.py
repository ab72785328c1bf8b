"""Brings the entries of a directory in step with its source: few statements, and nothing changes twice."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from cms import clock
from cms.generation import raise_now
from cms.models import District
from directories import facets, places
from directories.importing import records, table
from directories.importing.errors import SourceError
from directories.importing.mapping import Mapping
from directories.importing.records import Record
from directories.models import DirectoryField, DirectoryPage, Entry
from search import index

BATCH = 500
GONE = "Nicht mehr in der Quelle"
WRITTEN = (
    *("name", "slug", "street", "postcode", "city", "district", "latitude", "longitude", "values"),
    *("live", "note", "is_imported", "sort_key", "search_text", "updated_at"),
)
COMPARED = ("name", "street", "postcode", "city", "district_id", "latitude", "longitude", "values")


@dataclass
class Outcome:
    """Numbers of entries, and the page whose search and lists have to follow if there was any change."""

    directory: DirectoryPage
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    vanished: int = 0
    kept: int = 0
    has_new_day: bool = False

    @property
    def is_change(self) -> bool:
        return bool(self.created or self.updated or self.vanished or self.has_new_day)


@dataclass
class Plan:
    """What is to be written."""

    new: list[Entry] = field(default_factory=list)
    changed: list[Entry] = field(default_factory=list)
    vanished: list[Entry] = field(default_factory=list)


def run(directory: DirectoryPage, mapping: Mapping, path: Path, as_of: date | None = None) -> Outcome:
    """Import a file into its directory, or raise SourceError and change nothing. Run it inside a transaction."""
    fields = {row.key: row for row in DirectoryField.objects.filter(page=directory.pk)}
    lines = table.read(path, mapping)
    found = records.build(lines, mapping, fields, path.name)
    day = as_of or _day(records.newest(lines, mapping, path.name))
    with transaction.atomic():
        outcome = Outcome(directory)
        plan = _plan(directory, found, list(fields.values()), outcome, path.name)
        _write(plan, list(fields.values()))
        outcome.has_new_day = _note_day(directory, day)
    return outcome


def publish(outcomes: list[Outcome]) -> None:
    """Bring places and search in step once the transaction has committed, then raise the generation, once."""
    changed = [outcome.directory.pk for outcome in outcomes if outcome.is_change]
    if not changed:
        return
    places.rebuild()

    def follow() -> None:
        try:
            index.update(DirectoryPage.in_all_languages(changed))
        finally:
            raise_now()

    transaction.on_commit(follow)


def _plan(directory: DirectoryPage, found: list[Record], fields: list[Any], outcome: Outcome, file: str) -> Plan:
    known = {entry.external_id: entry for entry in Entry.objects.select_for_update().filter(directory=directory)}
    taken = {entry.slug for entry in known.values()}
    districts = dict(District.objects.values_list("slug", "pk"))
    plan = Plan()
    for record in found:
        if record.district and record.district not in districts:
            raise SourceError(file, f"den Stadtbezirk „{record.district}“ gibt es nicht", record.row)
        entry = known.get(record.external_id) or Entry(directory=directory, external_id=record.external_id)
        if entry.is_kept:
            outcome.kept += 1
        elif _take(entry, record, districts.get(record.district)):
            entry.prepare(fields, taken)
            (plan.changed if entry.pk else plan.new).append(entry)
        else:
            outcome.unchanged += 1
    named = {record.external_id for record in found}
    plan.vanished = [
        entry
        for key, entry in known.items()
        if key not in named and entry.live and entry.is_imported and not entry.is_kept
    ]
    outcome.created, outcome.updated, outcome.vanished = len(plan.new), len(plan.changed), len(plan.vanished)
    return plan


def _take(entry: Entry, record: Record, district_id: int | None) -> bool:
    """Let the entry say what the record says; return whether that is something new."""
    new: dict[str, Any] = {name: record.texts[name] for name in ("name", "street", "postcode", "city")}
    new |= {"latitude": record.latitude, "longitude": record.longitude, "values": record.values}
    new["district_id"] = district_id
    # An editor may have taken a known entry off the site: only one that the source had dropped comes back.
    returns = not entry.live and entry.note.startswith(GONE)
    if entry.pk and entry.is_imported and not returns and all(getattr(entry, name) == new[name] for name in COMPARED):
        return False
    for name, value in new.items():
        setattr(entry, name, value)
    entry.is_imported = True
    if returns:
        entry.live, entry.note = True, ""
    entry.updated_at = clock.now()
    return True


def _write(plan: Plan, fields: list[Any]) -> None:
    now = clock.now()
    for entry in plan.vanished:
        entry.live, entry.note, entry.updated_at = False, f"{GONE} seit dem Import vom {now:%d.%m.%Y}.", now
    Entry.objects.bulk_create(plan.new, BATCH)
    Entry.objects.bulk_update([*plan.changed, *plan.vanished], WRITTEN, BATCH)
    if plan.new or plan.changed or plan.vanished:
        facets.write([*plan.new, *plan.changed, *plan.vanished], fields)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _note_day(directory: DirectoryPage, day: date | None) -> bool:
    """Write the day of the data on the live page and into its drafts, so that no editor brings back the old one."""
    if day is None or directory.data_as_of == day:
        return False
    DirectoryPage.objects.filter(pk=directory.pk).update(data_as_of=day)
    directory.data_as_of = day
    for revision in {directory.latest_revision, directory.live_revision} - {None}:
        revision.content["data_as_of"] = day.isoformat()
        revision.save(update_fields=["content"])
    return True
