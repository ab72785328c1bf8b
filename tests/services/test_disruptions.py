"""One disruption is seen wherever it matters, announced the day before, and ends itself."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.test import Client

from wagtail.models import Locale

import pytest
import time_machine
from bs4 import BeautifulSoup

from cms import clock, freshness
from services import disruptions
from services.models import Account, Building, Closure, Disruption, DisruptionTarget, OnlineService, ServiceOffice
from tests import factories

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 24, 12, tzinfo=BERLIN)
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def service(city):
    return factories.ServicePageFactory(parent=city.services, title="Perso")


@pytest.fixture
def office(city):
    return factories.OfficePageFactory(parent=city.offices, title="Bürgerbüro")


def disrupt(title: str = "Drucker kaputt", start=None, end=None, is_major=False, **targets) -> Disruption:
    found = Disruption(title=title, start=start, end=end, is_major=is_major, live=True)
    found.targets = [DisruptionTarget(**{name: value}) for name, value in targets.items()]
    found.save()
    freshness.forget()
    return found


def seen(address: str, title: str = "Drucker kaputt") -> bool:
    answer = Client().get(address)
    assert answer.status_code == 200
    return title in answer.text


def test_a_service_shows_its_own_disruption(service):
    disrupt(service=service)
    assert seen("/leistungen/perso/")


def test_other_services_do_not_show_it(city, service):
    factories.ServicePageFactory(parent=city.services, title="Hund")
    disrupt(service=service)
    assert not seen("/leistungen/hund/")


def test_it_reaches_the_services_of_an_office(service, office):
    ServiceOffice.objects.create(service=service, office=office)
    disrupt(office=office)
    assert seen("/leistungen/perso/")
    assert seen(office.get_url())


def test_it_reaches_the_services_of_a_building(service, office):
    building = Building.objects.create(name="Rathaus", street="Platz 1")
    office.building = building
    office.save()
    ServiceOffice.objects.create(service=service, office=office)
    disrupt("Aufzug B defekt", building=building)
    assert seen("/leistungen/perso/", "Aufzug B defekt")
    assert seen(office.get_url(), "Aufzug B defekt")


def test_it_reaches_the_services_that_need_the_account(service):
    account = Account.objects.create(name="BundID")
    OnlineService.objects.create(page=service, label="Online", url="https://example.org/", account=account)
    disrupt("eID-System gestört", account=account)
    assert seen("/leistungen/perso/", "eID-System gestört")


def test_results_say_it_for_a_building_too(service, office):
    building = Building.objects.create(name="Rathaus", street="Platz 1")
    office.building = building
    office.save()
    ServiceOffice.objects.create(service=service, office=office)
    disrupt("Aufzug B defekt", building=building)
    assert "Aufzug B defekt" in service.hit_facts([service.pk])[service.pk]
    assert "Aufzug B defekt" in office.hit_facts([office.pk])[office.pk]


def test_results_of_unverified_services_say_it_and_nothing_else(service):
    service.verification, service.appointment = "unverified", "required"
    service.save()
    disrupt(service=service)
    assert service.hit_facts([service.pk]) == {service.pk: ["Drucker kaputt"]}


def test_the_list_names_no_page_that_is_not_live(service, office):
    found = disrupt(service=service)
    found.targets.add(DisruptionTarget(office=office))
    found.save()
    assert found.public_targets_text == "Perso, Bürgerbüro"
    office.unpublish()
    assert Disruption.objects.get().public_targets_text == "Perso"


def test_a_result_says_it(service):
    disrupt(service=service)
    assert "Drucker kaputt" in service.hit_facts([service.pk])[service.pk]


def test_only_a_major_one_is_on_the_home_page(service):
    disrupt(service=service)
    assert not seen("/")
    disrupt("Alles aus", is_major=True, service=service)
    assert seen("/", "Alles aus")


def test_it_ends_itself(service, noon):
    disrupt(service=service, end=NOW + HOUR)
    noon.move_to(NOW + HOUR - timedelta(seconds=1))
    assert seen("/leistungen/perso/")
    noon.move_to(NOW + HOUR)
    assert not seen("/leistungen/perso/")


def test_a_planned_one_is_announced_from_midnight_of_the_day_before(service, noon):
    disrupt(service=service, start=datetime(2026, 11, 26, 18, tzinfo=BERLIN))
    noon.move_to(datetime(2026, 11, 24, 23, 59, tzinfo=BERLIN))
    assert not seen("/leistungen/perso/")
    noon.move_to(datetime(2026, 11, 25, tzinfo=BERLIN))
    assert seen("/leistungen/perso/", "Angekündigt")


def test_the_page_knows_when_it_changes(service):
    disrupt(service=service, end=NOW + HOUR)
    page = freshness.begin(1)
    disruptions.running_or_announced()
    freshness.end()
    assert page.until == NOW + HOUR


def test_a_draft_is_seen_nowhere(service):
    found = disrupt(service=service)
    found.live = False
    found.save()
    freshness.forget()
    assert not seen("/leistungen/perso/")


def test_what_has_ended_is_remembered_for_a_week(service, noon):
    found = disrupt(service=service, end=NOW + HOUR)
    noon.move_to(NOW + 2 * HOUR)
    assert disruptions.recently_ended() == [found]
    noon.move_to(NOW + HOUR + timedelta(days=7, seconds=1))
    freshness.forget()
    assert disruptions.recently_ended() == []


def test_a_target_is_exactly_one_thing(service, office):
    for wrong in ({}, {"service": service, "office": office}):
        with pytest.raises(ValidationError, match="genau eines"):
            DisruptionTarget(**wrong).clean()


def test_the_period_is_said_in_words():
    now = clock.now()
    assert Disruption(title="X").period == ""
    assert Disruption(title="X", end=now + 6 * HOUR).period == "voraussichtlich bis Dienstag, 24. November, 18 Uhr"
    planned = Disruption(title="X", start=now + 30 * HOUR, end=now + 34 * HOUR)
    assert planned.period == "Mittwoch, 25. November, 18 Uhr bis 22 Uhr"


class TestLocations:
    """Trouble at one of the places of an office, of which the service names only the office."""

    @pytest.fixture
    def gerthe(self, city, service, office):
        ServiceOffice.objects.create(service=service, office=office)
        return factories.OfficePageFactory(
            parent=city.offices, title="Bürgerbüro Gerthe", parent_office=office, street="Heinrichstraße 42"
        )

    def row(self, address: str, selector: str = ".locations li") -> str:
        page = BeautifulSoup(Client().get(address).content, "html.parser").main
        return " ".join(next(row for row in page.select(selector) if "Gerthe" in row.text).text.split())

    def test_it_stands_at_the_place_on_the_service_and_on_the_office(self, service, office, gerthe):
        disrupt(office=gerthe)
        closed = Closure.objects.create(title="Wasserschaden", first_day=NOW.date(), last_day=NOW.date(), live=True)
        closed.offices.create(office=gerthe)
        closed.save()
        freshness.forget()
        said = "Störung: Drucker kaputt Heute, Dienstag, geschlossen (Wasserschaden)"
        assert self.row("/leistungen/perso/") == f"Bürgerbüro Gerthe, Heinrichstraße 42 {said}"
        assert said in self.row(office.url, "#standorte + ul li")

    def test_it_stands_there_in_other_languages(self, city, service, office, gerthe):
        turkish = Locale.objects.create(language_code="tr")
        for page in (city.home, city.services, city.offices, office, gerthe, service):
            page.copy_for_translation(turkish).save_revision().publish()
        building = Building.objects.create(name="Rathaus", street="Platz 1")
        gerthe.building = building
        gerthe.save()
        disrupt("Aufzug B defekt", building=building)
        assert "Arıza: Aufzug B defekt" in self.row(service.get_translation(turkish).url)
        assert "Arıza: Aufzug B defekt" in self.row(office.get_translation(turkish).url, "#standorte + ul li")

    def test_results_say_where(self, service, gerthe):
        disrupt(office=gerthe)
        assert "Drucker kaputt (Bürgerbüro Gerthe)" in service.hit_facts([service.pk])[service.pk]

    def test_it_goes_when_it_has_ended(self, service, gerthe, noon):
        disrupt(office=gerthe, end=NOW + HOUR)
        assert "Drucker kaputt" in self.row("/leistungen/perso/")
        noon.move_to(NOW + HOUR)
        assert "Drucker kaputt" not in self.row("/leistungen/perso/")

    def test_the_list_of_offices_says_it(self, city, gerthe):
        disrupt(office=gerthe)
        assert "Störung: Drucker kaputt" in self.row(city.offices.url, ".list-row")
