"""Ten services are filled completely, and whatever is invented in them says so."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from tests.services.fixture_sources import EXAMPLES, OFFICES, SERVICES, numbers

SERVICE = {service["slug"]: service for service in SERVICES}
OFFICE = {office["title"]: office for office in OFFICES}
# Not texts: what they stand for is known or checked below.
VALUES = {"slug", "kind", "form", "state", "law", "record", "account", "trust_level", "url", "sdg_area"}
VALUES |= {"office", "appointment", "booking_phone", "number", "type"}
COMPLETE = {
    *("area", "first_step", "remedy", "identification", "evidence", "tacit_approval", "procedure_languages"),
    *("documents", "deadlines", "steps", "online_services", "forms", "hints", "service_offices", "related_services"),
    "body",
}
HOSTS = {"serviceportal.bochum.de", "www.bundesjustizamt.de"}
each_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["slug"])


def texts(value: object, key: str = "") -> Iterator[str]:
    """Yield every text below `value`, without the values of fields that are no text."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in VALUES | {"payment_means", "related_services"}:
                yield from texts(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, key)
    else:
        yield str(value).removeprefix("<p>")


def rows(example: dict, relation: str) -> list[dict]:
    return example.get(relation, [])


def test_ten_services_are_filled_completely():
    assert len({example["slug"] for example in EXAMPLES}) == len(EXAMPLES) == 10
    for example in EXAMPLES:
        assert COMPLETE - set(example) == set(), example["slug"]
        whole = SERVICE[example["slug"]].get("legal_bases", []) + rows(example, "legal_bases")
        assert whole or example["slug"] == "hundesteuer-anmeldung"


@each_example
def test_every_invented_text_says_that_it_is_an_example(example):
    found = list(texts(example))
    assert len(found) > 20
    assert [text for text in found if not text.startswith("Beispiel: ")] == []
    assert {row["number"].split()[0] for row in rows(example, "forms")} == {"Beispiel"}


@each_example
def test_the_page_says_what_is_invented_beside_the_texts(example):
    notes = [hint["text"] for hint in rows(example, "hints") if hint["kind"] == "general"]
    assert len(notes) == 1
    assert "erfunden" in notes[0]
    assert ("Bezahlarten" in notes[0]) == ("payment_means" in example)


@each_example
def test_no_figure_is_invented(example):
    assert "fees" not in example
    assert "service_hours" not in example
    labels = " ".join(row["label"] for row in rows(example, "legal_bases"))
    assert not {number for text in texts(example) for number in numbers(text)} - set(numbers(labels))
    assert not [row for row in rows(example, "deadlines") if "duration" in row or row["kind"] == "processing"]


@each_example
def test_addresses_and_numbers_are_real_ones(example):
    assert {urlsplit(row["url"]).hostname for row in rows(example, "online_services") if "url" in row} <= HOSTS
    for row in rows(example, "service_offices"):
        assert row["office"] in SERVICE[example["slug"]]["offices"]
        if phone := row.get("booking_phone"):
            assert phone in {known["number"] for known in OFFICE[row["office"]]["phones"]}
        if need := row.get("appointment"):
            assert need == SERVICE[example["slug"]]["appointment"]


@each_example
def test_an_example_contradicts_no_reviewed_fact(example):
    reviewed = SERVICE[example["slug"]]
    assert reviewed["verification"] != "unverified"
    usable = [row for row in rows(example, "online_services") if row.get("state", "online") == "online"]
    assert not usable or reviewed["online_availability"] == "yes"
    free = {fee["kind"] for fee in reviewed.get("fees", [])} == {"free"}
    assert not (free and "payment_means" in example)
    assert set(example["related_services"]) <= set(SERVICE) - {example["slug"]}
