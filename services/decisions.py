"""Walks through a decision helper: the answers in the address lead from the first question to the outcome."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cms.localized import localized_by_id
from services import nested_rows
from services.decision_graph import MAX_QUESTIONS
from services.models.office import OfficePage
from services.models.service import ServicePage


@dataclass(frozen=True)
class Given:
    """A question that has been answered; `change_url` asks it again, with the answers before it."""

    question: str
    answer: str
    change_url: str


@dataclass(frozen=True)
class Choice:
    label: str
    url: str


@dataclass(frozen=True)
class Walk:
    """`given` answers that fit, their `keys`, and the `node` they lead to (None: the helper leads nowhere)."""

    given: list[Given]
    keys: list[str]
    node: Any


def walk(page: Any, base: str, keys: Sequence[str]) -> Walk:
    """Follow the answers from the first node of the helper at address `base`, as far as they fit. Two statements."""
    nodes = nested_rows.fetch_missing([page], "nodes")
    nested_rows.fetch_missing(nodes, "answers")
    by_key = {node.key: node for node in reversed(nodes)}
    node, url = (nodes[0] if nodes else None), base
    given: list[Given] = []
    fitting: list[str] = []
    for key in keys[:MAX_QUESTIONS]:
        answer = next((row for row in (node.answers.all() if node else []) if row.key == key), None)
        if answer is None or node is None:
            break
        given.append(Given(node.title, answer.label, url))
        fitting.append(key)
        node, url = by_key.get(answer.leads_to), f"{url}{key}/"
    return Walk(given, fitting, node)


def choices(node: Any, url: str) -> list[Choice]:
    """Return the answers to the question shown at `url`; an outcome has none."""
    return [Choice(row.label, f"{url}{row.key}/") for row in node.answers.all()] if node else []


def targets(node: Any, locale_id: int) -> dict[str, Any]:
    """Return where an outcome leads: `service` with its `facts`, `office`; what is not live is None."""
    services = localized_by_id(ServicePage.objects.all(), [node.service_id], locale_id)
    offices = localized_by_id(OfficePage.objects.all(), [node.office_id], locale_id)
    service, office = services.get(node.service_id), offices.get(node.office_id)
    return {
        "service": service,
        "facts": ServicePage.hit_facts([service.pk]).get(service.pk, []) if service else [],
        "office": office,
    }
