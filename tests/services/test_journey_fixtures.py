"""The journeys, decision helpers and rules of the demo: whole, linked to what exists, without facts of their own."""

import re
from typing import Any

import pytest
import yaml

from home.demo.source import FIXTURES
from services import decision_graph, responsibility
from services.decision_graph import Answer, Node
from services.models import JourneyPage, Responsibility


def rows(pattern: str) -> list[dict[str, Any]]:
    return [row for path in sorted(FIXTURES.glob(pattern)) for row in yaml.safe_load(path.read_text(encoding="utf-8"))]


TOPICS = {row["slug"] for row in rows("services/topics.yaml") if row.get("kind") == "life_situation"}
OFFICES = {row["title"] for row in rows("services/offices.yaml")}
SERVICES = {row["slug"] for row in rows("services/*.yaml")} - TOPICS
JOURNEYS = rows("services/journeys/*.yaml")
HELPERS = rows("services/decisions/*.yaml")
RULES = rows("services/responsibilities/*.yaml")
# Amounts, percents, dates: they stand at the service, where somebody keeps them right.
FACT = re.compile(r"€|\d+ ?(?:Euro|Prozent|%)|\d{1,2}\.\d{1,2}\.|\b\d+ (?:Tage|Wochen|Monate)\b")

each_journey = pytest.mark.parametrize("journey", JOURNEYS, ids=lambda row: row["life_situation"])
each_helper = pytest.mark.parametrize("helper", HELPERS, ids=lambda row: row["slug"])


def texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for child in value.values() for text in texts(child)]
    if isinstance(value, list):
        return [text for child in value for text in texts(child)]
    return [str(value)]


def test_the_situations_people_ask_for_have_a_journey():
    assert {row["life_situation"] for row in JOURNEYS} >= {
        *("umzug", "geburt", "todesfall", "heirat", "arbeitslosigkeit"),
        *("neu-in-deutschland", "pflege", "selbststaendigkeit"),
    }
    assert len(HELPERS) >= 5


@each_journey
def test_a_journey_leads_to_what_exists(journey):
    assert journey["life_situation"] in TOPICS
    links = [link for step in journey["steps"] for link in step.get("links", [])]
    assert {link["service"] for link in links if "service" in link} <= SERVICES
    assert len(links) >= 8
    assert len(journey["steps"]) <= JourneyPage.MAX_STEPS
    assert journey["steps"][0].get("logic", "number") == "number"


@each_helper
def test_a_helper_holds(helper):
    nodes = [
        Node(
            row["key"],
            "question" if row.get("answers") else "outcome",
            row["title"],
            tuple(Answer(**answer) for answer in row.get("answers", [])),
            bool(row.get("service") or row.get("office") or row.get("text")),
        )
        for row in helper["nodes"]
    ]
    assert decision_graph.problems(nodes) == []


@each_helper
def test_an_outcome_has_a_reason_and_leads_to_what_exists(helper):
    for row in helper["nodes"]:
        if not row.get("answers"):
            assert row.get("text"), row["title"]
            assert row.get("service", "wohngeld") in SERVICES
            assert row.get("office", "Standesamt") in OFFICES


@pytest.mark.parametrize("row", [*JOURNEYS, *HELPERS], ids=lambda row: row["title"])
def test_no_fact_of_a_service_is_written_down_twice(row):
    assert [text for text in texts(row) if FACT.search(text)] == []


@pytest.mark.parametrize("row", RULES, ids=lambda row: row["service"])
def test_rules_leave_nobody_out(row):
    assert row["service"] in SERVICES
    rules = [Responsibility(**{key: value for key, value in rule.items() if key != "office"}) for rule in row["rules"]]
    assert {rule["office"] for rule in row["rules"]} <= OFFICES
    assert responsibility.gaps(rules) == []
