"""Every template: what axe finds, and what axe alone misses."""

import pytest

from tests.e2e.checks.axe import violations
from tests.e2e.checks.structure import structure
from tests.e2e.samples import NAMES

STATES = {
    "1280-hell": {"width": 1280, "color_scheme": "light"},
    "1280-dunkel": {"width": 1280, "color_scheme": "dark"},
    "320-hell": {"width": 320, "height": 640, "color_scheme": "light"},
    "320-dunkel": {"width": 320, "height": 640, "color_scheme": "dark"},
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing(open_page, name, state):
    assert violations(open_page(name, **STATES[state])) == []


@pytest.mark.parametrize("name", NAMES)
def test_page_has_language_title_headings_landmarks(open_page, name):
    assert structure(open_page(name)) == []


def test_titles_tell_pages_apart(open_page):
    titles = {name: open_page(name).title() for name in NAMES if not name.startswith(("kontakt-", "suche", "treffer"))}
    shared = {title for title in titles.values() if list(titles.values()).count(title) > 1}
    assert {name for name, title in titles.items() if title in shared} == set()


def test_open_menu_on_a_phone(open_page):
    page = open_page("leistung", width=320, height=640)
    page.locator("summary").first.press("Enter")
    assert page.get_by_role("navigation", name="Hauptmenü").is_visible()
    assert violations(page) == []
