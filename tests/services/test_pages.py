"""What citizens see of a service, a topic, an office: what is known, and nothing that is not."""

from django.test import Client

import pytest
from bs4 import BeautifulSoup, Tag

from services.models import (
    Deadline,
    Fee,
    Hint,
    LegalBasis,
    OfficePhone,
    OnlineService,
    RequiredDocument,
    ServiceOffice,
    ServiceTopic,
    Step,
)
from tests import factories


def main(address: str) -> Tag:
    answer = Client().get(address)
    assert answer.status_code == 200
    found = BeautifulSoup(answer.content, "html.parser").main
    assert found is not None
    return found


def words(part: Tag) -> str:
    return " ".join(part.text.replace("\u00a0", " ").split())


def headings(part: Tag) -> list[str]:
    return [words(heading) for heading in part.find_all("h2")]


class TestService:
    @pytest.fixture
    def service(self, city):
        return factories.ServicePageFactory(parent=city.services, title="Perso", summary="Kurz gesagt.")

    def test_a_service_without_facts_shows_no_empty_section_but_help(self, service):
        page = main("/leistungen/perso/")
        assert headings(page) == ["Noch Fragen? Stimmt etwas nicht?"]
        assert page.find("a", href="tel:115")
        assert "Kurz gesagt." in page.text

    def test_every_fact_has_its_section(self, city, service):
        Fee.objects.create(page=service, label="ab 24 Jahren", amount="46")
        RequiredDocument.objects.create(page=service, text="Alter Ausweis", condition="wenn vorhanden")
        Deadline.objects.create(page=service, kind="deadline", words="vor Ablauf")
        Step.objects.create(page=service, title="Termin buchen")
        LegalBasis.objects.create(page=service, label="§ 1 PAuswG")
        Hint.objects.create(page=service, kind="prerequisite", text="Sie sind Deutsche oder Deutscher.")
        page = main("/leistungen/perso/")
        for text in (
            "46 €",
            "Alter Ausweis",
            "wenn vorhanden",
            "vor Ablauf",
            "Termin buchen",
            "§ 1 PAuswG",
            "Sie sind",
        ):
            assert text in words(page)
        assert {"Voraussetzungen", "Rechtsgrundlagen", "Fristen und Dauer"} <= set(headings(page))

    def test_the_first_online_service_with_an_address_is_the_start(self, service):
        OnlineService.objects.create(page=service, label="Online beantragen", url="https://example.org/start")
        OnlineService.objects.create(page=service, label="Bescheid per App", sort_order=1)
        page = main("/leistungen/perso/")
        assert page.find("a", href="https://example.org/start")
        assert "Bescheid per App" in page.text
        assert "Bescheid per App" not in [words(link) for link in page.find_all("a")]

    def test_a_service_of_others_says_whose_it_is(self, city, service):
        office = factories.OfficePageFactory(parent=city.offices, title="Finanzamt", is_external=True)
        ServiceOffice.objects.create(service=service, office=office)
        assert "Dafür ist nicht die Stadt zuständig, sondern: Finanzamt." in words(main("/leistungen/perso/"))

    def test_the_office_comes_with_its_ways(self, city, service):
        office = factories.OfficePageFactory(
            parent=city.offices, title="Bürgerbüro", street="Willy-Brandt-Platz 2", postcode="44777", city="Bochum"
        )
        OfficePhone.objects.create(page=office, number="0234 910-1950")
        ServiceOffice.objects.create(service=service, office=office)
        page = main("/leistungen/perso/")
        assert page.find("a", href=office.get_url())
        assert page.find("a", href="tel:+492349101950")
        assert "44777 Bochum" in words(page)

    def test_an_office_that_is_not_live_is_left_out(self, city, service):
        office = factories.OfficePageFactory(parent=city.offices, title="Geschlossenes Amt", live=False)
        ServiceOffice.objects.create(service=service, office=office)
        assert "Geschlossenes Amt" not in main("/leistungen/perso/").text

    def test_an_unverified_service_says_so(self, city):
        factories.ServicePageFactory(parent=city.services, title="Ungeprüft", verification="unverified")
        assert "noch nicht geprüft" in words(main("/leistungen/ungepruft/"))

    def test_the_internal_note_is_not_public(self, city):
        factories.ServicePageFactory(parent=city.services, title="Perso", internal_note="Gebühr zweifelhaft")
        assert "zweifelhaft" not in Client().get("/leistungen/perso/").text

    def test_what_editors_type_is_text(self, service):
        Hint.objects.create(page=service, kind="general", text="<script>alert(1)</script>")
        assert "<script>alert" not in str(main("/leistungen/perso/"))


