"""The alphabet of services, as in the phone book (DIN 5007-1)."""

import string
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from services.a_to_z import groups, letters, sort_key
from tests import factories


def pages(*titles: str) -> list[SimpleNamespace]:
    return [SimpleNamespace(title=title) for title in titles]


def titles(found) -> dict[str, list[str]]:
    return {letter: [page.title for page in entries] for letter, entries in found}


def test_umlauts_stand_beside_their_vowels():
    found = titles(groups(pages("Öffentliche Toiletten", "Ordnung", "Ofen", "Übung", "Umzug")))
    assert found == {"O": ["Ofen", "Öffentliche Toiletten", "Ordnung"], "U": ["Übung", "Umzug"]}


def test_case_does_not_count_and_sharp_s_is_two():
    assert titles(groups(pages("straße b", "Strasse a", "Straße c")))["S"] == ["Strasse a", "straße b", "Straße c"]


def test_digits_and_signs_have_a_place_of_their_own_before_the_letters():
    assert list(titles(groups(pages("Abfall", "115 anrufen", "„Perso“ verloren")))) == ["0–9", "A"]


def test_a_letter_with_a_mark_stands_with_its_letter():
    assert titles(groups(pages("Éclair", "Energie"))) == {"E": ["Éclair", "Energie"]}


def test_letters_of_other_languages_stand_with_the_nearest_of_ours():
    assert [sort_key(name) for name in ("Øster", "Łukasz", "Đorđević", "Æsop")] == [
        "oster",
        "lukasz",
        "dordevic",
        "aesop",
    ]


def test_all_letters_are_named_and_the_empty_ones_marked():
    found = letters(groups(pages("Abfall", "Zeugnis")))
    assert [letter for letter, _present in found] == list(string.ascii_uppercase)
    assert [letter for letter, present in found if present] == ["A", "Z"]


@given(st.lists(st.text(max_size=20), max_size=20))
def test_every_page_stands_under_exactly_one_letter_in_order(names):
    found = groups(pages(*names))
    entries = [page.title for _letter, group in found for page in group]
    assert sorted(entries) == sorted(names)
    for letter, group in found:
        assert letter == "0–9" or letter in string.ascii_uppercase
        keys = [sort_key(page.title) for page in group]
        assert keys == sorted(keys)


def test_the_page_lists_live_services_and_links_their_letters(city, client):
    factories.ServicePageFactory(parent=city.services, title="Übungsgelände buchen")
    factories.ServicePageFactory(parent=city.services, title="Entwurf", live=False)
    page = client.get("/leistungen/a-z/").text
    assert "Übungsgelände buchen" in page
    assert "Entwurf" not in page
    assert 'href="#U"' in page
    assert 'id="U"' in page
