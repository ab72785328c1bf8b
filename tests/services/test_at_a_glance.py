"""Cost, duration, online, appointment: what is known, in one order, and nothing else."""

from decimal import Decimal

import pytest

from services import at_a_glance
from services.models import Deadline, Fee, Hint, ServicePage

# A page asks for its content type when it is made.
pytestmark = pytest.mark.django_db


def service(fees=(), deadlines=(), hints=(), **fields) -> ServicePage:
    page = ServicePage(title="Leistung", **fields)
    page.fees = [Fee(**fee) for fee in fees]
    page.deadlines = [Deadline(**deadline) for deadline in deadlines]
    page.hints = [Hint(**hint) for hint in hints]
    return page


def fixed(amount: str, **fields) -> dict:
    return {"kind": "fixed", "amount": Decimal(amount)} | fields


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


FREE = {"kind": "free"}


def test_facts_come_in_one_order():
    page = service(
        fees=[fixed("46")],
        deadlines=[{"kind": "processing", "words": "4 bis 6 Wochen"}, {"kind": "deadline", "words": "sofort"}],
        online_availability="yes",
        appointment="required",
    )
    assert [(fact.label, plain(fact.value)) for fact in at_a_glance.facts(page)] == [
        ("Kosten", "46 €"),
        ("Dauer", "4 bis 6 Wochen"),
        ("Online", "vollständig online"),
        ("Vor Ort", "nur mit Termin"),
    ]


def test_what_is_not_known_is_not_said():
    assert at_a_glance.facts(service()) == []


@pytest.mark.parametrize(("value", "alive"), [("yes", True), ("partly", True), ("no", False)])
def test_only_what_can_be_done_now_is_alive(value, alive):
    (fact,) = at_a_glance.facts(service(online_availability=value))
    assert fact.alive is alive


@pytest.mark.parametrize(
    ("fees", "text"),
    [
        ([], ""),
        ([FREE], "kostenfrei"),
        ([FREE | {"label": "einmal im Jahr"}], "einmal im Jahr kostenfrei"),
        ([FREE, FREE], "kostenfrei"),
        ([fixed("46")], "46 €"),
        ([fixed("168", unit="im Jahr")], "168 € im Jahr"),
        ([fixed("46"), fixed("27.60")], "27,60 bis 46 €"),
        ([fixed("46"), fixed("46")], "46 €"),
        ([fixed("10"), {"kind": "range", "amount": Decimal(50), "amount_to": Decimal(1200)}], "10 bis 1.200 €"),
        ([fixed("46"), FREE], "46 €, in manchen Fällen kostenfrei"),
        ([fixed("46"), {"kind": "surcharge", "amount": Decimal(7)}], "46 €"),
        ([{"kind": "surcharge", "amount": Decimal(7)}], "7 € zusätzlich"),
    ],
)
def test_the_cost_is_one_short_phrase(fees, text):
    assert plain(at_a_glance.cost(service(fees=fees))) == text


def test_hits_carry_online_appointment_and_cost():
    page = service(fees=[fixed("46")], online_availability="no", appointment="required", verification="confirmed")
    assert [plain(fact) for fact in at_a_glance.hit_facts(page)] == ["nicht online", "nur mit Termin", "46 €"]


def test_hints_are_sorted_by_what_they_are_about():
    page = service(
        hints=[{"kind": "place", "text": "A"}, {"kind": "general", "text": "B"}, {"kind": "place", "text": "C"}]
    )
    found = {kind: [hint.text for hint in hints] for kind, hints in at_a_glance.hints_by_kind(page).items()}
    assert found == {"place": ["A", "C"], "general": ["B"]}
