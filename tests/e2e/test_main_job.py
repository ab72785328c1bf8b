"""Why the site exists: a citizen finds, an editor publishes, the citizen sees it."""

import time
import urllib.request
from statistics import median

import pytest
from playwright.sync_api import Page

from tests.addresses import SERVICE, TOPIC
from tests.engines.demo import log_in

TITLE = "Personalausweis beantragen"
# Seconds between the click on "Veröffentlichen" and the new amount on the public page.
SOON = 2.0


@pytest.fixture
def person(browser, own_site):
    """A function that opens a browser of its own for somebody."""
    contexts = []

    def enter(path: str, **options) -> Page:
        contexts.append(browser.new_context(base_url=own_site.url, locale="de-DE", **options))
        page = contexts[-1].new_page()
        page.goto(path)
        return page

    yield enter
    for context in contexts:
        context.close()


@pytest.fixture
def editor(person):
    page = person("/admin/", viewport={"width": 1280, "height": 900})
    log_in(page, "redaktion")
    return page


def test_citizen_types_a_word_and_finds_cost_documents_office(person):
    page = person("/")
    page.get_by_role("searchbox").fill("personalausweis")
    page.keyboard.press("Enter")
    page.wait_for_url("**/suche/?q=personalausweis")
    first = page.get_by_role("main").get_by_role("listitem").get_by_role("link").first
    assert first.inner_text() == TITLE
    first.click()
    page.wait_for_url(f"**{SERVICE}")
    main = page.get_by_role("main")
    assert page.get_by_role("heading", level=1).inner_text() == TITLE
    assert main.get_by_role("row", name="ab 24 Jahren").get_by_role("cell").inner_text() == "46\N{NO-BREAK SPACE}€"
    assert main.get_by_text("Alter Ausweis").is_visible()
    assert main.get_by_role("link", name="Bürgerbüro", exact=True).is_visible()


def test_citizen_walks_from_home_to_the_service_in_three_clicks(person):
    page = person("/")
    clicks = 0
    for address in (TOPIC, SERVICE):
        page.get_by_role("main").locator(f"a[href='{address}']").first.click()
        page.wait_for_url(f"**{address}")
        clicks += 1
    assert page.get_by_role("heading", level=1).inner_text() == TITLE
    assert clicks <= 3


def test_editor_changes_a_fee_and_the_citizen_sees_it_within_two_seconds(editor, own_site, record_property):
    # The median: a machine that is busy with something else may disturb one measurement, not the most of them.
    took = [publish_fee(editor, own_site.url, amount) for amount in ("47,50", "48,50", "49,50")]
    record_property("seconds", str(took))
    assert median(took) <= SOON
    assert "veröffentlicht" in editor.locator(".messages").inner_text()


def publish_fee(editor: Page, url: str, amount: str) -> float:
    """Change the first fee as an editor does; return the seconds from the last click until it is public."""
    editor.get_by_role("link", name="Leistungen", exact=True).first.click()
    editor.get_by_label("Suchbegriff").first.fill(TITLE)
    editor.get_by_role("main").get_by_role("link", name=TITLE, exact=True).click()
    editor.wait_for_url("**/edit/", wait_until="load")
    assert editor.evaluate("document.documentElement.lang") == "de"
    editor.get_by_label("Betrag in Euro").first.fill(amount)
    editor.get_by_role("button", name="Mehr Aktionen").click()
    shown = f"{amount} €"
    assert shown not in public_text(url)
    started = time.monotonic()
    editor.get_by_role("button", name="Veröffentlichen").click(no_wait_after=True)
    while shown not in public_text(url):
        assert time.monotonic() - started < 20, "nach 20 Sekunden noch nicht zu sehen"
        # The browser that publishes has to be served meanwhile.
        editor.wait_for_timeout(50)
    took = time.monotonic() - started
    editor.wait_for_load_state()
    return took


def test_login_speaks_german(person):
    page = person("/admin/")
    assert page.evaluate("document.documentElement.lang") == "de"
    text = page.locator("form").inner_text()
    assert "Passwort" in text
    assert "Password" not in text


def public_text(url: str) -> str:
    with urllib.request.urlopen(url + SERVICE) as response:
        return response.read().decode().replace("\xa0", " ")
