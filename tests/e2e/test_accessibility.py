"""Every template: what axe finds, and what axe alone misses."""

import pytest

from tests.e2e.checks.axe import violations
from tests.e2e.checks.structure import structure
from tests.e2e.samples import NAMES


@pytest.fixture
def every_state(open_page):
    """A function that yields the page wide and narrow, light and dark; loaded once, as no script depends on either."""

    def states(name):
        page = open_page(name)
        for width, height in ((1280, 800), (320, 640)):
            page.set_viewport_size({"width": width, "height": height})
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                yield f"{width} px, {scheme}", page
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 1280, "height": 800})

    return states


@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing_in_four_states(every_state, name):
    found = {state: violations(page) for state, page in every_state(name)}
    assert len(found) == 4
    assert {state: lines for state, lines in found.items() if lines} == {}


@pytest.mark.parametrize("name", NAMES)
def test_page_has_language_title_headings_landmarks(open_page, name):
    assert structure(open_page(name)) == []


def test_titles_tell_pages_apart(open_page):
    titles = {name: open_page(name).title() for name in NAMES if not name.startswith(("kontakt-", "suche", "treffer"))}
    shared = {title for title in titles.values() if list(titles.values()).count(title) > 1}
    assert {name for name, title in titles.items() if title in shared} == set()


def test_axe_finds_nothing_in_the_open_menu(open_page):
    page = open_page("leistung", width=320, height=640)
    page.locator("summary").first.press("Enter")
    assert page.get_by_role("navigation", name="Hauptmenü").is_visible()
    assert violations(page) == []


@pytest.mark.parametrize("address", ["/ar/suche/?q=ausweis", "/en/gibt-es-nicht/"])
def test_language_of_the_page_is_that_of_its_words(page_for, address):
    page = page_for()
    page.goto(address)
    is_german = page.get_by_role("link", name="Zum Inhalt").count() == 1
    assert (page.locator("html").get_attribute("lang") == "de") == is_german
