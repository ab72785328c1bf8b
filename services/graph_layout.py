"""Where the boxes and lines of a small graph stand. Pure: positions in, positions out, no drawing.

Boxes stand in rows: each one below all that lead to it, as far as there is no circle. All measures are user units of
the SVG, about a pixel each.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

BOX_WIDTH, LINE_HEIGHT, PADDING = 200, 18, 12
GAP_ACROSS, GAP_DOWN, MARGIN = 28, 56, 12
LETTERS_PER_LINE, MAX_LINES = 24, 3


@dataclass(frozen=True)
class Spot:
    """A box to place. `kind` names the look; `leads_to`: (position of the target, words on the line)."""

    text: str
    kind: str
    leads_to: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class Box:
    x: int
    y: int
    width: int
    height: int
    kind: str
    lines: tuple[str, ...]

    @property
    def text_lines(self) -> list[tuple[int, str]]:
        """Return (y of the baseline, words) of each line."""
        first = self.y + PADDING + LINE_HEIGHT - 5
        return [(first + number * LINE_HEIGHT, line) for number, line in enumerate(self.lines)]

    @property
    def middle(self) -> int:
        return self.x + self.width // 2

    @property
    def bottom(self) -> int:
        return self.y + self.height


@dataclass(frozen=True)
class Line:
    """From the lower edge of a box to the upper edge of another; `label` stands at its beginning."""

    x1: int
    y1: int
    x2: int
    y2: int
    label: str

    @property
    def curve(self) -> str:
        """Return the path of the SVG: leaves downwards, arrives from above."""
        bend = max(abs(self.y2 - self.y1) // 2, GAP_DOWN // 2)
        return f"M{self.x1} {self.y1}C{self.x1} {self.y1 + bend} {self.x2} {self.y2 - bend} {self.x2} {self.y2}"

    @property
    def label_at(self) -> tuple[int, int]:
        """Return where the middle of the words stands: a third of the way, where lines of one box have parted."""
        return self.x1 + (self.x2 - self.x1) // 3, self.y1 + (self.y2 - self.y1) * 2 // 5


@dataclass(frozen=True)
class Picture:
    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


def draw(spots: Sequence[Spot]) -> Picture:
    """Return the picture; boxes in the order of `spots`. Targets that do not exist are left out."""
    rows = _rows(spots)
    lines = [_wrapped(spot.text) for spot in spots]
    boxes: dict[int, Box] = {}
    y = MARGIN
    widest = max((len(row) for row in rows), default=0)
    width = 2 * MARGIN + max(widest * BOX_WIDTH + max(widest - 1, 0) * GAP_ACROSS, 0)
    for row in rows:
        height = 2 * PADDING + LINE_HEIGHT * max(len(lines[position]) for position in row)
        x = (width - len(row) * BOX_WIDTH - (len(row) - 1) * GAP_ACROSS) // 2
        for position in row:
            boxes[position] = Box(x, y, BOX_WIDTH, height, spots[position].kind, lines[position])
            x += BOX_WIDTH + GAP_ACROSS
        y += height + GAP_DOWN
    placed = tuple(boxes[position] for position in range(len(spots)))
    return Picture(width, max(y - GAP_DOWN, 0) + MARGIN, placed, tuple(_lines(spots, placed)))


def _rows(spots: Sequence[Spot]) -> list[list[int]]:
    """Return the positions row by row. A line that would close a circle does not count."""
    forward = _without_circles(spots)
    level = dict.fromkeys(range(len(spots)), 0)
    for _round in spots:
        for position, targets in forward.items():
            for target in targets:
                level[target] = max(level[target], level[position] + 1)
    depth = max(level.values(), default=-1) + 1
    return [[position for position in level if level[position] == row] for row in range(depth)]


def _without_circles(spots: Sequence[Spot]) -> dict[int, list[int]]:
    leads_to = {
        position: list(dict.fromkeys(target for target, _label in spot.leads_to if 0 <= target < len(spots)))
        for position, spot in enumerate(spots)
    }
    kept: dict[int, list[int]] = {position: [] for position in leads_to}
    for position, targets in leads_to.items():
        for target in targets:
            if not _reaches(kept, target, position):
                kept[position].append(target)
    return kept


def _reaches(leads_to: dict[int, list[int]], start: int, goal: int) -> bool:
    seen: set[int] = set()
    waiting = [start]
    while waiting:
        position = waiting.pop()
        if position == goal:
            return True
        if position not in seen:
            seen.add(position)
            waiting += leads_to[position]
    return False


def _lines(spots: Sequence[Spot], boxes: Sequence[Box]) -> list[Line]:
    found = []
    for position, spot in enumerate(spots):
        targets = [(target, label) for target, label in spot.leads_to if 0 <= target < len(spots)]
        # Side by side along the lower edge, those to the left first: lines of one box do not cross at once.
        targets.sort(key=lambda pair: boxes[pair[0]].middle)
        box = boxes[position]
        for number, (target, label) in enumerate(targets, start=1):
            start = box.x + box.width * number // (len(targets) + 1)
            found.append(Line(start, box.bottom, boxes[target].middle, boxes[target].y, label))
    return found


def _wrapped(text: str) -> tuple[str, ...]:
    """Return the text in a few short lines; what does not fit is cut with an ellipsis."""
    lines = textwrap.wrap(text, LETTERS_PER_LINE, max_lines=MAX_LINES, placeholder=" …")
    return tuple(lines) or ("…",)
