"""The reviewed YAML of the services says what the CSV says: nothing lost, nothing added, no internal note."""

import re
from collections import Counter
from decimal import Decimal

import pytest
import yaml

from services import durations
from tests.services.fixture_sources import (
    BY_TOPIC,
    CONTACTS,
    DOCUMENTS,
    EXAMPLES,
    LAWS,
    OFFICES,
    ROWS,
    SERVICES,
    SOURCE_OFFICES,
    TOPICS,
    german,
    internal_pieces,
    numbers,
    words,
)

FACT_KEYS = ("fees", "documents", "deadlines", "steps", "online_services", "forms", "legal_bases", "hints")
TEXT_KEYS = ("slug", "title", "official_name", "leika_key", "ozg_id", "ozg_service", "topic", "verification", "summary")
OPTIONAL_KEYS = (
    "service_type",
    "service_contacts",
    "online_availability",
    "appointment",
    "target_group",
    "internal_note",
    "life_situations",
    "offices",
    "citizen_words",
)
ROW_KEYS = {
    "fees": {"label", "kind", "amount", "amount_to", "unit", "valid_from"},
    "documents": {"record", "text", "condition"},
    "deadlines": {"kind", "duration", "duration_to", "unit", "words"},
    "online_services": {"label", "url", "provider", "note"},
    "forms": {"title", "note"},
    "legal_bases": {"law", "label", "own_url"},
    "hints": {"kind", "text"},
}
# The fixed words of a statement that have become the key or the kind of a row.
CARRIED_BY_KEY = {
    "fees": "Kosten",
    "documents": "Mitbringen",
    "online_services": "Online möglich beim",
    "legal_bases": "Rechtsgrundlage",
    "service_contacts": "Kontakt Telefon",
}
# "Frist: 2 Wochen" says that it is within two weeks.
CARRIED_BY_DURATION = "innerhalb von"
CARRIED_BY_KIND = {
    "free": "gebührenfrei kostenfrei",
    "surcharge": "zusätzlich",
    "range": "bis",
    "fixed": "",
    "deadline": "Frist",
    "due": "Fällig",
    "validity": "Gültigkeit",
    "processing": "Dauer",
    "prerequisite": "Voraussetzung",
    "audience": "Für wen",
    "contact": "Kontakt",
    "place": "Ort",
    "times": "Zeiten",
    "responsibility": "Zuständig",
    "appointment": "Termin",
    "general": "",
}
VALUES = {
    "pruefstand": ("verification", {"belegt": "confirmed", "recht": "law", "ungeprueft": "unverified"}),
    "online": ("online_availability", {"ja": "yes", "teilweise": "partly", "nein": "no", "": ""}),
    "termin": ("appointment", {"noetig": "required", "moeglich": "possible", "nein": "none", "": ""}),
}
EURO = re.compile(r"([\d.,]*\d)(?: bis ([\d.,]*\d))? €")
INTERNAL_COLUMNS = ("notiz_intern", "beleg")
# In notes and in our own sentences or slugs alike; they give nothing away.
EVERYDAY_WORDS = {"anträge", "bürgerbüros", "diese", "dokumente", "euro", "fundbuero", "ob", "prüfen", "was", "über"}
NOT_THE_CITY = "Dafür ist nicht die Stadt zuständig, sondern "
LAW_NAMES = {law.get("abbreviation") or law["name"]: law["name"] for law in LAWS}
DOCUMENT_NAMES = {document["name"] for document in DOCUMENTS}
CONTACT = {contact["function"]: contact.get("phone") or contact["email"] for contact in CONTACTS}
EXTERNAL = {office["title"] for office in OFFICES if office["is_external"]}
each_service = pytest.mark.parametrize("service", SERVICES, ids=lambda service: f"{service['nr']}-{service['slug']}")


def facts(service: dict) -> list[dict]:
    return [row for key in FACT_KEYS for row in service.get(key, [])]


def fact_text(service: dict) -> str:
    """Join what the page says in all rows: without their kind, a duration in words, amounts as Germans write them."""
    contacts = [CONTACT[function] for function in service.get("service_contacts", [])]
    return "\n".join([*map(row_text, facts(service)), *contacts])


def row_text(row: dict) -> str:
    spent = {"kind", "record"}
    # A text of its own stands instead of the name of the record.
    texts = [row["record"]] if "record" in row and "text" not in row else []
    if "duration" in row:
        spent |= {"duration", "duration_to", "unit"}
        texts.append(durations.text(row["duration"], row.get("duration_to"), row["unit"]))
    values = [(key, value) for key, value in row.items() if key not in spent]
    return "\n".join(texts + [value.replace(".", ",") if key.startswith("amount") else value for key, value in values])


def test_every_row_is_one_record_in_the_file_of_its_topic():
    assert len(ROWS) == 228
    assert sorted(str(service["nr"]) for service in SERVICES) == sorted(ROWS)
    for slug, services in BY_TOPIC.items():
        assert {service["topic"] for service in services} == {slug}
        assert len({ROWS[str(service["nr"])]["thema"] for service in services}) == 1
    assert len(BY_TOPIC) == len({row["thema"] for row in ROWS.values()}) == 10


@each_service
def test_titles_keys_and_states_are_those_of_the_row(service):
    row = ROWS[str(service["nr"])]
    pairs = {"title": "leistung", "leika_key": "leika_schluessel", "service_type": "typisierung"}
    pairs |= {"ozg_id": "ozg_id", "ozg_service": "ozg_leistung"}
    assert {key: service.get(key, "") for key in pairs} == {key: row[column] for key, column in pairs.items()}
    assert service.get("official_name", "") == re.sub(r" \(neuer als Liste .*\)$", "", row["leika_name"])
    assert service.get("internal_note", "") == row["notiz_intern"]
    assert service["offices"] == row["stelle"].split(" | ")
    for column, (key, values) in VALUES.items():
        assert service.get(key, "") == values[row[column]], key


