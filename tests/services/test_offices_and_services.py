"""What services and offices say of each other: places, missing hours, the list of offices, topics in languages."""

from datetime import time

from django.test import Client
from django.utils import translation

from wagtail.models import Locale

import pytest
from bs4 import BeautifulSoup

from cms import freshness
from services import at_a_glance
from services.models import (
    OfficeHours,
    OfficePhone,
    OnlineService,
    ServiceForm,
    ServiceListPage,
    ServiceOffice,
    ServiceTopic,
)
from tests import factories

UNKNOWN = "Zeiten für den Besuch stehen hier noch nicht."


def main(address: str):
    answer = Client().get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser").main


def words(part) -> str:
    return " ".join(part.text.split())


@pytest.fixture
def bureau(city):
    office = factories.OfficePageFactory(parent=city.offices, title="Bürgerbüro", by_appointment_only=True)
    OfficePhone.objects.create(page=office, number="0234 910-1950")
    return office


class TestLocations:
    def test_a_service_lists_the_places_of_its_office_with_addresses(self, city, bureau):
        below = {"parent": city.offices, "parent_office": bureau, "postcode": "44787", "city": "Bochum"}
        factories.OfficePageFactory(title="Bürgerbüro Mitte", street="Willy-Brandt-Platz 2", **below)
        factories.OfficePageFactory(title="Bürgerbüro Gerthe", street="Heinrichstr. 42", **below)
        factories.OfficePageFactory(title="Archiv ohne Anschrift", **below)
        perso = factories.ServicePageFactory(parent=city.services, title="Perso")
        ServiceOffice.objects.create(service=perso, office=bureau)
        found = [words(item) for item in main(perso.url).select(".locations li")]
        assert found == [
            "Bürgerbüro Gerthe, Heinrichstr. 42, 44787 Bochum",
            "Bürgerbüro Mitte, Willy-Brandt-Platz 2, 44787 Bochum",
        ]

    def test_a_place_whose_address_nobody_knows_is_named_a_part_with_its_own_tasks_is_not(self, city, bureau):
        for title in ("Bürgerbüro Querenburg", "Bürgerbüro – Team 2", "Meldearchiv"):
            factories.OfficePageFactory(title=title, parent=city.offices, parent_office=bureau)
        perso = factories.ServicePageFactory(parent=city.services, title="Perso")
        ServiceOffice.objects.create(service=perso, office=bureau)
        assert [words(item) for item in main(perso.url).select(".locations li")] == ["Bürgerbüro Querenburg"]

    def test_a_department_with_services_of_its_own_is_no_place_of_the_office(self, city, bureau):
        below = {"parent": city.offices, "parent_office": bureau, "street": "Heinrichstr. 42"}
        department = factories.OfficePageFactory(title="Wohngeldstelle", **below)
        factories.OfficePageFactory(title="Bürgerbüro Gerthe", **below)
        perso, money = (factories.ServicePageFactory(parent=city.services, title=title) for title in ("Perso", "Geld"))
        ServiceOffice.objects.create(service=perso, office=bureau)
        ServiceOffice.objects.create(service=money, office=department)
        assert [link.text for link in main(perso.url).select(".locations a")] == ["Bürgerbüro Gerthe"]

    def test_titles_nobody_has_translated_are_marked_as_german(self, city, bureau):
        below = {"parent": city.offices, "parent_office": bureau, "street": "Heinrichstr. 42"}
        german = factories.OfficePageFactory(title="Bürgerbüro Gerthe", **below)
        perso = factories.ServicePageFactory(parent=city.services, title="Perso")
        ServiceOffice.objects.create(service=perso, office=bureau)
        english = Locale.objects.create(language_code="en")
        for page in (city.home, city.services, city.offices, bureau, perso):
            page.copy_for_translation(english).save_revision().publish()
        address = perso.get_translation(english).url
        assert main(address).select_one(".locations a")["lang"] == "de"
        german.copy_for_translation(english).save_revision().publish()
        freshness.forget()
        assert not main(address).select_one(".locations a").has_attr("lang")

    def test_an_office_without_hours_says_so_and_whom_to_ask(self, city, bureau):
        assert f"{UNKNOWN} Auskunft bekommen Sie hier: 0234 910-1950" in words(main(bureau.url))
        perso = factories.ServicePageFactory(parent=city.services, title="Perso")
        ServiceOffice.objects.create(service=perso, office=bureau)
        assert UNKNOWN in words(main(perso.url))
        silent = factories.OfficePageFactory(parent=city.offices, title="Archiv")
        assert main(silent.url).select_one(".no-hours a")["href"] == "tel:115"

    def test_an_office_with_hours_does_not(self, city, bureau):
        OfficeHours.objects.create(page=bureau, weekday=0, opens=time(8), closes=time(12))
        assert UNKNOWN not in words(main(bureau.url))


