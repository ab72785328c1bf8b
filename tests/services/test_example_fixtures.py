"""Ten services are filled completely, and whatever is invented in them says so."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from tests.services.fixture_sources import EXAMPLES, OFFICES, SERVICES, numbers

SERVICE = {service["slug"]: service for service in SERVICES}
OFFICE = {office["title"]: office for office in OFFICES}
MARK = "(Beispiel)"
# Not texts: what they stand for is known or checked below.
VALUES = {"slug", "kind", "form", "state", "law", "record", "account", "trust_level", "url", "sdg_area"}
VALUES |= {"office", "appointment", "booking_phone", "number", "payment_means", "related_services"}
# What is invented of an office that the reviewed row names; everything else of such a row is checked below.
OF_OFFICE = ("have_ready", "how_to_cancel")
COMPLETE = {
    *("area", "first_step", "remedy", "identification", "evidence", "tacit_approval", "procedure_languages"),
    *("documents", "deadlines", "steps", "online_services", "forms", "hints", "service_offices", "related_services"),
}
HOSTS = {"serviceportal.bochum.de", "www.bundesjustizamt.de"}
each_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["slug"])


def texts(value: object) -> Iterator[str]:
    """Yield every text below `value`, without the values of fields that are no text."""
    inner = [item for key, item in value.items() if key not in VALUES] if isinstance(value, dict) else value
    if isinstance(inner, str):
        yield inner
    else:
        for item in inner:
            yield from texts(item)


def rows(example: dict, relation: str) -> list[dict]:
    return example.get(relation, [])


def test_ten_services_are_filled_completely():
    assert len({example["slug"] for example in EXAMPLES}) == len(EXAMPLES) == 10
    for example in EXAMPLES:
        assert COMPLETE - set(example) == set(), example["slug"]
        whole = SERVICE[example["slug"]].get("legal_bases", []) + rows(example, "legal_bases")
        assert whole or example["slug"] == "hundesteuer-anmeldung"


@each_example
def test_everything_invented_says_so_once(example):
    fields = [value for key, value in example.items() if key not in {"slug", "sdg_area"} and isinstance(value, str)]
    assert len(fields) == 7
    assert all(text.endswith(f" {MARK}") for text in fields)
    for relation in ("documents", "deadlines", "steps", "online_services", "legal_bases", "hints"):
        for row in rows(example, relation):
            assert [MARK in text for text in texts(row)].count(True) == 1, row
    for row in rows(example, "service_offices"):
        assert all(row[key].endswith(f" {MARK}") for key in OF_OFFICE)
    assert {row["number"].split()[0] for row in rows(example, "forms")} == {"Beispiel"}


@each_example
def test_no_text_only_says_that_a_text_could_stand_here(example):
    assert not [text for text in texts(example) if re.search("Platz für|So sieht|So steht|stehen kann", text)]


@each_example
def test_means_of_payment_are_said_to_be_invented(example):
    notes = [hint["text"] for hint in rows(example, "hints") if hint["kind"] == "general"]
    assert (notes == ["Auch die Bezahlarten sind erfunden. (Beispiel)"]) == ("payment_means" in example)


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
