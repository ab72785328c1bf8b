"""The person on duty enters one disruption; it is seen on every surface, and gone on all of them when it ends."""

import urllib.request
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page

from tests.addresses import RESULTS, SERVICE
from tests.engines.app import app_server
from tests.engines.demo import at_another_time, demo_place, log_in
from tests.engines.processes import free_port

BERLIN = ZoneInfo("Europe/Berlin")
# ASCII: JSON writes umlauts in its own way.
TITLE = "Ausweisdrucker defekt"
SURFACES = ("/", SERVICE, RESULTS, "/stoerungen/", "/stoerungen/feed/", "/api/v1/disruptions")


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return demo_place(tmp_path_factory.mktemp("disruption"))


@pytest.fixture(scope="module")
def server(place):
    with app_server(place.environment() | {"BUILD": "test"}, place.folder, port=place.port or free_port()) as running:
        yield running


@pytest.fixture
def on_duty(browser, server):
    context = browser.new_context(base_url=server.url, locale="de-DE", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    log_in(page, "freigabe")
    yield page
    context.close()


def enter(page: Page, end: datetime) -> None:
    """Fill in the form of a disruption as people do and publish it."""
    page.get_by_role("link", name="Störungen", exact=True).click()
    page.get_by_role("link", name="Störung hinzufügen").first.click()
    page.locator("input[name=title]").fill(TITLE)
    page.locator("textarea[name=message]").fill("Ausweise werden einen Tag später fertig.")
    page.locator("input[name=is_major]").check()
    page.locator("input[name=end]").fill(end.strftime("%d.%m.%Y %H:%M"))
    page.get_by_role("button", name="Seite auswählen").first.click()
    search = page.get_by_role("dialog")
    search.get_by_label("Suchbegriff").fill("Personalausweis beantragen")
    search.get_by_role("link", name="Personalausweis beantragen", exact=True).click()
    page.get_by_role("button", name="Jetzt melden").click()
    page.wait_for_url("**/disruption/")


def text(url: str) -> str:
    with urllib.request.urlopen(url) as response:
        return response.read().decode()


def test_a_disruption_is_everywhere_and_ends_itself(on_duty, place, server):
    now = datetime.now(BERLIN)
    enter(on_duty, now + timedelta(hours=2))
    assert [surface for surface in SURFACES if TITLE not in text(server.url + surface)] == []
    with at_another_time(place, now + timedelta(hours=3)) as later:
        # The list names what has ended for a week; the others have forgotten it.
        assert [surface for surface in SURFACES if TITLE in text(later.url + surface)] == ["/stoerungen/"]
        assert "In den letzten sieben Tagen beendet" in text(f"{later.url}/stoerungen/")
