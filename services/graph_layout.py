"""Where the boxes and lines of a small graph stand. Pure: positions in, positions out, no drawing.

Questions stand from left to right, each with its answers as rows, and a line leaves each row: so no words lie on lines.
Steps stand from top to bottom. All measures are user units of the SVG, about a pixel each.
"""

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from services.graph_levels import levels

BOX_WIDTH, LINE_HEIGHT, ROW_HEIGHT, PADDING = 220, 18, 24, 10
GAP_ACROSS, GAP_DOWN, GAP_SMALL, MARGIN = 64, 44, 18, 8
LETTERS_PER_LINE, LETTERS_PER_ROW, MAX_LINES = 24, 28, 3


@dataclass(frozen=True)
class Spot:
    """A box to place. `kind` names the look; `leads_to`: (position of the target, words of the row)."""

    text: str
    kind: str
    leads_to: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class Box:
    """`lines` are the words, `rows` what leads on; both fit."""

    x: int
    y: int
    kind: str
    lines: tuple[str, ...]
    rows: tuple[str, ...] = ()
    width: int = BOX_WIDTH

    @property
    def head(self) -> int:
        """The height of the words above the rows."""
        return 2 * PADDING + LINE_HEIGHT * len(self.lines)

    @property
    def height(self) -> int:
        return self.head + ROW_HEIGHT * len(self.rows)

    @property
    def middle(self) -> int:
        return self.x + self.width // 2

    @property
    def texts(self) -> list[tuple[int, str]]:
        """Return (y of the baseline, words) of each line."""
        first = self.y + PADDING + LINE_HEIGHT - 5
        return [(first + number * LINE_HEIGHT, line) for number, line in enumerate(self.lines)]

    @property
    def row_texts(self) -> list[tuple[int, int, str]]:
        """Return (y of the rule above, y of the baseline, words) of each row."""
        first = self.y + self.head
        return [
            (first + number * ROW_HEIGHT, first + (number + 1) * ROW_HEIGHT - 7, row)
            for number, row in enumerate(self.rows)
        ]


@dataclass(frozen=True)
class Line:
    """An arrow; `is_across`: it arrives from the left, else from above."""

    x1: int
    y1: int
    x2: int
    y2: int
    is_across: bool

    @property
    def curve(self) -> str:
        """The path of the SVG: leaves and arrives straight."""
        if self.is_across:
            bend = max(abs(self.x2 - self.x1) // 2, GAP_ACROSS // 2)
            return f"M{self.x1} {self.y1}C{self.x1 + bend} {self.y1} {self.x2 - bend} {self.y2} {self.x2} {self.y2}"
        bend = max(abs(self.y2 - self.y1) // 2, GAP_DOWN // 2)
        return f"M{self.x1} {self.y1}C{self.x1} {self.y1 + bend} {self.x2} {self.y2 - bend} {self.x2} {self.y2}"

    @property
    def head(self) -> str:
        return f"M{self.x2} {self.y2}" + ("l-9 -5v10z" if self.is_across else "l-5 -9h10z")


@dataclass(frozen=True)
class Picture:
    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


def across(spots: Sequence[Spot]) -> Picture:
    """Return the spots from left to right, boxes in the order of `spots`; a row without target has no line."""
    boxes: dict[int, Box] = {}
    for column, level in enumerate(levels([[target for target, _text in spot.leads_to] for spot in spots])):
        y = MARGIN
        # Near what leads to them, so that few lines cross.
        for position in sorted(level, key=_near_sources(spots, boxes)):
            rows = tuple(_short(text) for _target, text in spots[position].leads_to)
            x = MARGIN + column * (BOX_WIDTH + GAP_ACROSS)
            boxes[position] = Box(x, y, spots[position].kind, _wrapped(spots[position].text), rows)
            y += boxes[position].height + GAP_SMALL
    found = [
        Line(box.x + box.width, y - 2, boxes[target].x, boxes[target].y + boxes[target].head // 2, True)
        for position, box in sorted(boxes.items())
        for (_rule, y, _text), (target, _words) in zip(box.row_texts, spots[position].leads_to, strict=True)
        if target in boxes
    ]
    return _picture(boxes, found)


def _near_sources(spots: Sequence[Spot], boxes: dict[int, Box]) -> Callable[[int], tuple[float, int]]:
    def middle(position: int) -> tuple[float, int]:
        heights = [
            y
            for source, box in boxes.items()
            for (_rule, y, _row), (target, _text) in zip(box.row_texts, spots[source].leads_to, strict=True)
            if target == position
        ]
        return (sum(heights) / len(heights) if heights else 0, position)

    return middle


def down(spots: Sequence[Spot]) -> Picture:
    """Return the spots from top to bottom, without rows: what stands beside each other is a choice."""
    rows = levels([[target for target, _text in spot.leads_to] for spot in spots])
    widest = max((len(row) for row in rows), default=1)
    width = widest * BOX_WIDTH + (widest - 1) * GAP_SMALL
    boxes: dict[int, Box] = {}
    y = MARGIN
    for row in rows:
        x = MARGIN + (width - len(row) * BOX_WIDTH - (len(row) - 1) * GAP_SMALL) // 2
        for position in row:
            boxes[position] = Box(x, y, spots[position].kind, _wrapped(spots[position].text))
            x += BOX_WIDTH + GAP_SMALL
        y += max(boxes[position].height for position in row) + GAP_DOWN
    found = [
        Line(box.middle, box.y + box.height, boxes[target].middle, boxes[target].y, False)
        for position, box in sorted(boxes.items())
        for target in dict.fromkeys(target for target, _text in spots[position].leads_to)
        if target in boxes
    ]
    return _picture(boxes, found)


def _picture(boxes: dict[int, Box], lines: list[Line]) -> Picture:
    width = max((box.x + box.width for box in boxes.values()), default=0) + MARGIN
    height = max((box.y + box.height for box in boxes.values()), default=0) + MARGIN
    return Picture(width, height, tuple(boxes[position] for position in sorted(boxes)), tuple(lines))


def _wrapped(text: str) -> tuple[str, ...]:
    """Return the text in a few short lines; what does not fit is cut with an ellipsis."""
    lines = textwrap.wrap(text, LETTERS_PER_LINE, max_lines=MAX_LINES, placeholder=" …")
    return tuple(lines) or ("…",)


def _short(text: str) -> str:
    return text if len(text) <= LETTERS_PER_ROW else f"{text[: LETTERS_PER_ROW - 1].rstrip()}…"
