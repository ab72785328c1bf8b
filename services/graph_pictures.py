"""Journeys and decision helpers as pictures for the editor: what is drawn, and the same in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from services import journey_progress, nested_rows
from services.decision_graph import Answer, Node, problems
from services.enums import NodeKind
from services.graph_layout import Picture, Spot, across, down

QUESTION, OUTCOME, OPTIONAL, FAULT = "question", "outcome", "optional", "fault"


@dataclass(frozen=True)
class Drawing:
    """`sentences` say what the picture shows; `faults` what is wrong with it."""

    picture: Picture
    sentences: list[str]
    faults: list[str]


def of_journey(page: Any) -> Drawing | None:
    """Return the steps as a chain: what is joined by "und" below each other, by "oder" beside each other."""
    steps = nested_rows.fetch_missing([page], "steps")
    if not steps:
        return None
    parts = [part for group in journey_progress.groups(steps) for part in group.parts]
    after = dict(pairwise(parts))
    spots: list[Spot] = [Spot("", QUESTION)] * len(steps)
    for part in parts:
        targets = tuple((number - 1, "") for number in after[part].numbers) if part in after else ()
        for number in part.numbers:
            step = steps[number - 1]
            spots[number - 1] = Spot(step.title, OPTIONAL if step.is_optional else QUESTION, targets)
    sentences = [_part_in_words(part, steps) for part in parts]
    return Drawing(down(spots), sentences, [])


def _part_in_words(part: journey_progress.Part, steps: Sequence[Any]) -> str:
    words = " oder ".join(f"„{steps[number - 1].title}“" for number in part.numbers)
    return f"{words}, nur wenn nötig" if part.is_optional else words


def of_decision(page: Any) -> Drawing | None:
    """Return questions and outcomes with their answers as lines, what is wrong marked."""
    rows = nested_rows.fetch_missing([page], "nodes")
    if not rows:
        return None
    nested_rows.fetch_missing(rows, "answers")
    nodes = [_node(row) for row in rows]
    found = problems(nodes)
    wrong = {problem.node for problem in found}
    positions = {node.key: position for position, node in reversed(list(enumerate(nodes)))}
    spots = [
        Spot(
            node.title,
            FAULT if position in wrong else OUTCOME if node.kind == NodeKind.OUTCOME else QUESTION,
            tuple((positions.get(answer.leads_to, -1), answer.label) for answer in node.answers),
        )
        for position, node in enumerate(nodes)
    ]
    sentences = [_node_in_words(node, nodes, positions) for node in nodes]
    return Drawing(across(spots), sentences, [problem.text for problem in found])


def _node(row: Any) -> Node:
    answers = tuple(Answer(answer.key, answer.label, answer.leads_to) for answer in row.answers.all())
    return Node(row.key, row.kind, row.title, answers, bool(row.service_id or row.office_id or row.text))


def _node_in_words(node: Node, nodes: Sequence[Node], positions: dict[str, int]) -> str:
    if node.kind == NodeKind.OUTCOME:
        return f"Ergebnis: „{node.title}“"

    def target(answer: Answer) -> str:
        return f"„{nodes[positions[answer.leads_to]].title}“" if answer.leads_to in positions else "nirgends"

    answers = "; ".join(f"„{answer.label}“ führt zu {target(answer)}" for answer in node.answers)
    return f"Frage: „{node.title}“ {answers or 'ohne Antwort'}"
