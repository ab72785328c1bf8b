"""Directories for other programs: fields as the editors defined them, entries under the numbers of their source."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from wagtail.models import Locale

import pytest

from cms import freshness
from tests import factories

LIST = "/api/v1/directories"


def fetch(client, address: str, **query):
    response = client.get(address, query)
    assert response.status_code == 200, response.text
    return response.json()


@pytest.fixture
def address(playgrounds) -> str:
    return f"{LIST}/{playgrounds.translation_key}"


def test_a_directory_says_what_it_holds_and_where_it_comes_from(client, playgrounds, entries, address):
    playgrounds.source_name, playgrounds.licence = "Stadt Bochum", "CC0 1.0"
    playgrounds.save_revision().publish()
    found = fetch(client, address)
    assert (found["title"], found["source_name"], found["licence"]) == ("Spielplätze", "Stadt Bochum", "CC0 1.0")
    assert found["entries"] == 4
    assert [(row["key"], row["kind"]) for row in found["fields"]] == [
        *(("art", "choice"), ("merkmal", "yes_no"), ("website", "link")),
    ]
    assert fetch(client, LIST)["items"] == [found]


def test_entries_carry_place_and_values(client, entries, address):
    found = fetch(client, f"{address}/entries")
    assert [entry["id"] for entry in found["items"]] == ["park", "nord", "oel", "ruhr"]
    north = found["items"][1]
    assert (north["name"], north["street"], north["postcode"], north["district"]) == (
        *("Nordpark", "Nordstr. 1", "44805", "Nord"),
    )
    assert (north["latitude"], north["longitude"]) == (51.52, 7.25)
    assert north["values"] == {"art": ["Spielplatz", "Bolzplatz"], "merkmal": True}
    assert north["url"].startswith("http://testserver/")
    assert north["url"].endswith("/spielplatze/nordpark/")
    assert found["items"][3]["latitude"] is None
    assert fetch(client, f"{address}/entries/nord") == north


def test_an_entry_is_found_by_any_number_of_its_source(client, playgrounds, address):
    factories.EntryFactory(directory=playgrounds, external_id="a/b ü?", name="Schräg")
    assert fetch(client, f"{address}/entries/a/b ü%3F")["name"] == "Schräg"


def test_notes_and_hidden_entries_are_not_told(client, entries, address):
    entries["nord"].note = "GEHEIM"
    entries["nord"].save()
    entries["oel"].live = False
    entries["oel"].save()
    freshness.forget()
    text = client.get(f"{address}/entries").text
    assert "GEHEIM" not in text
    assert "Ölberg" not in text
    assert client.get(f"{address}/entries/oel").status_code == 404


def test_a_translation_shows_the_same_entries(client, playgrounds, entries, address):
    turkish = playgrounds.copy_for_translation(Locale.objects.create(language_code="tr"), copy_parents=True)
    turkish.title = "Oyun alanları"
    turkish.save_revision().publish()
    found = fetch(client, address, lang="tr")
    assert (found["title"], found["entries"]) == ("Oyun alanları", 4)
    assert fetch(client, f"{address}/entries", lang="tr")["total"] == 4


def test_a_translation_names_source_and_day_of_the_german_page(client, playgrounds, entries, address):
    turkish = playgrounds.copy_for_translation(Locale.objects.create(language_code="tr"), copy_parents=True)
    turkish.save_revision().publish()
    playgrounds.source_name, playgrounds.licence, playgrounds.data_as_of = "Stadt", "CC0 1.0", date(2026, 11, 1)
    playgrounds.save_revision().publish()
    freshness.forget()
    found = fetch(client, address, lang="tr")
    assert (found["source_name"], found["licence"], found["data_as_of"]) == ("Stadt", "CC0 1.0", "2026-11-01")
    turkish.refresh_from_db()
    text = client.get(turkish.get_url()).text
    assert "CC0 1.0" in text
    assert "2026-11-01" in text


def test_a_draft_is_not_there(client, playgrounds, entries, address):
    playgrounds.unpublish()
    for end in ("", "/entries", "/entries/nord"):
        assert client.get(address + end).status_code == 404
    assert fetch(client, LIST)["items"] == []


def test_more_entries_cost_no_more_statements(client, playgrounds, entries, address):
    for number in range(20):
        factories.EntryFactory(directory=playgrounds, external_id=f"n{number}", name=f"Platz {number}")
    freshness.forget()
    counts = []
    for per_page in (2, 100):
        fetch(client, f"{address}/entries", per_page=per_page)
        with CaptureQueriesContext(connection) as captured:
            fetch(client, f"{address}/entries", per_page=per_page)
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 8


def test_more_directories_cost_no_more_statements(client, index, playgrounds):
    fetch(client, LIST)
    with CaptureQueriesContext(connection) as few:
        fetch(client, LIST)
    for number in range(5):
        factories.DirectoryPageFactory(parent=index, title=f"Verzeichnis {number}")
    freshness.forget()
    fetch(client, LIST)
    with CaptureQueriesContext(connection) as many:
        fetch(client, LIST)
    assert len(many) == len(few) <= 6
