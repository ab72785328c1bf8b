"""What an office and a disruption say to other programs."""

from datetime import date

from wagtail.models import Locale

import pytest
import time_machine

from cms import freshness
from services import models
from tests import factories
from tests.services.api.asking import DISRUPTIONS, OFFICES, disrupt, fetch


def test_an_office_carries_place_and_hours_but_never_now(client, office, service):
    found = fetch(client, f"{OFFICES}/{office.translation_key}")
    assert found["address"] == {
        "street": "Platz 1",
        "postcode": "44787",
        "city": "Bochum",
        "room": "203",
        "latitude": "51.500000",
        "longitude": "7.200000",
    }
    assert (found["building"]["name"], found["building"]["lift"], found["building"]["step_free"]) == (
        "Rathaus",
        "yes",
        "",
    )
    assert found["phones"] == [{"number": "0234 910-1950", "label": "Termine"}]
    (hours,) = found["opening_hours"]
    assert hours == {
        "weekday": 1,
        "opens": "08:00:00",
        "closes": "12:30:00",
        "by_appointment": True,
        "note": "",
    }
    assert [row["weekday"] for row in found["phone_hours"]] == [5]
    (exception,) = found["exceptions"]
    assert (exception["first_day"], exception["opens"], exception["reason"]) == ("2026-12-01", None, "Versammlung")
    assert [row["title"] for row in found["services"]] == ["Perso"]


@pytest.mark.parametrize(("language", "title"), [("de", "Perso"), ("tr", "Kimlik")])
def test_a_translated_service_is_no_second_service_of_an_office(client, service, office, language, title):
    turkish = Locale.objects.create(language_code="tr")
    translated = service.copy_for_translation(turkish, copy_parents=True)
    translated.title = "Kimlik"
    translated.save_revision().publish()
    office.copy_for_translation(turkish, copy_parents=True).save_revision().publish()
    freshness.forget()
    found = fetch(client, f"{OFFICES}/{office.translation_key}", lang=language)
    assert [row["title"] for row in found["services"]] == [title]


def test_closures_are_told_until_they_are_over(client, office):
    models.Closure.objects.create(
        title="Betriebsferien", first_day=date(2026, 12, 24), last_day=date(2027, 1, 1), all_offices=True, live=True
    )
    for day, count in (("2026-11-24", 1), ("2027-01-01 23:59+01:00", 1), ("2027-01-02 00:01+01:00", 0)):
        freshness.forget()
        with time_machine.travel(day):
            assert len(fetch(client, f"{OFFICES}/{office.translation_key}")["closures"]) == count


def test_an_office_below_another_names_it(client, city, office):
    below = factories.OfficePageFactory(
        parent=city.offices, title="Zweigstelle", parent_office=office, is_external=True
    )
    found = fetch(client, f"{OFFICES}/{below.translation_key}")
    assert (found["parent"]["title"], found["is_external"], found["building"]) == ("Bürgerbüro", True, None)


def test_disruptions_come_and_go_by_themselves(client, service):
    with time_machine.travel("2026-11-24 12:00+01:00", tick=False) as clock:
        running = disrupt(service=service, end="2026-11-24T11:30:00Z", message="Bitte warten.")
        disrupt(title="Wartung", service=service, start="2026-12-24T08:00:00Z")
        found = fetch(client, DISRUPTIONS)["items"]
        assert [(item["title"], item["state"]) for item in found] == [
            *(("Drucker kaputt", "running"), ("Wartung", "planned")),
        ]
        (target,) = found[0]["targets"]
        assert (target["kind"], target["id"], target["title"]) == ("service", str(service.translation_key), "Perso")
        assert fetch(client, f"{DISRUPTIONS}/{running.pk}")["message"] == "Bitte warten."
        tag = client.get(DISRUPTIONS)["ETag"]
        clock.shift(1_800)
        again = client.get(DISRUPTIONS, headers={"if-none-match": tag})
        assert again.status_code == 200
        assert [item["title"] for item in again.json()["items"]] == ["Wartung"]
        assert client.get(f"{DISRUPTIONS}/{running.pk}").status_code == 404
