"""Every template with the keyboard alone, wide and narrow."""

import pytest

from tests.e2e.checks.keyboard import keyboard, skip_link, targets
from tests.e2e.samples import NAMES

WIDE = {"width": 1280, "color_scheme": "light"}
NARROW = {"width": 320, "height": 640, "color_scheme": "dark"}


@pytest.mark.parametrize("state", [WIDE, NARROW], ids=["1280-hell", "320-dunkel"])
@pytest.mark.parametrize("name", NAMES)
def test_every_control_is_reached_seen_and_large_enough(open_page, name, state):
    page = open_page(name, **state)
    assert keyboard(page) == []
    assert targets(page) == []


@pytest.mark.parametrize("name", [name for name in NAMES if name != "stoerung"])
def test_skip_link_is_first_and_takes_the_focus_along(open_page, name):
    assert skip_link(open_page(name, **WIDE)) == []


def test_menu_opens_and_closes_on_a_phone(open_page):
    page = open_page("leistung", **NARROW)
    menu = page.locator("summary").first
    links = page.get_by_role("navigation", name="Hauptmenü")
    assert not links.is_visible()
    menu.press("Enter")
    assert links.is_visible()
    menu.press("Space")
    assert not links.is_visible()


def test_every_link_of_the_open_menu_is_reached(open_page):
    page = open_page("leistung", **NARROW)
    page.locator("details").first.evaluate("menu => menu.open = true")
    assert keyboard(page) == []
    assert targets(page) == []
