"""Reads a CSV that nobody promised to be one. Every complaint names the row."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from directories.importing.errors import SourceError
from directories.importing.mapping import Mapping
from directories.values import one_line

# Fifty times the largest of the city's files.
MAX_BYTES, MAX_ROWS = 10_000_000, 50_000


@dataclass(frozen=True)
class Line:
    """`number` is where the row begins in the file, the head is 1; `cells` by the name of their column."""

    number: int
    cells: dict[str, str]


def read(path: Path, mapping: Mapping) -> list[Line]:
    """Return all rows that hold anything. Raises SourceError."""
    text = _text(path, mapping.encoding)
    reader = csv.reader(StringIO(text, newline=""), delimiter=mapping.delimiter, strict=True)
    rows = _rows(reader, path.name)
    _number, first = next(rows, (1, []))
    return _lines(rows, _head(first, path.name, mapping), path.name)


def _text(path: Path, encoding: str) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise SourceError(path.name, f"ist größer als {MAX_BYTES // 1_000_000} MB")
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(path.name, f"lässt sich nicht lesen ({error.strerror})") from error
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        row = data[: error.start].count(b"\n") + 1
        raise SourceError(path.name, f"ist nicht in der Kodierung {encoding} geschrieben", row) from error
    except LookupError as error:
        raise SourceError(path.name, f"die Kodierung {encoding} gibt es nicht") from error
    if "\0" in text:
        raise SourceError(path.name, "enthält Nullzeichen", text.count("\n", 0, text.index("\0")) + 1)
    return text


def _head(cells: list[str], file: str, mapping: Mapping) -> list[str]:
    head = [one_line(cell) for cell in cells]
    if missing := sorted(mapping.columns - set(head)):
        raise SourceError(file, "fehlt", 1, missing[0])
    named = [name for name in head if name]
    if twice := next((name for name in named if named.count(name) > 1), None):
        raise SourceError(file, "gibt es mehrmals", 1, twice)
    return head


def _rows(reader, file: str) -> Iterator[tuple[int, list[str]]]:
    """Yield every row with the line it begins in; a cell may hold line breaks."""
    start = 1
    try:
        for cells in reader:
            yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        raise SourceError(file, "Anführungszeichen oder Trennzeichen stimmen nicht", start) from error


def _lines(rows: Iterable[tuple[int, list[str]]], head: list[str], file: str) -> list[Line]:
    found: list[Line] = []
    for start, cells in rows:
        if any(cell.strip() for cell in cells):
            if any(cell.strip() for cell in cells[len(head) :]):
                raise SourceError(file, f"hat mehr Zellen als die Kopfzeile ({len(head)})", start)
            # Cells at the end may be missing; one without a name in the head says nothing.
            filled = [*cells, *[""] * (len(head) - len(cells))]
            found.append(Line(start, {name: cell for name, cell in zip(head, filled, strict=False) if name}))
        if len(found) > MAX_ROWS:
            raise SourceError(file, f"hat mehr als {MAX_ROWS} Zeilen")
    return found
