"""Own colours, less motion, paper."""

import pytest

from tests.e2e.checks.keyboard import keyboard
from tests.e2e.checks.modes import edges, motion, paper
from tests.e2e.samples import NAMES

SOME = ["start", "leistung", "treffer", "kontakt", "dienststelle"]
ON_PAPER = ["leistung", "dienststelle", "thema", "inhalt", "veranstaltung"]


@pytest.fixture
def print_page(open_page):
    """A function that opens a sample as the printer sees it."""
    printed = []

    def opened(name):
        printed.append(open_page(name))
        printed[-1].emulate_media(media="print")
        return printed[-1]

    yield opened
    for page in printed:
        page.emulate_media(media="screen")


@pytest.mark.parametrize("name", SOME)
def test_own_colours_leave_edges_and_focus(open_page, name):
    page = open_page(name, forced_colors="active")
    assert edges(page) == []
    assert keyboard(page, outline_only=True) == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_moves_for_those_who_do_not_want_it(open_page, name):
    assert motion(open_page(name, reduced_motion="reduce")) == []


@pytest.mark.parametrize("name", ON_PAPER)
def test_paper_shows_content_and_address_without_navigation(print_page, name):
    assert paper(print_page(name)) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("leistung", ["Kosten", "Das bringen Sie mit", "Alter Ausweis", "Bürgerbüro", "0234 910-1950"]),
        ("dienststelle", ["Willy-Brandt-Platz 2–6", "44787 Bochum"]),
    ],
)
def test_paper_shows_what_to_take_along(print_page, name, words):
    page = print_page(name)
    text = page.locator("body").inner_text()
    assert [word for word in words if word not in text] == []
    assert "Demonstration" in page.locator(".print-footer").inner_text()
