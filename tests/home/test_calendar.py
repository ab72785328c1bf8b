from datetime import UTC, datetime

from django.utils import timezone

import icalendar
import pytest

from cms import clock
from home.models import EventDate
from tests import factories
from tests.machine_readable import links

ALL, ONE = "/veranstaltungen/kalender.ics", "/veranstaltungen/sprechstunde/termin.ics"


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 2, 9, tzinfo=UTC))


@pytest.fixture
def event(city):
    """An event in October, November and, after the change to summer time, June."""
    event = factories.EventPageFactory(
        parent=city.events,
        title="Sprechstunde",
        summary="Fragen, Antworten; Kaffee.",
        location="Stadtbücherei, Gustav-Heinemann-Platz",
        last_published_at=timezone.now(),
    )
    for year, month in ((2026, 10), (2026, 11), (2027, 6)):
        event.dates.create(
            start=datetime(year, month, 24, 14, tzinfo=UTC), end=datetime(year, month, 24, 15, tzinfo=UTC)
        )
    event.save()
    return event


def read(client, address: str) -> icalendar.Calendar:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return icalendar.Calendar.from_ical(response.content)


def test_the_calendar_holds_what_is_not_over_in_bochums_time(client, event):
    calendar = read(client, ALL)
    starts = [found.start.isoformat() for found in calendar.events]
    assert starts == ["2026-11-24T15:00:00+01:00", "2027-06-24T16:00:00+02:00"]
    assert {str(found.start.tzinfo) for found in calendar.events} == {"Europe/Berlin"}
    assert [zone.tz_name for zone in calendar.timezones] == ["Europe/Berlin"]
    assert calendar.get_missing_tzids() == set()


def test_an_event_is_described(client, event):
    first, *_rest = read(client, ALL).events
    assert first["summary"] == "Sprechstunde"
    assert first["location"] == "Stadtbücherei, Gustav-Heinemann-Platz"
    assert first["description"] == "Fragen, Antworten; Kaffee.\nDemonstration – kein Angebot der Stadt Bochum"
    assert first["url"] == "http://testserver/veranstaltungen/sprechstunde/"
    assert first["status"] == "CONFIRMED"
    assert first["dtend"].dt.isoformat() == "2026-11-24T16:00:00+01:00"


def test_an_event_has_a_file_of_all_its_dates(client, event):
    response = client.get(ONE)
    assert 'filename="sprechstunde.ics"' in response["Content-Disposition"]
    assert len(read(client, ONE).events) == 3
    assert len(response.content) < 4000


def test_ids_are_unique_and_survive_a_new_address_and_a_new_hour(client, event):
    before = [found["uid"] for found in read(client, ONE).events]
    assert len(set(before)) == 3
    event.slug = "sprechstunde-neu"
    event.save_revision().publish()
    EventDate.objects.update(end=datetime(2027, 6, 30, tzinfo=UTC))
    assert [found["uid"] for found in read(client, "/veranstaltungen/sprechstunde-neu/termin.ics").events] == before


def test_a_cancelled_event_stays_and_says_so(client, event):
    event.is_cancelled = True
    event.save_revision().publish()
    assert {found["status"] for found in read(client, ALL).events} == {"CANCELLED"}


def test_the_file_changes_only_when_the_page_does(client, event):
    assert client.get(ONE).content == client.get(ONE).content


def test_a_list_without_events_is_a_valid_calendar(client, city):
    calendar = read(client, ALL)
    assert calendar.events == []


def test_pages_name_their_files(client, event):
    for address, file in (("/veranstaltungen/", ALL), ("/veranstaltungen/sprechstunde/", ONE)):
        response = client.get(address)
        assert file in [link["href"] for link in links(response, "alternate")]
        assert response.text.count(f'href="{file}"') == 2


@pytest.mark.parametrize("address", ["/aktuelles/kalender.ics", "/veranstaltungen/termin.ics", "/x/termin.ics"])
def test_other_pages_have_no_file(client, event, address):
    assert client.get(address).status_code == 404


def test_files_are_fresh_like_pages_and_cheap(client, event, django_assert_max_num_queries):
    end = int(datetime(2026, 11, 24, 15, tzinfo=UTC).timestamp())
    assert client.get(ALL)["ETag"].endswith(f'-{end}"')
    # Generation, address, page, dates.
    for address in (ALL, ONE):
        client.get(address)
        with django_assert_max_num_queries(4):
            client.get(address)
