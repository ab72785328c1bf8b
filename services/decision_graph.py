"""Whether a decision helper holds: one beginning, no dead end, no circle, everything reachable. Pure functions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from services.enums import NodeKind

# An address has room for more, a person has not the patience.
MAX_QUESTIONS = 8


@dataclass(frozen=True)
class Answer:
    key: str
    label: str
    leads_to: str


@dataclass(frozen=True)
class Node:
    """A question or an outcome; `has_target`: a service, an office or a text says where it goes on."""

    key: str
    kind: str
    title: str
    answers: tuple[Answer, ...] = ()
    has_target: bool = True


@dataclass(frozen=True)
class Problem:
    """What is wrong, for the editor; `node` and `answer` are positions, `field` is where the message belongs."""

    node: int
    field: str
    text: str
    answer: int | None = None


def problems(nodes: Sequence[Node]) -> list[Problem]:
    """Return everything that is wrong, node by node; the first node is the beginning. Keys come before connections."""
    found = [problem for position, node in enumerate(nodes) for problem in _alone(position, node, nodes)]
    return found or [*_circles(nodes), *_unreached(nodes), *_too_long(nodes)]


def _alone(position: int, node: Node, nodes: Sequence[Node]) -> Iterator[Problem]:
    """What can be seen without following the answers."""
    earlier = next((other for other in nodes[:position] if other.key == node.key), None)
    if earlier:
        yield Problem(position, "key", f"Das Kürzel „{node.key}“ hat schon „{earlier.title}“.")
    if position == 0 and node.kind != NodeKind.QUESTION:
        yield Problem(position, "kind", f"Der Anfang „{node.title}“ muss eine Frage sein.")
    if node.kind == NodeKind.QUESTION and not node.answers:
        yield Problem(position, "title", f"Die Frage „{node.title}“ hat keine Antwort: Hier ginge es nicht weiter.")
    if node.kind == NodeKind.OUTCOME and node.answers:
        yield Problem(position, "kind", f"Das Ergebnis „{node.title}“ hat Antworten. Ist es eine Frage?")
    if node.kind == NodeKind.OUTCOME and not node.has_target:
        text = f"Das Ergebnis „{node.title}“ führt nirgends hin: Wählen Sie eine Leistung oder eine Dienststelle."
        yield Problem(position, "service", text)
    keys = {other.key for other in nodes}
    for number, answer in enumerate(node.answers):
        yield from _answer(position, number, answer, node, keys)


def _answer(position: int, number: int, answer: Answer, node: Node, keys: set[str]) -> Iterator[Problem]:
    if any(other.key == answer.key for other in node.answers[:number]):
        text = f"Bei „{node.title}“ gibt es das Kürzel „{answer.key}“ zweimal."
        yield Problem(position, "key", text, number)
    if answer.leads_to not in keys:
        text = f"Die Antwort „{answer.label}“ führt zu „{answer.leads_to}“. Eine Frage mit diesem Kürzel gibt es nicht."
        yield Problem(position, "leads_to", text, number)


def links(nodes: Sequence[Node]) -> dict[int, list[int]]:
    """Return the positions each node leads to; of nodes with the same key the first one counts."""
    positions: dict[str, int] = {}
    for position, node in enumerate(nodes):
        positions.setdefault(node.key, position)
    return {
        position: [positions[answer.leads_to] for answer in node.answers if answer.leads_to in positions]
        for position, node in enumerate(nodes)
    }


def circle(nodes: Sequence[Node]) -> list[int]:
    """Return the positions of one circle in its order, [] without any."""
    leads_to = links(nodes)
    finished: set[int] = set()
    for start in leads_to:
        way, waiting = [start], [iter(leads_to[start])]
        while way and start not in finished:
            target = next(waiting[-1], None)
            if target is None:
                finished.add(way.pop())
                waiting.pop()
            elif target in way:
                return way[way.index(target) :]
            elif target not in finished:
                way.append(target)
                waiting.append(iter(leads_to[target]))
    return []


def reached(nodes: Sequence[Node]) -> set[int]:
    """Return the positions that can be reached from the first node, itself included."""
    leads_to = links(nodes)
    found: set[int] = set()
    waiting = [0] if nodes else []
    while waiting:
        position = waiting.pop()
        if position not in found:
            found.add(position)
            waiting += leads_to[position]
    return found


def _circles(nodes: Sequence[Node]) -> Iterator[Problem]:
    if way := circle(nodes):
        names = " → ".join(f"„{nodes[position].title}“" for position in [*way, way[0]])
        yield Problem(way[0], "title", f"Hier geht es im Kreis: {names}.")


def _unreached(nodes: Sequence[Node]) -> Iterator[Problem]:
    targets = {target for found in links(nodes).values() for target in found}
    for position in sorted(set(range(len(nodes))) - reached(nodes)):
        title = nodes[position].title
        if position in targets:
            yield Problem(position, "title", f"„{title}“ ist vom Anfang aus nicht zu erreichen.")
        else:
            yield Problem(position, "title", f"Zu „{title}“ führt keine Antwort: Es wäre ein zweiter Anfang.")


def _too_long(nodes: Sequence[Node]) -> Iterator[Problem]:
    if circle(nodes):
        return
    leads_to, longest = links(nodes), dict.fromkeys(range(len(nodes)), 0)
    # Without circles every way is shorter than the number of nodes.
    for _round in nodes:
        for position, targets in leads_to.items():
            for target in targets:
                longest[target] = max(longest[target], longest[position] + 1)
    too_far = next((position for position in longest if longest[position] > MAX_QUESTIONS), None)
    if too_far is not None:
        text = f"Bis zu „{nodes[too_far].title}“ sind es mehr als {MAX_QUESTIONS} Fragen."
        yield Problem(too_far, "title", text)
