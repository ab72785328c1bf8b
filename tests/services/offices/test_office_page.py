"""The page of an office: where it is, who is there, when it is closed."""

from datetime import date, datetime, time

from django.test import Client

from wagtail.models import Locale

import pytest
from bs4 import BeautifulSoup

from cms import freshness
from services.enums import HoursKind
from services.models import Building, Closure, Contact, Disruption, DisruptionTarget, OfficePage, ServiceOffice
from tests import factories
from tests.machine_readable import item
from tests.services.offices.visiting import ADDRESS, MORNING, main, open_office, words
from tests.services.opening_hours_reference import BERLIN


class TestBuilding:
    def test_address_room_and_links_are_those_of_the_building(self, office):
        page = main()
        assert page.address.get_text("|", strip=True) == (
            "Rathaus (Beispiel)|2. Etage|Willy-Brandt-Platz 2–6|44787 Bochum"
        )
        assert page.find("a", href="geo:51.481900,7.216200")
        assert page.find("a", string="Karte (OpenStreetMap)")
        assert page.find("a", string="Fahrplan (VRR)")

    def test_nothing_is_said_of_what_nobody_has_looked_at(self, office):
        page = main()
        facts = [row.get_text(": ", strip=True) for row in page.select(".access-facts > div")]
        assert facts == ["Ohne Stufen: ja", "Aufzug: nein"]
        assert "Aus dem Ausgang nach links." in page.text

    def test_a_changed_address_is_right_everywhere_at_once(
        self, city, office, building, django_capture_on_commit_callbacks
    ):
        other = factories.OfficePageFactory(parent=city.offices, title="Archiv", building=building)
        Client().get(ADDRESS)
        building.street = "Hans-Böckler-Straße 19"
        with django_capture_on_commit_callbacks(execute=True):
            building.save_revision().publish()
        for address in (ADDRESS, other.url, "/dienststellen/"):
            assert "Hans-Böckler-Straße 19" in words(address)
            assert "Willy-Brandt-Platz" not in words(address)

    def test_machines_read_the_address_of_the_building(self, client, office):
        found = item(client.get(ADDRESS), "GovernmentOffice")
        assert found["address"]["streetAddress"] == "Willy-Brandt-Platz 2–6"
        assert found["geo"]["latitude"] == "51.481900"


class TestContacts:
    @pytest.fixture
    def contact(self, office):
        return Contact.objects.create(
            function="Eheschließungen, Buchstaben A–F",
            office=office,
            phone="0234 910-0",
            email="standesamt@example.org",
            name="Kim Beispiel",
            name_until=date(2026, 12, 14),
        )

    def test_they_stand_under_their_function(self, contact):
        text = words()
        assert "Eheschließungen, Buchstaben A–F" in text
        assert "Kim Beispiel" in text

    def test_the_name_is_gone_from_page_and_card_on_the_day_after(self, contact, client, monday_morning):
        card = f"{ADDRESS}visitenkarte/{contact.pk}/"
        assert "FN:Kim Beispiel" in client.get(card).text
        monday_morning.move_to(datetime(2026, 12, 15, tzinfo=BERLIN))
        assert "Kim Beispiel" not in words()
        assert "FN:Eheschließungen\\, Buchstaben A–F" in client.get(card).text

    def test_a_draft_is_not_shown(self, contact, client):
        Contact.objects.update(live=False)
        assert "Eheschließungen" not in words()
        assert client.get(f"{ADDRESS}visitenkarte/{contact.pk}/").status_code == 404

    def test_the_card_of_another_office_is_not_found_here(self, city, contact, client):
        factories.OfficePageFactory(parent=city.offices, title="Archiv")
        assert client.get(f"/dienststellen/archiv/visitenkarte/{contact.pk}/").status_code == 404


