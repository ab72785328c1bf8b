"""Buildings and closures of the demo say nothing that the data do not say."""

import pytest

from services.models import Building, Closure, OfficePage
from tests.services.fixture_sources import OFFICES, SOURCE_OFFICES, read_yaml
from tests.small_demo import load, small_demo

BUILDINGS, CLOSURES = read_yaml("buildings", "records"), read_yaml("closures", "records")
OF_SOURCE = {"street": "strasse", "postcode": "plz", "city": "ort"}
each_building = pytest.mark.parametrize("building", BUILDINGS, ids=lambda building: building["name"])


@each_building
def test_every_office_of_the_address_is_in_the_building_and_no_other(building):
    address = {key: building[key] for key in OF_SOURCE}
    same = [
        title
        for title, row in SOURCE_OFFICES.items()
        if {key: row[column] for key, column in OF_SOURCE.items()} == address
    ]
    assert sorted(building["offices"]) == sorted(same)
    assert len(same) > 1


@each_building
def test_its_name_is_that_of_the_data(building):
    named = [row["hinweis"] for title, row in SOURCE_OFFICES.items() if title in building["offices"]]
    assert all(building["name"] in note for note in named)
    # Whether there are steps or a lift stands nowhere: nobody has looked.
    assert set(building) <= {"name", "street", "postcode", "city", "latitude", "longitude", "offices"}


def test_offices_with_the_hours_of_their_house_are_in_one_and_have_none_of_their_own():
    houses = {title: building for building in BUILDINGS for title in building["offices"]}
    timed = [office for office in OFFICES if office.get("uses_building_hours")]
    assert [houses[office["title"]]["name"] for office in timed] == ["Rathaus"] * 2
    # No source says when the town hall is open, and none is invented: an hour entered there stands at both at once.
    assert not [row for office in timed for row in office.get("opening_hours", []) if row["kind"] == "visit"]
    assert not [office["title"] for office in timed if "hours_note" in office or "by_appointment_only" in office]


@pytest.mark.parametrize("closure", CLOSURES, ids=lambda closure: closure["title"])
def test_a_closure_is_marked_as_an_exercise(closure):
    assert closure["title"].startswith("Übung")
    assert all("Beispiel" in row["note"] for row in closure["emergency_services"])
    assert {row["office"] for row in closure["emergency_services"]} <= {office["title"] for office in OFFICES}


def test_the_demo_lets_addresses_come_from_buildings(db, write_demo):
    write_demo(small_demo())
    load()
    office, building = OfficePage.objects.get(title="Stadt"), Building.objects.get()
    assert office.building == building
    assert (office.street, office.place.street) == ("", "Platz 1")
    # The name of the house stands in the address; as a remark beside it, it would say nothing.
    assert office.note == ""
    assert office.get_latest_revision_as_object().building_id == building.pk
    assert Closure.objects.get().live