class TestOfficeList:
    def test_it_stands_in_the_order_of_the_phone_book_with_letters_and_numbers(self, city, bureau):
        for title in ("Bußgeldstelle", "Referat für Sport", "Referat für politische Gremien", "Älteres Amt"):
            factories.OfficePageFactory(parent=city.offices, title=title)
        page = main(city.offices.url)
        titles = [link.text for link in page.select("#stadt ~ .az-group .list-row__link")]
        assert titles == [
            "Älteres Amt",
            "Bürgerbüro",
            "Bußgeldstelle",
            "Referat für politische Gremien",
            "Referat für Sport",
        ]
        assert page.find("a", href="#B")
        assert page.find(id="B").find_next("a", href="tel:+492349101950")

    def test_a_town_without_street_is_no_address(self, city):
        factories.OfficePageFactory(parent=city.offices, title="Wattenscheid", city="Bochum")
        assert "Bochum" not in words(main(city.offices.url).select_one(".list-row"))


class TestLists:
    def test_an_appointment_at_one_office_counts_for_lists_and_filters(self, city, bureau):
        other = factories.OfficePageFactory(parent=city.offices, title="Ausländerbüro")
        both = factories.ServicePageFactory(parent=city.services, title="Zweierlei")
        ServiceOffice.objects.create(service=both, office=bureau, appointment="required")
        ServiceOffice.objects.create(service=both, office=other, appointment="none")
        strict = factories.ServicePageFactory(parent=city.services, title="Streng", appointment="none")
        ServiceOffice.objects.create(service=strict, office=bureau, appointment="required")
        page = ServiceListPage(title="Termin", slug="termin", kind="appointments")
        city.home.add_child(instance=page)
        found = words(main(page.url))
        assert "Bürgerbüro: nur mit Termin" in found
        assert "Ausländerbüro: ohne Termin" in found
        assert main(page.url).find(id="ohne-termin") is None
        filtered = words(main(f"{city.services.url}a-z/ohne-termin/"))
        assert "Zweierlei" in filtered
        assert "Streng" not in filtered

    def test_a_form_that_nobody_can_fetch_is_not_listed(self, city):
        perso = factories.ServicePageFactory(parent=city.services, title="Perso")
        ServiceForm.objects.create(page=perso, title="Vollmacht", note="von beiden unterschreiben")
        ServiceForm.objects.create(page=perso, title="Antrag", url="https://example.org/antrag.pdf")
        page = ServiceListPage(title="Formulare", slug="formulare", kind="forms")
        city.home.add_child(instance=page)
        assert "Antrag" in words(main(page.url))
        assert "Vollmacht" not in words(main(page.url))

    def test_online_and_only_by_appointment_do_not_contradict_each_other(self, city):
        page = factories.ServicePageFactory(
            parent=city.services, title="Ummelden", online_availability="yes", appointment="required"
        )
        assert at_a_glance.hit_facts(page) == ["online, oder vor Ort mit Termin"]
        page.online_availability = "no"
        assert [str(text) for text in at_a_glance.hit_facts(page)] == ["nicht online", "nur mit Termin"]


def test_the_way_online_has_a_heading(city):
    page = factories.ServicePageFactory(parent=city.services, title="Ummelden")
    assert main(page.url).find(id="online") is None
    OnlineService.objects.create(page=page, label="eWA", url="https://example.org/")
    section = main(page.url).find("section", attrs={"aria-labelledby": "online"})
    assert section.h2.text == "Online erledigen"
    assert section.find("a", href="https://example.org/")


def test_a_translated_topic_shows_the_services_of_the_german_one_in_its_language(city):
    topic = factories.TopicPageFactory(parent=city.topics, title="Melden")
    for title in ("Ummelden", "Abmelden"):
        page = factories.ServicePageFactory(parent=city.services, title=title)
        ServiceTopic.objects.create(service=page, topic=topic)
    turkish = Locale.objects.create(language_code="tr")
    own = page.copy_for_translation(turkish, copy_parents=True)
    own.title = "Kayıt silme"
    own.save_revision().publish()
    translated = topic.copy_for_translation(turkish, copy_parents=True)
    translated.save_revision().publish()
    with translation.override("tr"):
        titles = [link.text for link in main(translated.url).select(".list-row__link")]
    assert titles == ["Kayıt silme", "Ummelden"]
    assert [link.text for link in main(topic.url).select(".list-row__link")] == ["Abmelden", "Ummelden"]