class TestClosures:
    def test_it_stands_beside_the_sentence_and_says_who_is_there(self, winter):
        text = words()
        assert "Heute, Montag, bis 12 Uhr." in text
        assert "24. Dezember bis 1. Januar geschlossen (Betriebsferien)" in text
        assert "Standesamt: 30. Dezember, 10–12 Uhr, nur für Bestattungen" in text

    def test_it_ends_itself(self, winter, monday_morning):
        monday_morning.move_to(datetime(2027, 1, 2, 9, tzinfo=BERLIN))
        assert "Betriebsferien" not in words()

    def test_it_is_not_shown_before_its_two_weeks_and_the_page_knows_when(self, winter, client, monday_morning):
        monday_morning.move_to(datetime(2026, 12, 9, 20, tzinfo=BERLIN))
        answer = client.get(ADDRESS)
        assert "Betriebsferien" not in BeautifulSoup(answer.content, "html.parser").main.text
        monday_morning.move_to(datetime(2026, 12, 10, tzinfo=BERLIN))
        later = client.get(ADDRESS, headers={"If-None-Match": answer["ETag"]})
        assert later.status_code == 200
        assert "24. Dezember bis 1. Januar geschlossen" in later.text

    def test_a_closure_is_seen_as_soon_as_it_is_published(self, office, django_capture_on_commit_callbacks):
        day = date(2026, 12, 14)
        closure = Closure.objects.create(title="Umzug", first_day=day, last_day=day, all_offices=True, live=False)
        assert "Umzug" not in words()
        with django_capture_on_commit_callbacks(execute=True):
            closure.save_revision().publish()
        assert "Heute, Montag, geschlossen (Umzug). Wieder am Dienstag ab 8 Uhr." in words()

    def test_exceptions_and_holidays_of_the_coming_weeks_are_listed_the_closure_is_not_twice(self, office, winter):
        office.exceptions.create(
            first_day=date(2026, 12, 17),
            last_day=date(2026, 12, 18),
            opens=time(8),
            closes=time(10),
            reason="Fortbildung",
        )
        office.save()
        rows = [" ".join(row.text.split()) for row in main().select(".opening-hours tr")]
        assert "17. bis 18. Dezember 8–10 Uhr (Fortbildung)" in rows
        assert not [row for row in rows if "Betriebsferien" in row]

    def test_machines_read_exceptions_closures_and_holidays(self, client, office, winter):
        office.exceptions.create(first_day=date(2027, 1, 6), last_day=date(2027, 1, 6), opens=time(9), closes=time(10))
        office.save()
        special = item(client.get(ADDRESS), "GovernmentOffice")["specialOpeningHoursSpecification"]
        assert special == [
            {
                "@type": "OpeningHoursSpecification",
                "opens": "00:00",
                "closes": "00:00",
                "validFrom": "2026-12-24",
                "validThrough": "2027-01-01",
            },
            {
                "@type": "OpeningHoursSpecification",
                "opens": "09:00",
                "closes": "10:00",
                "validFrom": "2027-01-06",
                "validThrough": "2027-01-06",
            },
        ]


def test_services_of_the_office_above_are_shown_under_its_name(city):
    above = factories.OfficePageFactory(parent=city.offices, title="Bürgerbüro")
    part = factories.OfficePageFactory(parent=city.offices, title="Bürgerbüro Mitte", parent_office=above)
    service = factories.ServicePageFactory(parent=city.services, title="Perso")
    ServiceOffice.objects.create(service=service, office=above)
    section = main(part.url).find("section", attrs={"aria-labelledby": "leistungen-darueber"})
    assert section.h2.text == "Leistungen von: Bürgerbüro"
    assert "Perso" in section.text


def test_every_office_of_the_city_says_how_to_get_an_interpreter(city, office):
    factories.OfficePageFactory(parent=city.offices, title="Finanzamt", is_external=True)
    assert "Gebärdensprach- oder Schriftdolmetschung" in words()
    assert "Schriftdolmetschung" not in words("/dienststellen/finanzamt/")


