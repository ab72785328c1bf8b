"""One fact over all services: appointments, online services, forms, disruptions; filters of the list from A to Z."""

from datetime import date
from decimal import Decimal

from django.test import Client

from wagtail.models import Locale

import pytest
import time_machine
from bs4 import BeautifulSoup

from search.models import CitizenWord
from services.models import (
    Disruption,
    DisruptionTarget,
    Fee,
    OnlineService,
    ServiceForm,
    ServiceListPage,
    ServiceOffice,
)
from tests import factories


def list_page(city, kind: str) -> ServiceListPage:
    return factories.ServiceListPageFactory(parent=city.home, title=kind, kind=kind)


def text(address: str) -> str:
    answer = Client().get(address)
    assert answer.status_code == 200
    return " ".join(BeautifulSoup(answer.content, "html.parser").main.text.split())


def service(city, title: str, **fields):
    return factories.ServicePageFactory(parent=city.services, title=title, **fields)


class TestAppointments:
    def test_it_says_where_to_book_and_what_needs_none(self, city):
        office = factories.OfficePageFactory(parent=city.offices, title="Bürgerbüro")
        perso = service(city, "Perso", appointment="required")
        ServiceOffice.objects.create(service=perso, office=office, booking_url="https://example.org/termin")
        service(city, "Fundsache", appointment="none")
        page = list_page(city, "appointments")
        found = BeautifulSoup(Client().get(page.get_url()).content, "html.parser").main
        assert found.find("a", href="https://example.org/termin")
        assert found.find(id="ohne-termin").find_next("a").text == "Fundsache"

    def test_an_unverified_fact_is_not_listed(self, city):
        service(city, "Zweifel", appointment="required", verification="unverified")
        assert "Zweifel" not in text(list_page(city, "appointments").get_url())


class TestOnline:
    def test_usable_ones_come_first_planned_ones_last(self, city):
        ready, later = service(city, "Ummelden"), service(city, "Bauen")
        OnlineService.objects.create(page=ready, label="eWA", url="https://example.org/")
        OnlineService.objects.create(page=later, label="Bauportal", url="https://example.org/b", state="planned")
        found = text(list_page(city, "online").get_url())
        assert found.index("eWA") < found.index("Geplant") < found.index("Bauen")
        assert "Bauportal" not in found


def test_forms_have_name_and_number_and_the_online_way(city):
    page = service(city, "Ummelden", online_availability="yes")
    ServiceForm.objects.create(
        page=page, title="Wohnungsgeberbestätigung", number="W 1", url="https://example.org/w1.pdf"
    )
    found = text(list_page(city, "forms").get_url())
    assert "Wohnungsgeberbestätigung (W 1)" in found
    assert "Geht auch ohne Formular" in found


class TestDisruptions:
    @pytest.fixture
    def page(self, city):
        found = Disruption(title="Drucker kaputt", message="Bitte später kommen.", live=True)
        found.targets = [DisruptionTarget(service=service(city, "Perso"))]
        found.save()
        return list_page(city, "disruptions")

    def test_it_says_what_is_touched(self, page):
        found = text(page.get_url())
        assert "Drucker kaputt" in found
        assert "Betrifft: Perso" in found

    def test_it_has_a_feed(self, page):
        answer = Client().get(f"{page.get_url()}feed/")
        assert answer["Content-Type"].startswith("application/atom+xml")
        assert "Drucker kaputt" in answer.text

    def test_other_lists_have_none(self, city):
        assert Client().get(f"{list_page(city, 'forms').get_url()}feed/").status_code == 404


class TestFilters:
    @pytest.mark.parametrize(
        ("slug", "fits", "fits_not"),
        [
            ("online", {"online_availability": "partly"}, {"online_availability": "no"}),
            ("ohne-termin", {"appointment": "possible"}, {"appointment": "required"}),
            ("personen", {"target_group": "both"}, {"target_group": "company"}),
            ("unternehmen", {"target_group": "company"}, {"target_group": ""}),
        ],
    )
    def test_it_narrows_the_list(self, city, slug, fits, fits_not):
        service(city, "Passt", **fits)
        service(city, "Falsch", **fits_not)
        found = text(f"/leistungen/a-z/{slug}/")
        assert "Passt" in found
        assert "Falsch" not in found

    def test_free_is_what_costs_nothing_in_any_case(self, city):
        for title, kinds in (("Gratis", ["free"]), ("Mal so", ["free", "fixed"]), ("Unbekannt", [])):
            page = service(city, title)
            for kind in kinds:
                Fee.objects.create(page=page, kind=kind, amount=None if kind == "free" else Decimal(5))
        found = text("/leistungen/a-z/kostenlos/")
        assert "Gratis" in found
        assert "Mal so" not in found
        assert "Unbekannt" not in found

    def test_free_is_what_costs_nothing_today(self, city):
        page = service(city, "Bald teuer")
        Fee.objects.create(page=page, label="alle", kind="free")
        Fee.objects.create(page=page, label="alle", kind="fixed", amount=Decimal(5), valid_from=date(2027, 1, 1))
        with time_machine.travel("2026-12-31T23:59:00+01:00") as traveller:
            assert "Bald teuer" in text("/leistungen/a-z/kostenlos/")
            traveller.move_to("2027-01-01T00:00:00+01:00")
            assert "Bald teuer" not in text("/leistungen/a-z/kostenlos/")

    def test_translations_are_found_by_the_facts_of_the_german_page(self, city):
        page = service(city, "Perso", online_availability="no")
        turkish = page.copy_for_translation(Locale.objects.create(language_code="tr"), copy_parents=True)
        turkish.title = "Kimlik"
        turkish.save_revision().publish()
        page.online_availability = "yes"
        page.save_revision().publish()
        assert "Kimlik" in text(f"{turkish.get_parent().get_url()}a-z/online/")

    def test_an_unknown_filter_does_not_exist(self, city):
        assert Client().get("/leistungen/a-z/billig/").status_code == 404

    def test_the_list_stays_flat(self, city, django_assert_max_num_queries):
        for number in range(30):
            page = service(city, f"Leistung {number}")
            CitizenWord.objects.create(page=page, phrase=f"Wort{number}")
        Client().get("/leistungen/a-z/")
        with django_assert_max_num_queries(6):
            Client().get("/leistungen/a-z/")


def test_what_people_call_it_stands_in_the_alphabet(city):
    page = service(city, "Personalausweis beantragen")
    for phrase in ("Ausweis", "Perso", "mein perso", "ID", "Identitätskarte"):
        CitizenWord.objects.create(page=page, phrase=phrase)
    found = text("/leistungen/a-z/")
    assert "Ausweis: Personalausweis beantragen" in found
    assert "ID: Personalausweis beantragen" in found
    # Under the letter of the title, a phrase, and one name too many.
    for phrase in ("Perso: ", "mein perso", "Identitätskarte"):
        assert phrase not in found


@pytest.mark.parametrize("kind", ["appointments", "online", "forms", "disruptions"])
def test_lists_stay_flat(city, kind, django_assert_max_num_queries):
    office = factories.OfficePageFactory(parent=city.offices)
    for number in range(25):
        page = service(city, f"Leistung {number}", appointment="required")
        ServiceOffice.objects.create(service=page, office=office)
        OnlineService.objects.create(page=page, label="Online", url="https://example.org/")
        ServiceForm.objects.create(page=page, title="Formular")
    address = list_page(city, kind).get_url()
    Client().get(address)
    with django_assert_max_num_queries(8):
        Client().get(address)
