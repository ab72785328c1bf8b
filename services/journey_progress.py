"""What is done of a journey: keys of steps in the address, `1-3-4`. Nothing is kept anywhere else.

A step keeps its key for good, wherever it moves; its number is its place, counted from 1.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from services.enums import StepLogic

KEYS = re.compile(r"[0-9]{1,3}(?:-[0-9]{1,3})*")


@dataclass(frozen=True)
class Part:
    """What has to be done once: one step, or one of several that are joined by "oder"."""

    numbers: tuple[int, ...]
    is_optional: bool


@dataclass(frozen=True)
class Group:
    """What stands under one number of the journey: all of these parts ("und")."""

    number: int
    parts: tuple[Part, ...]


def parse(text: str) -> list[int] | None:
    """Return the keys of `1-3-4` as they stand there; None for anything else."""
    return [int(key) for key in text.split("-")] if KEYS.fullmatch(text) and text.isascii() else None


def keys(steps: Iterable[Any], last: int = 0) -> list[int]:
    """Return the key of each step; those without one get the next ones behind all of them and behind `last`."""
    found = [step.key for step in steps]
    fresh = count(max([last, *(key for key in found if key)]) + 1)
    return [key or next(fresh) for key in found]


def known(asked: Iterable[int], own: Iterable[int]) -> list[int]:
    """Return which of the `own` keys of a journey were asked for, each once, in order."""
    return sorted(set(asked) & set(own))


def part_of_address(done: Iterable[int]) -> str:
    """Return what stands behind the address of the journey: "erledigt/1-3-4/", "" while nothing is done."""
    text = "-".join(str(key) for key in sorted(done))
    return f"erledigt/{text}/" if text else ""


def toggled(done: Collection[int], key: int) -> list[int]:
    """Return what is done after the reader has changed their mind about the step with this key."""
    return sorted(set(done) ^ {key})


def groups(steps: Sequence[Any]) -> list[Group]:
    """Return the steps (`logic`, `is_optional`) as they belong together; steps are counted from 1.

    "und" belongs to the number above it, "oder" replaces the step above it. The first step opens a number, whatever it
    says.
    """
    found: list[list[list[int]]] = []
    for number, step in enumerate(steps, start=1):
        if not found or step.logic == StepLogic.NUMBER:
            found.append([[number]])
        elif step.logic == StepLogic.AND:
            found[-1].append([number])
        else:
            found[-1][-1].append(number)

    def part(numbers: list[int]) -> Part:
        return Part(tuple(numbers), all(steps[number - 1].is_optional for number in numbers))

    return [Group(position, tuple(map(part, parts))) for position, parts in enumerate(found, start=1)]


def counted(found: Iterable[Group], done: Collection[int]) -> tuple[int, int]:
    """Return how many parts are done, and how many there are; those that not all need do not count."""
    needed = [part for group in found for part in group.parts if not part.is_optional]
    return sum(1 for part in needed if not set(part.numbers).isdisjoint(done)), len(needed)


def spared(found: Iterable[Group], done: Collection[int]) -> set[int]:
    """Return the steps nobody needs any more, because another one of "oder" is done."""
    parts = [set(part.numbers) for group in found for part in group.parts]
    return {number for part in parts if part & set(done) for number in part - set(done)}
