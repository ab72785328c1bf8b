"""The list of a directory: filters, order, distances, what helps when nothing fits, and what it costs."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

import pytest
from bs4 import BeautifulSoup

from cms import freshness
from directories import facets, places
from directories.models import Entry
from tests import factories
from tests.home.test_demo_statements import assert_lean

ADDRESS = "/verzeichnisse/spielplatze/"


def page(query: str = "") -> BeautifulSoup:
    answer = Client().get(ADDRESS + query)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def names(query: str = "") -> list[str]:
    return [link.text for link in page(query).select(".directory-row .list-row__link")]


def words(query: str = "") -> str:
    return " ".join(page(query).main.text.split())


def test_entries_stand_in_the_order_of_the_alphabet(entries):
    assert names() == ["Am Park", "Nordpark", "Ölberg", "Ruhrufer"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?art=bolzplatz", ["Am Park", "Nordpark"]),
        ("?art=bolzplatz&merkmal=ja", ["Nordpark"]),
        ("?merkmal=nein", ["Am Park"]),
        ("?bezirk=nord", ["Nordpark"]),
        ("?q=park", ["Am Park", "Nordpark"]),
        ("?q=OELBERG", ["Ölberg"]),
        ("?q=spielplatz+44801", ["Ölberg"]),
        ("?q=parkstr", ["Am Park"]),
        ("?art=gibt-es-nicht", []),
        ("?bezirk=sued", []),
        ("?unbekannt=1&art=", ["Am Park", "Nordpark", "Ölberg", "Ruhrufer"]),
        ("?q=%25", ["Am Park", "Nordpark", "Ölberg", "Ruhrufer"]),
    ],
)
def test_the_query_narrows_the_list(entries, query, found):
    assert names(query) == found


def test_what_was_asked_stands_in_the_form_again(entries):
    form = page("?q=park&art=bolzplatz&nahe=44801").select_one(".directory-filter")
    assert form.find("input", {"name": "q"})["value"] == "park"
    assert form.find("input", {"name": "nahe"})["value"] == "44801"
    assert form.select_one("select[name=art] option[selected]")["value"] == "bolzplatz"
    assert form["method"] == "get"
    assert form.find("details").has_attr("open")


def test_choices_say_how_many_entries_they_have(entries):
    options = [option.text for option in page().select("select[name=art] option")]
    assert options == ["alle", "Bolzplatz (2)", "Spielplatz (2)"]


@pytest.mark.parametrize(
    ("place", "order"),
    [
        ("Parkstraße", ["Am Park", "Ölberg", "Nordpark", "Ruhrufer"]),
        ("44805", ["Nordpark", "Ölberg", "Am Park", "Ruhrufer"]),
        ("Hiltrop", ["Nordpark", "Ölberg", "Am Park", "Ruhrufer"]),
    ],
)
def test_the_nearest_come_first_and_those_without_position_last(entries, place, order):
    assert names(f"?nahe={place}") == order


def test_distances_and_where_they_begin_are_said(entries):
    text = words("?nahe=Parkstr.")
    assert "Nach Entfernung von: Parkstr. (Luftlinie" in text
    assert "2,2 km" in text


def test_an_unknown_place_is_named_and_the_list_stays(entries):
    text = words("?nahe=Atlantis")
    assert "Den Ort „Atlantis“ kennen die Verzeichnisse nicht." in text
    assert names("?nahe=Atlantis")[0] == "Am Park"


def test_an_empty_result_says_what_to_leave_out(entries):
    found = page("?q=xyzzy&art=bolzplatz&nahe=44801")
    links = {link.text: link["href"] for link in found.select(".link-list__link")}
    assert links["Ohne „xyzzy“ suchen"] == "?art=bolzplatz&nahe=44801"
    assert links["Ohne Art: Bolzplatz suchen"] == "?q=xyzzy&nahe=44801"
    assert links["Alle Einträge zeigen"] == "."
    assert found.main.find("a", href="tel:115")


def test_a_directory_without_entries_or_positions_asks_for_no_place(playgrounds):
    assert "noch keine Einträge" in words()
    assert page().find("input", {"name": "nahe"}) is None


def test_entries_that_are_not_public_are_nowhere(entries, client):
    entries["park"].live = False
    entries["park"].save()
    freshness.forget()
    assert names("?art=bolzplatz") == ["Nordpark"]
    assert client.get(f"{ADDRESS}am-park/").status_code == 404
    assert "Am Park" not in client.get(f"{ADDRESS}eintraege.csv").text
    assert "Bolzplatz (1)" in words()


def test_a_page_of_twenty_and_the_rest_behind_a_link_that_keeps_the_selection(playgrounds):
    for number in range(45):
        factories.EntryFactory(directory=playgrounds, name=f"Ort {number:02}", values={"art": ["Bolzplatz"]})
    freshness.forget()
    assert len(names("?art=bolzplatz")) == 20
    assert page("?art=bolzplatz").find("a", rel="next")["href"] == "?art=bolzplatz&seite=2"
    assert names("?art=bolzplatz&seite=3") == [f"Ort {number}" for number in range(40, 45)]
    assert names("?seite=99") == names("?seite=3")


@pytest.mark.parametrize("query", ["", "?q=ort", "?art=bolzplatz&merkmal=ja", "?art=bolzplatz&bezirk=nord&nahe=44801"])
def test_four_hundred_entries_cost_eight_statements_none_twice_none_writing(entries, playgrounds, query):
    district = entries["nord"].district
    new = [
        Entry(
            directory=playgrounds,
            external_id=f"n{number}",
            name=f"Ort {number}",
            street=f"Straße {number}",
            postcode="44801",
            district=district,
            latitude=51.48 + number / 10_000,
            longitude=7.2,
            values={"art": ["Bolzplatz"], "merkmal": True},
        )
        for number in range(400)
    ]
    fields = list(playgrounds.fields.all())
    taken: set[str] = set()
    for entry in new:
        entry.prepare(fields, taken)
    Entry.objects.bulk_create(new)
    facets.write(new, fields)
    places.rebuild()
    freshness.forget()
    assert len(names(query)) == 20
    assert_lean(ADDRESS + query, 8)
    assert_lean(f"{ADDRESS}{new[0].slug}/", 8)


def test_a_directory_ten_times_as_large_costs_no_statement_more(entries, playgrounds, client):
    def count() -> int:
        client.get(f"{ADDRESS}?nahe=44801")
        with CaptureQueriesContext(connection) as statements:
            client.get(f"{ADDRESS}?nahe=44801")
        return len(statements)

    few = count()
    for number in range(40):
        factories.EntryFactory(directory=playgrounds, name=f"Ort {number:02}")
    freshness.forget()
    assert count() == few


def test_the_map_has_words_and_the_list_is_its_text(entries):
    drawing = page().select_one(".directory-map svg")
    assert drawing["role"] == "img"
    assert "3 Orten" in drawing["aria-label"]
    assert drawing.find("image") is None


def test_the_index_names_all_directories(playgrounds, client):
    found = BeautifulSoup(client.get("/verzeichnisse/").content, "html.parser")
    assert [link.text for link in found.select(".list-row__link")] == ["Spielplätze"]


def test_the_search_finds_a_directory_by_its_entries(entries, playgrounds, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        playgrounds.save_revision().publish()
    found = BeautifulSoup(client.get("/suche/?q=Ruhrufer").content, "html.parser")
    assert found.main.find("a", href=ADDRESS)
    assert "4 Einträge" in found.main.text
