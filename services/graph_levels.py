"""Which boxes of a graph stand beside each other: each one behind all that lead to it. Pure."""

from collections.abc import Sequence

Links = Sequence[Sequence[int]]


def levels(links: Links) -> list[list[int]]:
    """Return the positions level by level. `links`: the targets of each position; one that closes a circle is left out.

    Targets that do not exist are left out, too.
    """
    forward = _without_circles(links)
    level = dict.fromkeys(range(len(links)), 0)
    # Without circles every way is shorter than the number of positions.
    for _round in links:
        for position, targets in forward.items():
            for target in targets:
                level[target] = max(level[target], level[position] + 1)
    depth = max(level.values(), default=-1) + 1
    return [[position for position in level if level[position] == number] for number in range(depth)]


def _without_circles(links: Links) -> dict[int, list[int]]:
    kept: dict[int, list[int]] = {position: [] for position in range(len(links))}
    for position, targets in enumerate(links):
        for target in dict.fromkeys(targets):
            if target in kept and not _reaches(kept, target, position):
                kept[position].append(target)
    return kept


def _reaches(links: dict[int, list[int]], start: int, goal: int) -> bool:
    seen: set[int] = set()
    waiting = [start]
    while waiting:
        position = waiting.pop()
        if position == goal:
            return True
        if position not in seen:
            seen.add(position)
            waiting += links[position]
    return False