def test_hours_on_the_phone_have_a_sentence_of_their_own(office):
    office.opening_hours.create(kind=HoursKind.PHONE, weekday=0, opens=time(7), closes=time(15))
    office.save()
    assert "Heute, Montag, bis 15 Uhr." in words()


class TestStatements:
    def test_the_list_of_sixty_offices_with_now_costs_eight_at_most(self, city, winter, django_assert_max_num_queries):
        houses = [Building.objects.create(name=f"Haus {number}", street="Teststraße 1") for number in range(5)]
        for number in range(60):
            open_office(city, f"Stelle {number}", building=houses[number % 5], uses_building_hours=number % 2 == 0)
        found = Disruption(title="Aufzug defekt", live=True)
        found.targets = [DisruptionTarget(building=houses[0])]
        found.save()
        client = Client()
        client.get("/dienststellen/")
        with django_assert_max_num_queries(8) as found:
            assert client.get("/dienststellen/").text.count("Teststraße 1") == 60
        assert len({query["sql"] for query in found.captured_queries}) == len(found.captured_queries)
        assert len(found.captured_queries) <= 5

    def test_the_page_costs_the_same_with_many_services_and_contacts(
        self, city, office, winter, django_assert_max_num_queries, monday_morning
    ):
        monday_morning.move_to(datetime(2026, 12, 14, 13, tzinfo=BERLIN))
        above = factories.OfficePageFactory(parent=city.offices, title="Amt")
        OfficePage.objects.filter(pk=office.pk).update(parent_office=above)
        others = [open_office(city, f"Stelle {number}", 8, 18) for number in range(5)]
        for number in range(12):
            service = factories.ServicePageFactory(parent=city.services, title=f"Leistung {number}")
            Contact.objects.create(function=f"Aufgabe {number}", office=office)
            for found in (above, office, *others):
                ServiceOffice.objects.create(service=service, office=found)
        client = Client()
        client.get(ADDRESS)
        with django_assert_max_num_queries(11) as found:
            assert "Dasselbe erledigt auch: Stelle 0" in " ".join(
                BeautifulSoup(client.get(ADDRESS).content, "html.parser").main.text.split()
            )
        assert len({query["sql"] for query in found.captured_queries}) == len(found.captured_queries)


def test_a_new_office_has_a_preview(city):
    page = OfficePage(title="Neue Stelle", slug="neu", street="Teststraße 1", city="Bochum", locale=city.home.locale)
    page.path, page.depth = f"{city.offices.path}0001", city.offices.depth + 1
    answer = page.make_preview_request()
    assert "Teststraße 1" in answer.text


class TestTranslation:
    @pytest.fixture
    def english(self, city, office):
        locale = Locale.objects.get_or_create(language_code="en")[0]
        for page in (city.home, city.offices, office):
            translated = page.specific.copy_for_translation(locale)
            translated.save_revision().publish()
        return translated

    def test_hours_address_and_closures_are_those_of_the_german_page(self, english, office, building):
        address = english.get_url()
        assert address.startswith("/en/")
        assert "Today, Monday, until 12:00." in words(address)
        OfficePage.objects.get(pk=office.pk).opening_hours.all().delete()
        office.exceptions.create(first_day=MORNING.date(), last_day=MORNING.date(), opens=time(8), closes=time(10))
        office.save()
        Building.objects.update(street="Neue Straße 1")
        freshness.forget()
        assert "Today, Monday, until 10:00." in words(address)
        assert "Neue Straße 1" in words(address)

    def test_closures_and_services_name_the_german_page_and_show_on_its_translation(self, city, english, office):
        service = factories.ServicePageFactory(parent=city.services, title="Eheurkunde")
        ServiceOffice.objects.create(service=service, office=office)
        day = MORNING.date()
        closure = Closure.objects.create(title="Umzug", first_day=day, last_day=day)
        closure.offices.create(office=office)
        closure.save()
        freshness.forget()
        text = words(english.get_url())
        assert "Today, Monday, closed (Umzug)." in text
        assert "Eheurkunde" in text
