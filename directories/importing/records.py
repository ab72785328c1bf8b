"""Makes checked records of the rows of a source: nothing is written here."""

from collections.abc import Mapping as AbcMapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError

from directories import values
from directories.enums import FieldKind
from directories.importing import positions
from directories.importing.errors import SourceError
from directories.importing.mapping import Mapping, Rule
from directories.importing.table import Line

# Field of an entry → longest text it takes.
LENGTHS = {"external_id": 120, "name": 200, "street": 160, "postcode": 5, "city": 60}


@dataclass
class Record:
    """What the source says of one entry; `district` is the slug of one, `day` when this was so."""

    row: int
    texts: dict[str, str]
    district: str = ""
    latitude: float | None = None
    longitude: float | None = None
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def external_id(self) -> str:
        return self.texts["external_id"]


def build(lines: list[Line], mapping: Mapping, fields: AbcMapping[str, Any], file: str) -> list[Record]:
    """Return one record per entry, in the order of the file. `fields` are the directory's by key."""
    if unknown := sorted(mapping.values.keys() - fields.keys()):
        raise SourceError(file, f"das Verzeichnis hat kein Feld „{unknown[0]}“")
    records: dict[str, Record] = {}
    for group in _groups(lines, mapping, file):
        record = Record(group[0].number, _texts(group[0], mapping, file))
        if record.external_id in records and mapping.same_id != "merge":
            first = records[record.external_id].row
            raise SourceError(file, f"dieselbe Nummer wie in Zeile {first}", record.row, _column(mapping.id))
        record = records.setdefault(record.external_id, record)
        record.district = record.district or _first(mapping.district, group)
        for key, rule in mapping.values.items():
            _add(record, fields[key], rule, group, file)
    if not records:
        raise SourceError(file, "enthält keinen Eintrag")
    positions.locate(list(records.values()), {line.number: line for line in lines}, mapping, file)
    return list(records.values())


def newest(lines: list[Line], mapping: Mapping, file: str) -> str | None:
    """Return the latest day the rows name (ISO), None where the source names none."""
    found = []
    for line in lines:
        for text in mapping.as_of.read(line.cells) if mapping.as_of.names else []:
            try:
                found.append(values.READERS[FieldKind.DATE](text))
            except ValidationError as error:
                raise SourceError(file, error.messages[0], line.number, _column(mapping.as_of)) from error
    return max(found, default=None)


def _groups(lines: list[Line], mapping: Mapping, file: str) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in lines:
        if not mapping.starts_with or line.cells[mapping.starts_with].strip():
            groups.append([line])
        elif groups:
            groups[-1].append(line)
        else:
            raise SourceError(file, "gehört zu keinem Eintrag", line.number, mapping.starts_with)
    return groups


def _texts(line: Line, mapping: Mapping, file: str) -> dict[str, str]:
    rules = {
        "external_id": mapping.id,
        "name": mapping.name,
        "street": mapping.street,
        "postcode": mapping.postcode,
        "city": mapping.city,
    }
    texts = {name: next(iter(rule.read(line.cells)), "") for name, rule in rules.items()}
    for name, text in texts.items():
        if len(text) > LENGTHS[name]:
            raise SourceError(file, f"hat mehr als {LENGTHS[name]} Zeichen", line.number, _column(rules[name]))
        if name in ("external_id", "name") and not text:
            raise SourceError(file, "ist leer", line.number, _column(rules[name]))
    return texts


def _add(record: Record, definition: Any, rule: Rule, group: list[Line], file: str) -> None:
    """Add what the rows say to a field: choices and lines are collected, one yes is a yes, else the first counts."""
    for line in group:
        found = rule.read(line.cells)
        try:
            new = values.clean(definition, found if definition.kind == FieldKind.CHOICE else next(iter(found), None))
            old = record.values.get(definition.key)
            value = _joined(definition.kind, old, new)
            value = values.clean(definition, value)
        except ValidationError as error:
            raise SourceError(file, error.messages[0], line.number, _column(rule)) from error
        if value is not None:
            record.values[definition.key] = value


def _joined(kind: str, old: Any, new: Any) -> Any:
    if old is None or new is None:
        return new if old is None else old
    if kind == FieldKind.CHOICE:
        return [*old, *new]
    if kind == FieldKind.YES_NO:
        return old or new
    if kind == FieldKind.LONG_TEXT:
        return old if new in old.splitlines() else f"{old}\n{new}"
    return old


def _first(rule: Rule, group: list[Line]) -> str:
    return next((text for line in group for text in rule.read(line.cells)), "")


def _column(rule: Rule) -> str:
    return ", ".join(rule.names)
