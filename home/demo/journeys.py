"""Journeys, decision helpers and rules of responsibility, from the reviewed YAML below `fixtures/services/`."""

from typing import Any

from home.demo.references import References
from home.demo.services import add_page, add_words
from home.demo.source import Row, check, fill, read_folder
from services.enums import NodeKind
from services.models import (
    DecisionAnswer,
    DecisionIndexPage,
    DecisionNode,
    DecisionPage,
    JourneyPage,
    JourneyStep,
    Responsibility,
    ServicePage,
    StepLink,
)


def load_journeys(references: References) -> None:
    """Add missing journeys below their life situations."""
    for row in read_folder("services/journeys", set()):
        topic = references.need_topic(row, "life_situation", row.need("life_situation"))
        page = JourneyPage(title=row.need("title"), slug=row.need("slug"), summary=row.take("summary", ""))
        for child in row.children("steps"):
            step = JourneyStep(is_optional=child.take("optional", False))
            fill(step, child, "title", "text", "logic")
            for link in child.children("links"):
                step.links.add(_link(link))
            page.steps.add(_checked(step, child, "page"))
        _add(topic, page, row)


def _link(row: Row) -> StepLink:
    link = StepLink()
    if slug := row.take("service"):
        link.service = _service(row, slug)
    fill(link, row, "url", "label", "note")
    return _checked(link, row, "step")


def load_decisions(references: References) -> None:
    """Add missing decision helpers below `/entscheidungshilfe/`, where there is such a page."""
    index = DecisionIndexPage.objects.child_of(references.home).first()
    for row in read_folder("services/decisions", set()) if index else ():
        page = DecisionPage(title=row.need("title"), slug=row.need("slug"), summary=row.take("summary", ""))
        for child in row.children("nodes"):
            page.nodes.add(_node(child, references))
        _add(index, page, row)


def _node(row: Row, references: References) -> DecisionNode:
    """A node without answers is an outcome."""
    answers = list(row.children("answers"))
    node = DecisionNode(kind=NodeKind.QUESTION if answers else NodeKind.OUTCOME)
    fill(node, row, "key", "title", "text")
    for child in answers:
        answer = DecisionAnswer()
        fill(answer, child, "key", "label", "leads_to")
        node.answers.add(_checked(answer, child, "node"))
    if slug := row.take("service"):
        node.service = _service(row, slug)
    if title := row.take("office"):
        node.office = references.need_office(row, "office", title)
    return _checked(node, row, "page")


def load_responsibilities(references: References) -> None:
    """Add rules to services nobody has edited since they were loaded."""
    for row in read_folder("services/responsibilities", set()):
        service = _service(row, row.need("service"))
        for child in row.children("rules"):
            rule = Responsibility(office=references.need_office(child, "office", child.need("office")))
            fill(rule, child, "kind", "first", "last", "note")
            service.responsibilities.add(_checked(rule, child, "service"))
        row.finish()
        if service.revisions.count() == 1:
            service.save_revision().publish()


def _add(parent: Any, page: Any, row: Row) -> None:
    words = row.items("citizen_words")
    if add_page(parent, page, row):
        add_words(page, words, row)


def _service(row: Row, slug: str) -> ServicePage:
    service = ServicePage.objects.filter(slug=slug).first()
    if service is None:
        raise row.error("service", f"die Leistung „{slug}“ gibt es nicht")
    return service


def _checked(instance: Any, row: Row, parent: str) -> Any:
    row.finish()
    check(instance, row, exclude=(parent,))
    return instance
