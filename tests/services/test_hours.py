"""Whose hours hold at an office: its own, those of its building, of a service, exceptions and closures."""

from datetime import date, datetime, time

import pytest

from services import hours
from services.enums import AppointmentNeed, HoursKind
from services.models import Building, Closure, OfficePage, ServiceOffice, ServicePage
from services.opening_hours import State
from tests import factories
from tests.services.opening_hours_reference import BERLIN

MONDAY = date(2026, 11, 23)


def on_monday(hour: int) -> datetime:
    return datetime(2026, 11, 23, hour, tzinfo=BERLIN)


def monday(opens: int, closes: int, **values) -> dict:
    return {"weekday": 0, "opens": time(opens), "closes": time(closes)} | values


def fetched(office: OfficePage) -> OfficePage:
    (found,) = OfficePage.with_rows(OfficePage.objects.filter(pk=office.pk))
    return found


@pytest.fixture
def office(city):
    office = factories.OfficePageFactory(parent=city.offices, title="Bürgerbüro")
    office.opening_hours.create(kind=HoursKind.VISIT, **monday(8, 12))
    office.opening_hours.create(kind=HoursKind.PHONE, **monday(7, 15))
    office.save()
    return office


@pytest.fixture
def service(city, office):
    service = factories.ServicePageFactory(parent=city.services, title="Perso")
    service.service_offices.create(office=office)
    service.save()
    return service


def said(office: OfficePage, hour: int = 10, service: ServicePage | None = None, kind: str = HoursKind.VISIT) -> str:
    return hours.status(fetched(office), on_monday(hour), service, kind).sentence


def test_visits_and_the_phone_have_hours_of_their_own(office):
    assert said(office) == "Heute, Montag, bis 12 Uhr."
    assert said(office, kind=HoursKind.PHONE) == "Heute, Montag, bis 15 Uhr."


def test_hours_of_the_building_replace_those_for_visits_only(office):
    office.building = Building.objects.create(name="Rathaus", street="Willy-Brandt-Platz 2–6")
    office.building.opening_hours.create(**monday(6, 20))
    office.building.save()
    office.uses_building_hours = True
    office.save()
    assert said(office) == "Heute, Montag, bis 20 Uhr."
    assert said(office, kind=HoursKind.PHONE) == "Heute, Montag, bis 15 Uhr."


def test_a_building_that_is_not_live_lends_nothing(office):
    office.building = Building.objects.create(name="Rathaus", street="Willy-Brandt-Platz 2–6", live=False)
    office.uses_building_hours = True
    office.save()
    assert said(office) == "Heute, Montag, bis 12 Uhr."
    assert not fetched(office).place


def test_a_service_has_hours_of_its_own_at_an_office(office, service):
    service.service_hours.create(office=office, **monday(9, 11))
    service.save()
    assert said(office, service=service) == "Heute, Montag, bis 11 Uhr."
    assert said(office) == "Heute, Montag, bis 12 Uhr."


def test_an_exception_of_the_office_holds_for_its_services(office, service):
    service.service_hours.create(office=office, **monday(9, 11))
    service.save()
    office.exceptions.create(first_day=MONDAY, last_day=MONDAY, reason="Umzug")
    office.save()
    assert said(office, service=service).startswith("Heute, Montag, geschlossen (Umzug).")


@pytest.mark.parametrize(
    ("at_the_office", "of_the_service", "only", "ending"),
    [
        ("", "", False, "bis 12 Uhr."),
        ("", "", True, "bis 12 Uhr, nur mit Termin."),
        ("", AppointmentNeed.REQUIRED, False, "bis 12 Uhr, nur mit Termin."),
        ("", AppointmentNeed.NONE, False, "bis 12 Uhr, ohne Termin."),
        # An office that lets nobody in is believed, unless somebody has said it for this service here.
        ("", AppointmentNeed.NONE, True, "bis 12 Uhr, nur mit Termin."),
        (AppointmentNeed.NONE, "", True, "bis 12 Uhr, ohne Termin."),
        (AppointmentNeed.NONE, AppointmentNeed.REQUIRED, True, "bis 12 Uhr, ohne Termin."),
        (AppointmentNeed.POSSIBLE, AppointmentNeed.REQUIRED, False, "bis 12 Uhr, mit und ohne Termin."),
        (AppointmentNeed.REQUIRED, AppointmentNeed.NONE, False, "bis 12 Uhr, nur mit Termin."),
    ],
)
def test_the_truth_about_the_appointment(office, service, at_the_office, of_the_service, only, ending):
    office.by_appointment_only = only
    office.save()
    ServiceOffice.objects.update(appointment=at_the_office)
    service = ServicePage.objects.get()
    service.appointment = of_the_service
    assert said(office, service=service) == f"Heute, Montag, {ending}"


def test_an_office_by_appointment_without_known_times_is_neither_open_nor_closed(city):
    office = factories.OfficePageFactory(parent=city.offices, title="Archiv", by_appointment_only=True)
    found = hours.status(fetched(office), on_monday(10))
    assert (found.state, found.sentence, found.is_open) == (State.BY_APPOINTMENT, "Nur mit Termin.", None)


class TestClosure:
    @pytest.fixture
    def closure(self, office):
        return Closure.objects.create(
            title="Betriebsferien", first_day=MONDAY, last_day=date(2026, 11, 27), all_offices=True
        )

    def test_all_offices_are_those_of_the_city(self, city, office, closure):
        assert said(office) == "Heute, Montag, geschlossen (Betriebsferien). Wieder am Montag ab 8 Uhr."
        other = factories.OfficePageFactory(parent=city.offices, title="Finanzamt", is_external=True)
        other.opening_hours.create(**monday(8, 12))
        other.save()
        assert said(other) == "Heute, Montag, bis 12 Uhr."

    def test_chosen_offices_are_closed_the_others_are_not(self, city, office, closure):
        other = factories.OfficePageFactory(parent=city.offices, title="Archiv")
        closure.all_offices = False
        closure.offices.create(office=other)
        closure.save()
        assert said(office) == "Heute, Montag, bis 12 Uhr."
        assert said(other) == "Heute, Montag, geschlossen (Betriebsferien)."

    def test_a_draft_closes_nothing(self, office, closure):
        Closure.objects.update(live=False)
        assert said(office) == "Heute, Montag, bis 12 Uhr."

    def test_it_is_announced_two_weeks_before(self, office, closure):
        found = fetched(office)
        text = "23. bis 27. November geschlossen (Betriebsferien)"
        assert hours.announcements(found, date(2026, 11, 8)) == []
        assert hours.announcements(found, date(2026, 11, 9)) == [text]
        assert hours.announcements(found, date(2026, 11, 27)) == ["23. bis 27. November geschlossen"]
        assert hours.announcements(found, date(2026, 11, 28)) == []

    def test_an_emergency_service_is_told_where_it_is(self, city, office, closure):
        closure.emergency_services.create(
            office=office, day=MONDAY, opens=time(9), closes=time(11), note="nur für Bestattungen"
        )
        closure.save()
        assert "Notdienst von 9 bis 11 Uhr, nur für Bestattungen." in said(office)
        other = factories.OfficePageFactory(parent=city.offices, title="Archiv")
        assert "Notdienst" not in said(other)
