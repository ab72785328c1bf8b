"""Offices and topics: what the CSV says of an office, and references that lead somewhere."""

import re
from datetime import time

import pytest

from tests.services.fixture_sources import OFFICES, SERVICES, SOURCE_OFFICES, TOPICS, numbers, words

DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
SAME = {"street": "strasse", "postcode": "plz", "city": "ort", "email": "email", "parent": "uebergeordnet"}
KEYS = {"slug", "title", "is_external", *SAME, "phones", "hours_note", "opening_hours"}
KEYS |= {"by_appointment_only", "uses_building_hours", "accessibility", "note"}
each_office = pytest.mark.parametrize("office", OFFICES, ids=lambda office: office["slug"])


def public_text(office: dict) -> str:
    """Join everything a visitor may read of an office."""
    rows = [row for key in ("phones", "opening_hours") for row in office.get(key, [])]
    texts = [value for key, value in office.items() if key != "slug" and isinstance(value, str)]
    texts += [value for row in rows for key, value in row.items() if key not in {"kind", "weekday"}]
    return "\n".join(texts)


def public_columns(row: dict[str, str]) -> str:
    return "\n".join(value for column, value in row.items() if column != "beleg")


def days(text: str) -> set[int]:
    """Return the weekdays a text names, spans such as "Montag bis Freitag" filled in."""
    found = {DAYS.index(day) for day in re.findall("|".join(DAYS), text)}
    for first, last in re.findall(r"(\w+tag) bis (\w+tag)", text):
        found |= set(range(DAYS.index(first), DAYS.index(last) + 1))
    return found


def test_every_office_of_the_source_exists_exactly_once():
    assert len(OFFICES) == len(SOURCE_OFFICES) == 90
    assert sorted(office["title"] for office in OFFICES) == sorted(SOURCE_OFFICES)


@each_office
def test_office_says_what_its_row_says(office):
    row = SOURCE_OFFICES[office["title"]]
    assert set(office) <= KEYS
    assert "/" not in office["title"]
    assert {key: office.get(key, "") for key in SAME} == {key: row[column] for key, column in SAME.items()}
    assert office["is_external"] == (row["art"] == "extern")
    assert office.get("accessibility", "") == row["barrierefreiheit"]
    assert office.get("by_appointment_only", False) == ("nur mit Termin" in row["zeiten"])
    assert set(row["telefon"].split(" | ")) - {""} <= {phone["number"] for phone in office.get("phones", [])}


@each_office
def test_numbers_of_an_office_are_those_of_its_row(office):
    assert set(numbers(public_text(office))) == set(numbers(public_columns(SOURCE_OFFICES[office["title"]])))


@each_office
def test_every_word_of_times_and_remarks_is_kept(office):
    row = SOURCE_OFFICES[office["title"]]
    # Carried by the kind and weekday of a row, and by a telephone number standing among the telephone numbers.
    by_form = {"telefonnummer", "telefonnummern", "für", "die", "der"}
    by_form |= set(words("Nur mit Termin")) if office.get("by_appointment_only") else set()
    by_form |= set(words("Telefon Vorsprache Uhr bis und", *DAYS)) if "opening_hours" in office else set()
    assert set(words(row["zeiten"], row["hinweis"]) - words(public_text(office))) <= by_form


@each_office
def test_no_word_is_added_to_an_office(office):
    """A label may come from another row with the same number, such as "Terminhotline"."""
    numbers_of_office = {phone["number"] for phone in office.get("phones", [])}
    rows = [SOURCE_OFFICES[office["title"]]]
    rows += [row for row in SOURCE_OFFICES.values() if numbers_of_office & set(row["telefon"].split(" | "))]
    assert set(words(public_text(office))) <= set(words(*(public_columns(row) for row in rows)))


@each_office
def test_structured_hours_stand_for_the_days_named(office):
    hours = office.get("opening_hours", [])
    times = SOURCE_OFFICES[office["title"]]["zeiten"]
    assert not (hours and "hours_note" in office)
    assert {span["weekday"] for span in hours} == (days(times) if hours else set())
    assert {span["kind"] for span in hours} <= {"visit", "phone"}
    assert all(time.fromisoformat(span["opens"]) < time.fromisoformat(span["closes"]) for span in hours)
    # "Nur mit Termin" alone is said by the field of that name.
    said = hours or office.get("hours_note") or office.get("by_appointment_only")
    assert bool(times) == bool(said)


def test_parents_stand_before_their_offices():
    titles = [office["title"] for office in OFFICES]
    for place, office in enumerate(OFFICES):
        assert office.get("parent", titles[0]) in titles[: place + 1], office["title"]


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service["slug"])
def test_offices_of_services_exist(service):
    assert set(service["offices"]) <= {office["title"] for office in OFFICES}


@pytest.mark.parametrize("records", [SERVICES, OFFICES, TOPICS], ids=["services", "offices", "topics"])
def test_slugs_are_short_clean_and_unique(records):
    slugs = [record["slug"] for record in records]
    assert len(slugs) == len(set(slugs))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) and len(slug) <= 45 for slug in slugs)
    assert "a-z" not in slugs


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic["slug"])
def test_topics_lead_to_services(topic):
    members = {
        service["slug"]
        for service in SERVICES
        if topic["slug"] in [service["topic"], *service.get("life_situations", [])]
    }
    assert set(topic) == {"slug", "title", "kind", "icon", "summary", "order", "top"}
    assert 3 <= len(topic["top"]) == len(set(topic["top"])) <= 5
    assert set(topic["top"]) <= members
    assert len(topic["summary"]) <= 160


def test_life_situations_of_services_exist():
    situations = {topic["slug"] for topic in TOPICS if topic["kind"] == "life_situation"}
    assert 10 <= len(situations) <= 15
    assert {slug for service in SERVICES for slug in service.get("life_situations", [])} == situations
