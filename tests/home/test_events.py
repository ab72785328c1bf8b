"""Events: several dates, soonest first, gone when they are over."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.test import Client

import pytest
import time_machine
from bs4 import BeautifulSoup

from cms import freshness
from home.models import EventDate, EventPage
from tests import factories

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 24, 12, tzinfo=BERLIN)
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def event(city, title: str, *starts: datetime, **fields) -> EventPage:
    page = factories.EventPageFactory(parent=city.events, title=title, **fields)
    for number, start in enumerate(starts):
        EventDate.objects.create(page=page, start=start, end=start + 2 * HOUR, sort_order=number)
    return page


def listed(address: str = "/veranstaltungen/") -> list[str]:
    soup = BeautifulSoup(Client().get(address).content, "html.parser")
    return [" ".join(link.text.split()) for link in soup.select("main .list-row__link")]


def test_dates_are_listed_soonest_first_each_on_its_own(city):
    event(city, "Markt", NOW + 48 * HOUR, NOW + HOUR)
    event(city, "Konzert", NOW + 24 * HOUR)
    assert listed() == ["Markt", "Konzert", "Markt"]


def test_a_date_is_listed_until_it_is_over(city, now):
    event(city, "Markt", NOW - HOUR)
    assert listed() == ["Markt"]
    now.move_to(NOW + HOUR)
    assert listed() == []


def test_events_that_are_not_live_are_left_out(city):
    event(city, "Entwurf", NOW + HOUR, live=False)
    assert listed() == []


def test_the_home_page_shows_the_next_four(city):
    for number in range(6):
        event(city, f"Termin {number}", NOW + number * HOUR)
    dates = Client().get("/").context["events"]
    assert [date.page.title for date in dates] == [f"Termin {number}" for number in range(4)]


def test_the_list_is_valid_until_the_first_date_ends(city, rf):
    event(city, "Markt", NOW + HOUR)
    event(city, "Konzert", NOW - HOUR)
    state = freshness.begin(1)
    try:
        city.events.get_context(rf.get("/veranstaltungen/"))
    finally:
        freshness.end()
    assert state.until == NOW + HOUR


def test_an_event_shows_the_dates_to_come(city):
    page = event(city, "Markt", NOW + 24 * HOUR, NOW - 24 * HOUR, NOW + HOUR)
    assert [date.start for date in page.upcoming_dates()] == [NOW + HOUR, NOW + 24 * HOUR]


def test_an_event_whose_dates_are_over_says_so(city):
    event(city, "Markt", NOW - 24 * HOUR)
    assert "vorbei" in Client().get("/veranstaltungen/markt/").text


def test_a_cancelled_event_stays_and_says_so(city):
    event(city, "Markt", NOW + HOUR, is_cancelled=True)
    assert "abgesagt" in Client().get("/veranstaltungen/").text
    assert "abgesagt" in Client().get("/veranstaltungen/markt/").text


def test_times_are_those_of_bochum(city):
    event(city, "Sommerfest", datetime(2027, 6, 1, 18, tzinfo=BERLIN))
    text = " ".join(BeautifulSoup(Client().get("/veranstaltungen/sommerfest/").content, "html.parser").text.split())
    assert "1. Juni 2027, 18:00 bis 20:00 Uhr" in text


def test_the_editor_reads_a_date_in_local_time(city):
    date = EventDate(start=datetime(2026, 12, 1, 18, tzinfo=BERLIN))
    assert str(date) == "01.12.2026 18:00"
    assert str(EventDate()) == ""
