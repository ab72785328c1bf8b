"""A registry office in a house, on a Monday morning, with a closure in winter."""

from datetime import date, time

import pytest
import time_machine

from services.models import Building, Closure
from tests.services.offices.visiting import MORNING, open_office


@pytest.fixture(autouse=True)
def monday_morning():
    with time_machine.travel(MORNING, tick=False) as traveller:
        yield traveller


@pytest.fixture
def building(db):
    return Building.objects.create(
        name="Rathaus (Beispiel)",
        street="Willy-Brandt-Platz 2–6",
        postcode="44787",
        city="Bochum",
        latitude="51.481900",
        longitude="7.216200",
        step_free="yes",
        lift="no",
        way_from_stop="Aus dem Ausgang nach links.",
    )


@pytest.fixture
def office(city, building):
    return open_office(city, "Standesamt", building=building, room="2. Etage")


@pytest.fixture
def winter(office):
    closure = Closure.objects.create(
        title="Betriebsferien", first_day=date(2026, 12, 24), last_day=date(2027, 1, 1), all_offices=True
    )
    closure.emergency_services.create(
        office=office, day=date(2026, 12, 30), opens=time(10), closes=time(12), note="nur für Bestattungen"
    )
    closure.save()
    return closure