class TestTopic:
    def test_the_most_wanted_come_first_then_all_by_name(self, city):
        topic = factories.TopicPageFactory(parent=city.topics, title="Ausweise")
        for title, position in (("Zoll", None), ("Amt", None), ("Perso", 2), ("Pass", 1)):
            service = factories.ServicePageFactory(parent=city.services, title=title)
            ServiceTopic.objects.create(service=service, topic=topic, top_position=position)
        context = Client().get("/themen/ausweise/").context
        assert [page.title for page in context["top_services"]] == ["Pass", "Perso"]
        assert [page.title for page in context["services"]] == ["Amt", "Pass", "Perso", "Zoll"]

    def test_services_that_are_not_live_are_left_out(self, city):
        topic = factories.TopicPageFactory(parent=city.topics, title="Ausweise")
        service = factories.ServicePageFactory(parent=city.services, title="Entwurf", live=False)
        ServiceTopic.objects.create(service=service, topic=topic, top_position=1)
        assert "Entwurf" not in main("/themen/ausweise/").text

    def test_indexes_list_their_own_topics_in_the_editors_order(self, city):
        for title in ("Zuhause", "Ausweise"):
            factories.TopicPageFactory(parent=city.topics, title=title)
        factories.TopicPageFactory(parent=city.life_situations, title="Umzug", kind="life_situation")
        text = words(main("/themen/"))
        assert text.index("Zuhause") < text.index("Ausweise")
        assert "Umzug" not in text
        assert "Umzug" in words(main("/lebenslagen/"))


class TestOffice:
    def test_an_office_lists_services_and_parts(self, city):
        above = factories.OfficePageFactory(parent=city.offices, title="Bürgerbüro")
        part = factories.OfficePageFactory(parent=city.offices, title="Bürgerbüro Mitte", parent_office=above)
        service = factories.ServicePageFactory(parent=city.services, title="Perso")
        ServiceOffice.objects.create(service=service, office=part)
        assert "Bürgerbüro Mitte" in words(main(above.get_url()))
        page = words(main(part.get_url()))
        assert "Gehört zu: Bürgerbüro" in page
        assert "Perso" in page

    def test_an_office_above_that_is_not_live_is_not_linked(self, city):
        above = factories.OfficePageFactory(parent=city.offices, title="Altes Amt", live=False)
        part = factories.OfficePageFactory(parent=city.offices, title="Neues Amt", parent_office=above)
        assert "Altes Amt" not in main(part.get_url()).text

    def test_offices_of_the_city_come_before_others(self, city):
        factories.OfficePageFactory(parent=city.offices, title="Amtsgericht", is_external=True)
        factories.OfficePageFactory(parent=city.offices, title="Standesamt")
        text = words(main("/dienststellen/"))
        assert text.index("Standesamt") < text.index("Amtsgericht")

    def test_an_office_without_hours_says_nothing_about_today(self, city):
        office = factories.OfficePageFactory(parent=city.offices, title="Archiv", hours_note="nach Vereinbarung")
        text = words(main(office.get_url()))
        assert "nach Vereinbarung" in text
        assert "Heute" not in text
