"""The loader of journeys, decision helpers and rules: once, by name, and with complaints that name the row."""

from django.core.management import CommandError

import pytest

from services.models import DecisionPage, JourneyPage, Responsibility, ServicePage
from tests.small_demo import load, small_demo

JOURNEY = "services/journeys/umzug.yaml"
HELPER = "services/decisions/ausweis.yaml"
RULES = "services/responsibilities/rules.yaml"


@pytest.fixture
def files():
    return small_demo() | {
        "pages/07_guidance.yaml": [
            {"path": "/entscheidungshilfe/", "type": "services.DecisionIndexPage", "title": "Entscheidungshilfen"}
        ],
        JOURNEY: [
            {
                "life_situation": "umzug",
                "slug": "schritte",
                "title": "Umzug Schritt für Schritt",
                "steps": [
                    {"title": "Packen", "links": [{"service": "perso", "note": "Früh."}]},
                    {"title": "Fahren", "logic": "or", "optional": True},
                ],
            }
        ],
        HELPER: [
            {
                "slug": "ausweis",
                "title": "Ausweis?",
                "citizen_words": ["welcher Ausweis"],
                "nodes": [
                    {"key": "a", "title": "Alt?", "answers": [{"key": "ja", "label": "Ja", "leads_to": "b"}]},
                    {"key": "b", "title": "Neuer", "text": "Darum.", "service": "perso", "office": "Büro"},
                ],
            }
        ],
        RULES: [{"service": "perso", "rules": [{"kind": "letter", "first": "A", "last": "Z", "office": "Büro"}]}],
    }


def state() -> tuple:
    helper = DecisionPage.objects.get()
    return (
        [(step.title, step.logic, step.is_optional) for step in JourneyPage.objects.get().steps.all()],
        [(node.key, node.kind, node.service and node.service.slug) for node in helper.nodes.all()],
        list(helper.citizen_words.values_list("phrase", flat=True)),
        list(Responsibility.objects.values_list("first", "last")),
        ServicePage.objects.get(slug="perso").revisions.count(),
        JourneyPage.objects.get().revisions.count(),
    )


def test_everything_is_loaded_once(db, files, write_demo):
    write_demo(files)
    load()
    first = state()
    assert first[0] == [("Packen", "number", False), ("Fahren", "or", True)]
    assert first[1] == [("a", "question", None), ("b", "outcome", "perso")]
    assert first[2] == ["welcher Ausweis"]
    assert first[3] == [("A", "Z")]
    load()
    assert state() == first


@pytest.mark.parametrize(
    ("name", "where", "value", "words"),
    [
        (JOURNEY, ("steps", 0, "links", 0, "service"), "gibt-es-nicht", "links 1"),
        (JOURNEY, ("steps", 0, "links", 0, "url"), "https://example.org/", "links 1"),
        (JOURNEY, ("life_situation",), "gibt-es-nicht", "gibt-es-nicht"),
        (HELPER, ("nodes", 1, "office"), "Kein Amt", "nodes 2"),
        (HELPER, ("nodes", 0, "answers", 0, "key"), "mit Leerzeichen", "answers 1"),
        (RULES, ("rules", 0, "last"), "1", "rules 1"),
        (RULES, ("service",), "gibt-es-nicht", "gibt-es-nicht"),
    ],
)
def test_a_wrong_row_is_named(db, files, write_demo, name, where, value, words):
    target = files[name][0]
    for key in where[:-1]:
        target = target[key]
    target[where[-1]] = value
    write_demo(files)
    with pytest.raises(CommandError) as raised:
        load()
    assert name in str(raised.value)
    assert words in str(raised.value)
