"""However a street is written, and what is said of a place that the data know only roughly."""

from django.test import Client
from django.utils import translation

from wagtail.models import Locale

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from directories import places, streets
from directories.models import DirectoryPage, Place
from search.folding import fold
from search.models import SearchDocument
from tests import factories

ADDRESS = "/verzeichnisse/spielplatze/"


def main(query: str):
    return BeautifulSoup(Client().get(ADDRESS + query).content, "html.parser").main


def words(query: str) -> str:
    return " ".join(main(query).text.split())


def names(query: str) -> list[str]:
    return [link.text for link in main(query).select(".directory-row .list-row__link")]


@pytest.mark.parametrize(
    "written",
    ["Parkstraße", "Parkstrasse", "PARKSTR.", "parkstr", "Park Straße", "Park-Straße", "Park-Str.", "Parkstraße 9"],
)
def test_the_words_find_a_street_however_it_is_written(entries, written):
    assert names(f"?q={written}") == ["Am Park"]


@pytest.mark.parametrize("written", ["Alte Bahnhofstraße", "Alte-Bahnhof-Str", "alte bahnhofstr.", "Altebahnhofstraße"])
def test_a_street_of_several_words_is_found_too(playgrounds, written):
    factories.EntryFactory(directory=playgrounds, name="Halle", street="Alte Bahnhofstr. 12")
    factories.EntryFactory(directory=playgrounds, name="Platz", street="Neue Str. 1")
    assert names(f"?q={written}") == ["Halle"]


@given(st.text(max_size=300))
def test_no_text_breaks_the_words_of_a_query(text):
    assert all(not word.endswith("strasse") for word in streets.query_words(text))
    assert isinstance(streets.names_house(text), bool)


def test_words_that_fit_nothing_but_are_a_place_lead_to_its_surroundings(entries):
    found = main("?q=Hiltrop&art=bolzplatz")
    link = found.find("a", string="In der Nähe von Stadtbezirk III Nord suchen")
    assert link["href"] == "?art=bolzplatz&nahe=Hiltrop"
    assert names(link["href"]) == ["Nordpark", "Am Park"]
    assert "In der Nähe von" not in words("?q=Atlantis")


def test_a_house_number_is_not_left_out_in_silence(entries):
    assert "Die Hausnummer können wir nicht berücksichtigen." in words("?nahe=Parkstr. 77 a")
    for place in ("Parkstr.", "44801", "Nord"):
        assert "Hausnummer" not in words(f"?nahe={place}")


def test_a_part_of_a_district_stands_for_the_whole_one_and_that_is_said(entries):
    assert "deshalb gilt der ganze Stadtbezirk" in words("?nahe=Hiltrop")
    for place in ("Nord", "III", "Stadtbezirk Nord", "44805"):
        assert "der ganze Stadtbezirk" not in words(f"?nahe={place}")


def test_the_place_is_asked_first_and_the_answer_begins_at_the_list(entries):
    form = main("").select_one(".directory-filter")
    assert [field["name"] for field in form.select("input, select")] == ["nahe", "q", "art", "merkmal", "bezirk"]
    assert form["action"] == ".#eintraege"
    assert main("").find(id="eintraege")
    assert not main("?nahe=44801").details.has_attr("open")


def test_many_entries_of_one_transaction_rebuild_the_places_once(
    playgrounds, monkeypatch, django_capture_on_commit_callbacks
):
    rebuilt = []
    monkeypatch.setattr(places, "rebuild", lambda: rebuilt.append(True))
    with django_capture_on_commit_callbacks(execute=True):
        for number in range(3):
            factories.EntryFactory(directory=playgrounds, name=f"Ort {number}")
    assert rebuilt == [True]


def test_the_new_generation_finds_the_new_places(playgrounds, monkeypatch, django_capture_on_commit_callbacks):
    seen = []
    monkeypatch.setattr(
        "directories.signal_handlers.raise_generation", lambda: seen.append(Place.objects.filter(key="44805").exists())
    )
    with django_capture_on_commit_callbacks(execute=True):
        factories.EntryFactory(directory=playgrounds, postcode="44805", latitude=51.5, longitude=7.2)
    assert (seen[0], seen[-1]) == (False, True)


def test_places_can_be_rebuilt_again_and_again(entries):
    before = set(Place.objects.values_list("kind", "key"))
    places.rebuild()
    assert set(Place.objects.values_list("kind", "key")) == before


@pytest.fixture
def turkish(playgrounds) -> DirectoryPage:
    page = playgrounds.copy_for_translation(Locale.objects.create(language_code="tr"), copy_parents=True)
    page.save_revision().publish()
    return page


def test_a_page_and_its_translations_are_one_directory(playgrounds, turkish):
    assert set(DirectoryPage.in_all_languages([playgrounds.pk])) == {playgrounds.pk, turkish.pk}


def test_a_hit_counts_the_entries_of_the_german_page_in_its_language(entries, playgrounds, turkish):
    with translation.override("tr"):
        assert DirectoryPage.hit_facts([turkish.pk]) == {turkish.pk: ["4 kayıt"]}
    assert DirectoryPage.hit_facts([playgrounds.pk, turkish.pk])[playgrounds.pk] == ["4 Einträge"]


def test_a_new_entry_is_found_in_every_language(playgrounds, turkish, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        factories.EntryFactory(directory=playgrounds, name="Zwölfapostelwiese")
    found = SearchDocument.objects.filter(postings__word__word=fold("Zwölfapostelwiese"))
    assert set(found.values_list("pk", flat=True)) == {playgrounds.pk, turkish.pk}


def test_the_index_keeps_its_slug_because_only_there_lists_filter(index):
    index.slug = "directories"
    index.save_revision().publish()
    index.refresh_from_db()
    assert index.slug == "verzeichnisse"
