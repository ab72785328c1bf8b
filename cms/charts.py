"""Numbers over days as a picture, a table and a file. Pure geometry; templates/components/chart.html draws it.

No colour and no length is a style: lines differ by class and by dashes, so that they can be told apart without colour,
and every chart has the same numbers as a table below it.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import floor, log10

WIDTH, HEIGHT = 720, 320
# Room for the numbers on the left, for names of lines on the right, for days below.
LEFT, RIGHT, TOP, BOTTOM = 56, 170, 16, 36
# Names of lines closer than this would cover each other.
LINE_HEIGHT = 18
MAX_DAYS, STEPS = 6, 4
# A table program takes these for the beginning of a formula; a number with a sign, or "+49 234", has nothing to run.
FORMULA = re.compile(r"(?![+-]\d[\d .,]*\Z)[=+\-@\t\r]")


@dataclass(frozen=True)
class Series:
    """One line: a value per day, None where nobody counted."""

    label: str
    values: Sequence[float | None]


@dataclass(frozen=True)
class Tick:
    position: int
    text: str


@dataclass(frozen=True)
class Line:
    """`points` for a polyline per stretch without gaps, `dots` as (x, y); the name stands at `label_y`."""

    label: str
    number: int
    points: list[str]
    dots: list[tuple[int, int]]
    label_y: int


@dataclass(frozen=True)
class Chart:
    """What the template draws, in units of the view box `width` × `height`; `header` and `rows` are the table."""

    title: str
    summary: str
    lines: list[Line]
    days: list[Tick]
    amounts: list[Tick]
    header: list[str]
    rows: list[list[str]]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    bottom: int = HEIGHT - BOTTOM


def over_days(title: str, days: Sequence[date], series: Sequence[Series]) -> Chart | None:
    """Return a chart of the series over `days` (ascending, as many as values); None without days."""
    if not days:
        return None
    top = nice_top(max((value for line in series for value in line.values if value is not None), default=0))
    places = [_between(LEFT, WIDTH - RIGHT, _share(day, days)) for day in days]
    drawn = [_line(number, line, places, top) for number, line in enumerate(series, start=1)]
    return Chart(
        title=title,
        summary=_summary(days, series),
        lines=_apart(drawn),
        days=[Tick(_between(LEFT, WIDTH - RIGHT, _share(day, days)), german(day)) for day in _some(days)],
        amounts=[Tick(_height(step * top / STEPS, top), written(step * top / STEPS)) for step in range(STEPS + 1)],
        header=["Tag", *(line.label for line in series)],
        rows=[[german(day), *(written(line.values[row]) for line in series)] for row, day in enumerate(days)],
    )


def nice_top(value: float) -> float:
    """Return the end of an axis for values up to `value`: one, two or five times a power of ten, four steps of it."""
    if value <= STEPS:
        return STEPS
    step = value / STEPS
    power = 10.0 ** floor(log10(step))
    return float(
        next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= step and _is_whole(factor * power))
        * STEPS
    )


def as_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table as text for a file: semicolons and a byte order mark, as German table programs expect.

    Neither a head nor a cell is a formula.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([harmless(str(cell)) for cell in row] for row in (header, *rows))
    return "\ufeff" + text.getvalue()


def harmless(cell: str) -> str:
    """Return the cell as text that no table program runs; numbers stay as they are."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def written(value: float | None) -> str:
    """Return "1.200", "2,5", or a dash where nobody counted."""
    if value is None:
        return "–"
    return f"{value:,.1f}".removesuffix(".0").translate(str.maketrans(",.", ".,"))


def german(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def _line(order: int, series: Series, places: Sequence[int], top: float) -> Line:
    spots = [
        None if value is None else (x, _height(value, top)) for x, value in zip(places, series.values, strict=True)
    ]
    stretches: list[list[tuple[int, int]]] = [[]]
    for spot in spots:
        if spot is None:
            stretches.append([])
        else:
            stretches[-1].append(spot)
    points = [" ".join(f"{x},{y}" for x, y in stretch) for stretch in stretches if len(stretch) > 1]
    dots = [spot for spot in spots if spot]
    return Line(series.label, order, points, dots, dots[-1][1] if dots else HEIGHT - BOTTOM)


def _apart(lines: list[Line]) -> list[Line]:
    """Move names apart that would cover each other, from the lowest up; the order of the lines stays."""
    found: dict[int, Line] = {}
    limit = HEIGHT
    for line in sorted(lines, key=lambda line: line.label_y, reverse=True):
        y = min(line.label_y, limit - LINE_HEIGHT)
        limit = y
        found[line.number] = Line(line.label, line.number, line.points, line.dots, y)
    return [found[line.number] for line in lines]


def _height(value: float, top: float) -> int:
    return _between(HEIGHT - BOTTOM, TOP, value / top)


def _between(first: int, last: int, share: float) -> int:
    return round(first + (last - first) * share)


def _share(day: date, days: Sequence[date]) -> float:
    span = (days[-1] - days[0]) / timedelta(days=1)
    return (day - days[0]) / timedelta(days=1) / span if span else 0.5


def _some(days: Sequence[date]) -> list[date]:
    """Return at most six days, evenly over the list, with the first and the last."""
    if len(days) <= MAX_DAYS:
        return list(days)
    return [days[round(step * (len(days) - 1) / (MAX_DAYS - 1))] for step in range(MAX_DAYS)]


def _summary(days: Sequence[date], series: Sequence[Series]) -> str:
    changes = [f"{line.label} {written(line.values[0])} → {written(line.values[-1])}" for line in series]
    return f"{german(days[0])} bis {german(days[-1])}: {', '.join(changes)}"


def _is_whole(value: float) -> bool:
    return value == int(value)
