"""What an editor types as a time or a date stays as it is; what cannot be read is an error at its field."""

import pytest
from playwright.sync_api import Page, expect

from tests.engines.demo import log_in

NO_TIME = "Das ist keine Uhrzeit. Schreiben Sie zum Beispiel 8:30."


@pytest.fixture
def approver(browser, own_site):
    context = browser.new_context(base_url=own_site.url, locale="de-DE", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    log_in(page, "freigabe")
    yield page
    context.close()


def type_into(page: Page, name: str, words: str) -> None:
    """Type as people do and go on to the next field."""
    field = page.locator(f"input[name={name}]")
    field.click()
    field.fill(words)
    field.press("Tab")
    expect(field).to_have_value(words)


def publish(page: Page) -> None:
    page.get_by_role("button", name="Mehr Aktionen").click()
    page.get_by_role("button", name="Veröffentlichen").click()
    page.wait_for_load_state()


def test_a_time_that_cannot_be_read_is_refused_and_stays(approver):
    approver.goto("/admin/gebaeude/add/")
    type_into(approver, "name", "Beispielhaus")
    type_into(approver, "street", "Beispielweg 1")
    approver.locator("[id='id_opening_hours-ADD']").click()
    approver.locator("select[name=opening_hours-0-weekday]").select_option("1")
    type_into(approver, "opening_hours-0-opens", "8 Uur")
    type_into(approver, "opening_hours-0-closes", "18 Uhr")
    publish(approver)
    row = approver.locator("[id='inline_child_opening_hours-0']")
    expect(row.get_by_text(NO_TIME)).to_be_visible()
    expect(row.locator("input[name$=opens]")).to_have_value("8 Uur")
    type_into(approver, "opening_hours-0-opens", "8")
    publish(approver)
    expect(approver.locator(".messages")).to_contain_text("veröffentlicht")
    approver.get_by_role("link", name="Beispielhaus", exact=True).click()
    expect(approver.locator("input[name=opening_hours-0-opens]")).to_have_value("08:00")
    expect(approver.locator("input[name=opening_hours-0-closes]")).to_have_value("18:00")


def test_a_date_that_cannot_be_read_stays_when_the_field_is_left(approver):
    approver.goto("/admin/schliessungen/add/")
    type_into(approver, "first_day", "32.13.2026")
    approver.goto("/admin/snippets/services/disruption/add/")
    type_into(approver, "start", "2026-13-01")
    type_into(approver, "end", "24.12.2026 8 Uhr")
