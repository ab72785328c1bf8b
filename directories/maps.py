"""A small own map: points on the rough shape of the city. No tiles, nothing from elsewhere; the list says the same."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import cos, radians

from django.db.models import Max, Min

from cms import freshness
from directories.enums import PlaceKind
from directories.models.entries import Entry
from directories.models.places import Place

WIDTH, MARGIN = 480, 26
KILOMETRES_PER_DEGREE = 111.2
Position = tuple[float, float]


@dataclass(frozen=True)
class Frame:
    """Turns degrees into units of the drawing. `ground` is a path around everything there is, "" without entries."""

    west: float
    north: float
    scale: float
    shortening: float
    height: int
    ground: str = ""
    labels: list["Label"] = field(default_factory=list)

    def at(self, latitude: float, longitude: float) -> tuple[int, int]:
        x = MARGIN + (longitude - self.west) * self.shortening * self.scale
        y = MARGIN + (self.north - latitude) * self.scale
        return round(x), round(y)

    @property
    def bar(self) -> int:
        """The length of two kilometres."""
        return round(2 / KILOMETRES_PER_DEGREE * self.scale)


@dataclass(frozen=True)
class Label:
    name: str
    x: int
    y: int


@dataclass(frozen=True)
class Map:
    """What the template draws: `points` and `here` are paths of dots, `count` says how many places they show."""

    frame: Frame
    points: str
    here: str
    count: int


def draw(positions: Iterable[Position], here: Iterable[Position] = ()) -> Map | None:
    """Return the map of these positions, those `here` in large; None where there is nothing to show."""
    frame = freshness.remember("directory-map", _frame)
    shown, large = list(positions), list(here)
    if frame is None or not (shown or large):
        return None
    return Map(frame, _dots(frame, shown), _dots(frame, large), len(shown) or len(large))


def _dots(frame: Frame, positions: Iterable[Position]) -> str:
    """Return one path for all: lines of no length with round ends are dots. Dots in the same place are one."""
    return "".join(f"M{x} {y}h0" for x, y in sorted({frame.at(*position) for position in positions}))


def _frame() -> Frame | None:
    live = Entry.objects.filter(live=True, latitude__isnull=False)
    edges = live.aggregate(w=Min("longitude"), e=Max("longitude"), s=Min("latitude"), n=Max("latitude"))
    if edges["w"] is None:
        return None
    shortening = cos(radians((edges["s"] + edges["n"]) / 2))
    # A single place is drawn in the middle of nothing, not divided by it.
    span = max((edges["e"] - edges["w"]) * shortening, 0.01)
    scale = (WIDTH - 2 * MARGIN) / span
    height = round(max(edges["n"] - edges["s"], 0.01) * scale) + 2 * MARGIN
    bare = Frame(edges["w"], edges["n"], scale, shortening, height)
    corners = hull({bare.at(north, east) for north, east in live.values_list("latitude", "longitude")})  # type: ignore[arg-type]
    ground = "M" + "L".join(f"{x} {y}" for x, y in corners) + "z"
    return Frame(edges["w"], edges["n"], scale, shortening, height, ground, _labels(bare))


def _labels(frame: Frame) -> list[Label]:
    # A district is found by several names; on the map it stands once.
    places = {place.name: place for place in Place.objects.filter(kind=PlaceKind.DISTRICT)}
    return [
        Label(name.split(maxsplit=2)[-1], *frame.at(place.latitude, place.longitude)) for name, place in places.items()
    ]


def hull(points: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the corners of the convex hull, in order (Andrew's monotone chain)."""
    ordered = sorted(points)
    if len(ordered) < 3:
        return ordered
    lower, upper = _half(ordered), _half(ordered[::-1])
    return lower[:-1] + upper[:-1]


def _half(ordered: list[tuple[int, int]]) -> list[tuple[int, int]]:
    chain: list[tuple[int, int]] = []
    for point in ordered:
        while len(chain) >= 2 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain


def _turn(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> int:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