@each_service
def test_records_have_the_agreed_form(service):
    assert set(service) <= {"nr", *TEXT_KEYS, *FACT_KEYS, *OPTIONAL_KEYS}
    for key in set(FACT_KEYS) & set(service):
        for row in service[key]:
            assert set(row) <= ROW_KEYS[key]
            texts = {key: value for key, value in row.items() if not key.startswith("duration")}
            assert all(isinstance(value, str) and value and value == value.strip() for value in texts.values())
            assert row.get("kind", "general") in CARRIED_BY_KIND
    for fee in service.get("fees", []):
        assert (fee["kind"] != "free") == ("amount" in fee)
        assert (fee["kind"] == "range") == ("amount_to" in fee)
    for deadline in service.get("deadlines", []):
        assert ("duration" in deadline) == ("unit" in deadline)
        assert "duration" in deadline or "words" in deadline


@each_service
def test_records_that_a_service_names_exist(service):
    assert {row["law"] for row in service.get("legal_bases", []) if "law" in row} <= set(LAW_NAMES)
    assert {row["record"] for row in service.get("documents", []) if "record" in row} <= DOCUMENT_NAMES
    assert set(service.get("service_contacts", [])) <= set(CONTACT)


@each_service
def test_amounts_are_exactly_those_of_the_row(service):
    costs = [fact for fact in ROWS[str(service["nr"])]["fakten"].split("; ") if fact.startswith("Kosten: ")]
    expected = [german(amount) for cost in costs for pair in EURO.findall(cost) for amount in pair if amount]
    found = [Decimal(fee[key]) for fee in service.get("fees", []) for key in ("amount", "amount_to") if key in fee]
    assert found == expected
    assert len(service.get("fees", [])) >= len(costs)


@each_service
def test_numbers_are_those_of_the_row(service):
    row = ROWS[str(service["nr"])]
    # Only the name of a law may carry a number that the row has: "Landesbauordnung 2018".
    names = "\n".join(LAW_NAMES[basis["law"]] for basis in service.get("legal_bases", []) if "law" in basis)
    assert numbers(row["fakten"]) - numbers(fact_text(service) + names) == Counter()
    assert set(numbers(fact_text(service))) <= set(numbers(row["fakten"]))
    assert set(numbers(service["summary"])) <= set(numbers(row["fakten"] + " " + row["leistung"]))


@each_service
def test_no_word_of_the_facts_is_lost_or_added(service):
    row = ROWS[str(service["nr"])]
    kinds = [CARRIED_BY_KIND[fact["kind"]] for fact in facts(service) if "kind" in fact]
    keys = [CARRIED_BY_KEY.get(key, "") for key in service]
    since = "Gebühren gelten seit" if any("valid_from" in fee for fee in service.get("fees", [])) else ""
    lengths = [row for row in service.get("deadlines", []) if row["kind"] == "deadline" and "duration" in row]
    within = [CARRIED_BY_DURATION] if lengths else []
    source, said = words(row["fakten"]), words(fact_text(service))
    assert set(source - said) <= {"und", *words(*kinds, *keys, *within, since)}
    assert set(said) - set(source) <= set(words(row["leistung"], "Online"))


@each_service
def test_summary_is_one_short_sentence_that_names_others_where_the_city_is_not_responsible(service):
    facts_of_row = ROWS[str(service["nr"])]["fakten"]
    summary = service["summary"]
    assert len(summary) <= 160
    # Summaries stand in search results, where unverified facts must not be.
    if service["verification"] == "unverified":
        assert set(numbers(summary)) <= set(numbers(service["title"]))
    assert re.fullmatch(r"[A-ZÄÖÜ].*[^.]\.", summary)
    if "nicht die Stadt" in facts_of_row:
        assert summary.startswith(NOT_THE_CITY)
    if summary.startswith(NOT_THE_CITY):
        assert set(service["offices"]) <= EXTERNAL


def test_no_internal_note_is_public():
    """What a note shares with public columns is public anyway, so only the rest of it can give itself away."""
    rows = [*ROWS.values(), *SOURCE_OFFICES.values()]
    notes = [row[column] for row in rows for column in INTERNAL_COLUMNS if column in row]
    allowed = [value for row in rows for column, value in row.items() if column not in INTERNAL_COLUMNS]
    public = yaml.safe_dump([*OFFICES, *TOPICS], allow_unicode=True, width=10_000).lower()
    public += "\n".join(f"{service[key]}\n" for service in SERVICES for key in ("title", "summary")).lower()
    public += "\n".join(map(fact_text, SERVICES)).lower()
    # Everyday single words of citizens occur in notes by chance, whole pieces of a note do not.
    searched = "\n".join(word for service in SERVICES for word in service.get("citizen_words", [])).lower()
    # The same holds for whole sentences of our own; figures have a test of their own there.
    written = yaml.safe_dump([LAWS, DOCUMENTS, CONTACTS, EXAMPLES], allow_unicode=True, width=10_000).lower()
    secret_pieces = {
        piece for note in notes for piece in internal_pieces(note) if piece not in "\n".join(allowed).lower()
    }
    secret_words = set(words(*notes)) - set(words(*allowed)) - EVERYDAY_WORDS
    assert len(secret_pieces) > 100
    assert len(secret_words) > 100
    assert {piece for piece in secret_pieces if piece in public + searched + written} == set()
    assert secret_words & set(words(public)) == set()
