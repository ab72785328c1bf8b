"""What several services share is named once, says nothing the sources do not know, and is used."""

from urllib.parse import urlsplit

import pytest

from tests.services.fixture_sources import (
    ACCOUNTS,
    CONTACTS,
    DISRUPTIONS,
    DOCUMENTS,
    EXAMPLES,
    LAWS,
    OFFICES,
    ROWS,
    SERVICES,
    TRUST_LEVELS,
    numbers,
)

LAW_HOSTS = {"www.gesetze-im-internet.de", "recht.nrw.de"}
SERVICE = {service["slug"]: service for service in SERVICES}
EXTERNAL = {office["title"] for office in OFFICES if office["is_external"]}
USING = [*SERVICES, *EXAMPLES]
FIELDS = {
    "name": LAWS + DOCUMENTS + ACCOUNTS,
    "code": TRUST_LEVELS,
    "function": CONTACTS,
    "title": DISRUPTIONS,
}


def named(relation: str, key: str) -> set[str]:
    return {row[key] for service in USING for row in service.get(relation, []) if key in row}


@pytest.mark.parametrize("key", FIELDS)
def test_every_record_has_a_name_of_its_own(key):
    names = [record[key] for record in FIELDS[key]]
    assert len(names) == len(set(names))
    for record in FIELDS[key]:
        texts = [value for value in record.values() if not isinstance(value, list)]
        assert all(isinstance(value, str) and value == value.strip() and value for value in texts), record[key]


def test_laws_have_only_addresses_of_official_collections():
    keys = [law.get("abbreviation") or law["name"] for law in LAWS]
    assert len(keys) == len(set(keys))
    assert {urlsplit(law["url"]).hostname for law in LAWS if "url" in law} <= LAW_HOSTS
    assert all(law["url"].startswith("https://") for law in LAWS if "url" in law)


def test_nothing_is_kept_that_nobody_names():
    assert {law.get("abbreviation") or law["name"] for law in LAWS} == named("legal_bases", "law")
    assert {document["name"] for document in DOCUMENTS} == named("documents", "record")
    assert {account["name"] for account in ACCOUNTS} == named("online_services", "account")
    contacts = {function for service in SERVICES for function in service.get("service_contacts", [])}
    assert {contact["function"] for contact in CONTACTS} == contacts


def test_documents_carry_no_figure_and_name_only_services_of_the_city():
    for document in DOCUMENTS:
        assert not numbers(" ".join(document.values())), document["name"]
        if "service" in document:
            assert not set(SERVICE[document["service"]]["offices"]) & EXTERNAL


def test_contacts_are_those_of_the_sources():
    for contact in CONTACTS:
        (service,) = [found for found in SERVICES if contact["function"] in found.get("service_contacts", [])]
        assert contact["office"] in service["offices"]
        facts = ROWS[str(service["nr"])]["fakten"]
        assert {contact[key] for key in ("phone", "email") if key in contact and contact[key] not in facts} == set()


def test_trust_levels_are_those_of_the_code_list():
    assert [level["code"] for level in TRUST_LEVELS] == ["00", "10", "15", "20", "30", "40"]
    assert named("online_services", "trust_level") <= {
        level["code"] for level in TRUST_LEVELS if "explanation" in level
    }


def test_disruptions_are_exercises_that_alarm_nobody():
    for disruption in DISRUPTIONS:
        assert not disruption.get("is_major")
        for key in ("title", "message", "alternative"):
            assert disruption[key].startswith("Übung: ")
    running, planned = DISRUPTIONS
    assert "end" not in running
    assert {len(running["targets"]), len(planned["targets"])} == {1}
    assert planned["start"] < planned["end"]
