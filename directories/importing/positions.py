"""Coordinates of a source become degrees in WGS84. The only place that loads pyproj."""

import math
from typing import Any

from pyproj import Transformer
from pyproj.exceptions import ProjError

from directories.importing.errors import SourceError
from directories.importing.mapping import Mapping
from directories.importing.table import Line
from directories.values import one_line

# Six digits are ten centimetres.
DIGITS = 6


def locate(records: list[Any], lines: dict[int, Line], mapping: Mapping, file: str) -> None:
    """Set latitude and longitude of every record whose row names a position. Raises SourceError for an odd one."""
    if not mapping.x:
        return
    found = [(record, _pair(lines[record.row], mapping, file)) for record in records]
    located = [(record, pair) for record, pair in found if pair]
    if not located:
        return
    try:
        transformer = Transformer.from_crs(mapping.crs, "EPSG:4326", always_xy=True)
    except ProjError as error:
        raise SourceError(file, f"das Koordinatensystem {mapping.crs} gibt es nicht") from error
    easts, norths = transformer.transform([pair[0] for _r, pair in located], [pair[1] for _r, pair in located])
    west, south, east, north = mapping.area
    for (record, _pair_of), longitude, latitude in zip(located, easts, norths, strict=True):
        if not (west <= longitude <= east and south <= latitude <= north):
            raise SourceError(file, "der Ort liegt nicht in der Stadt", record.row, f"{mapping.x}, {mapping.y}")
        record.latitude, record.longitude = round(latitude, DIGITS), round(longitude, DIGITS)


def _pair(line: Line, mapping: Mapping, file: str) -> tuple[float, float] | None:
    x, y = (_number(line, column, file) for column in (mapping.x, mapping.y))
    if x is None or y is None:
        if x is not y:
            raise SourceError(file, "nur eine der beiden Koordinaten", line.number, f"{mapping.x}, {mapping.y}")
        return None
    return x, y


def _number(line: Line, column: str, file: str) -> float | None:
    text = one_line(line.cells[column]).replace(",", ".")
    if not text:
        return None
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise SourceError(file, f"„{text:.40}“ ist keine Koordinate", line.number, column)
    return number
