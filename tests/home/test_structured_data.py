from datetime import UTC, date, datetime

import pytest

from cms import clock
from cms.models import SiteSettings
from tests import factories
from tests.machine_readable import graph, item


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 2, 9, tzinfo=UTC))


def test_news_is_an_article_with_its_date(client, city):
    page = factories.NewsPageFactory(
        parent=city.news, title="Neue Gebühren", date=date(2026, 2, 7), summary="Seit heute."
    )
    page.save_revision().publish()
    found = item(client.get("/aktuelles/neue-gebuhren/"), "NewsArticle")
    assert found["headline"] == "Neue Gebühren"
    assert found["datePublished"] == "2026-02-07"
    assert found["dateModified"].startswith("20")
    assert found["publisher"]["@type"] == "GovernmentOrganization"


@pytest.fixture
def event(city):
    event = factories.EventPageFactory(
        parent=city.events, title="Digital-Sprechstunde", location="Stadtbücherei", organiser="VHS", is_free=True
    )
    for month in (10, 11, 12):
        event.dates.create(
            start=datetime(2026, month, 24, 14, tzinfo=UTC), end=datetime(2026, month, 24, 15, tzinfo=UTC)
        )
    event.save()
    return event


def events(client):
    return [found for found in graph(client.get("/veranstaltungen/digital-sprechstunde/")) if found["@type"] == "Event"]


def test_every_date_that_is_not_over_is_an_event_in_local_time(client, event):
    found = events(client)
    assert [date["startDate"] for date in found] == ["2026-11-24T15:00:00+01:00", "2026-12-24T15:00:00+01:00"]
    assert found[0]["endDate"] == "2026-11-24T16:00:00+01:00"
    assert found[0]["location"]["name"] == "Stadtbücherei"
    assert found[0]["isAccessibleForFree"] is True
    assert found[0]["eventStatus"] == "https://schema.org/EventScheduled"


def test_a_cancelled_event_says_so_and_cost_unknown_is_not_said(client, event):
    event.is_cancelled, event.is_free = True, False
    event.save_revision().publish()
    found = events(client)[0]
    assert found["eventStatus"] == "https://schema.org/EventCancelled"
    assert "isAccessibleForFree" not in found


@pytest.mark.parametrize("address", ["/", "/kontakt/"])
def test_home_and_contact_name_the_city(client, city, address):
    factories.ContactPageFactory(parent=city.home)
    SiteSettings.objects.create(name="Bochum", email="info@bochum.example", phone="115")
    found = item(client.get(address), "GovernmentOrganization")
    assert found["name"] == "Bochum"
    assert found["email"] == "info@bochum.example"
    assert found["telephone"] == ["115"]
