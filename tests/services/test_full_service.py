"""A service with every field filled: all of it is on the page, and what it costs the database stays counted."""

from datetime import date
from decimal import Decimal

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from wagtail.models import Locale

import pytest
from bs4 import BeautifulSoup

from cms.models import District
from services import models
from tests import factories

ADDRESS = "/leistungen/perso/"
GATE = 14


@pytest.fixture
def full(city):
    """Every field and row of the record, an office in a building, a disruption, a journey, rules, contacts."""
    factories.ServiceListPageFactory(parent=city.home, title="Zuständigkeit", kind="responsibility")
    situation = factories.TopicPageFactory(parent=city.life_situations, title="Umzug", kind="life_situation")
    district = District.objects.create(number="VI", name="Südwest", slug="suedwest")
    building = models.Building.objects.create(name="Rathaus", street="Platz 1", postcode="44787", live=True)
    office = factories.OfficePageFactory(parent=city.offices, title="Bürgerbüro", building=building)
    models.OfficePhone.objects.create(page=office, number="0234 910-1950")
    models.OfficeHours.objects.create(page=office, weekday=0, opens="08:00", closes="12:00")
    below = {"parent": city.offices, "parent_office": office, "street": "Heinrichstraße 42"}
    place = factories.OfficePageFactory(title="Bürgerbüro Gerthe", **below)
    contact = models.Contact.objects.create(function="Buchstaben A–F", office=office, phone="0234 910-1", live=True)
    law = models.Law.objects.create(name="Personalausweisgesetz", abbreviation="PAuswG", live=True)
    record = models.DocumentRecord.objects.create(name="Lichtbild", where_to_get="beim Fotodienst", live=True)
    account = models.Account.objects.create(name="BundID", live=True)
    level = models.TrustLevel.objects.create(code="40", name="hoch", explanation="Online-Ausweis mit PIN", live=True)
    other = factories.ServicePageFactory(parent=city.services, title="Reisepass")
    page = factories.ServicePageFactory(
        parent=city.services,
        title="Perso",
        official_name="Personalausweis Ausstellung",
        online_availability="partly",
        appointment="required",
        target_group="person",
        payment_means=["cash", "debit_card"],
        first_step="Buchen Sie einen Termin.",
        remedy="Sie können Widerspruch einlegen.",
        identification="Mit altem Ausweis.",
        evidence="Als Original.",
        tacit_approval="Nein.",
        procedure_languages="Englisch",
    )
    page.fees = [
        models.Fee(label="ab 24", kind="fixed", amount=Decimal(46)),
        models.Fee(label="ab 24", kind="fixed", amount=Decimal(50), valid_from=date(2099, 1, 1)),
    ]
    page.documents = [models.RequiredDocument(record=record, form="original", condition="immer")]
    page.deadlines = [models.Deadline(kind="processing", duration=4, duration_to=6, unit="week")]
    page.steps = [models.Step(title="Termin buchen")]
    page.online_services = [
        models.OnlineService(label="Status", url="https://example.org/s", account=account, trust_level=level)
    ]
    page.forms = [models.ServiceForm(title="Vollmacht", number="V 1")]
    page.legal_bases = [models.LegalBasis(law=law, label="§ 9")]
    page.hints = [models.Hint(kind="general", text="Gut zu wissen."), models.Hint(kind="audience", text="Für alle.")]
    page.service_keys = [models.ServiceKey(key="99008001012000")]
    page.service_offices = [models.ServiceOffice(office=office, booking_url="https://example.org/t")]
    page.service_hours = [models.ServiceHours(office=office, weekday=1, opens="09:00", closes="11:00")]
    page.service_topics = [models.ServiceTopic(topic=situation)]
    page.related_services = [models.RelatedService(related=other)]
    page.service_contacts = [models.ServiceContact(contact=contact)]
    page.responsibilities = [
        models.Responsibility(office=office, kind="letter", first="A", last="F"),
        models.Responsibility(office=office, kind="district", district=district),
    ]
    page.save()
    journey = factories.JourneyPageFactory(parent=situation, title="Umziehen")
    step = models.JourneyStep.objects.create(page=journey, title="Ummelden")
    models.StepLink.objects.create(step=step, service=page)
    disruption = models.Disruption(title="Drucker kaputt", live=True)
    disruption.targets = [models.DisruptionTarget(office=office), models.DisruptionTarget(office=place)]
    disruption.save()
    return page


def main(address: str = ADDRESS) -> BeautifulSoup:
    answer = Client().get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser").main


@pytest.mark.parametrize(
    "text",
    [
        *("Teil von: Umziehen", "Drucker kaputt", "Buchen Sie einen Termin.", "Anmeldung mit BundID"),
        *("Sie brauchen: Online-Ausweis mit PIN", "46 €", "ab 1. Januar 2099", "50 €", "bar, Girocard"),
        *("Lichtbild (Original)", "beim Fotodienst", "4 bis 6 Wochen", "Vollmacht (V 1)", "Termin buchen"),
        *("Platz 1", "44787", "nur mit Termin", "9–11 Uhr", "0234 910-1950", "A bis F", "VI Südwest"),
        *("Buchstaben A–F", "Widerspruch", "Mit altem Ausweis.", "Als Original.", "Englisch", "Reisepass"),
        *("§ 9 Personalausweisgesetz (PAuswG)", "Für alle.", "Gut zu wissen."),
    ],
)
def test_every_fact_is_on_the_page(full, text):
    assert text in " ".join(main().text.replace("\u00a0", " ").split())


def statements(address: str) -> list[str]:
    client = Client()
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        client.get(address)
    return [query["sql"] for query in captured.captured_queries]


def test_it_costs_few_statements_none_twice_none_writing(full):
    found = statements(ADDRESS)
    assert len(found) <= GATE, "\n".join(found)
    assert len(set(found)) == len(found)
    assert not [sql for sql in found if not sql.lstrip("(").startswith("SELECT")]


def test_a_translation_costs_little_more(full):
    turkish = full.copy_for_translation(Locale.objects.create(language_code="tr"), copy_parents=True)
    turkish.save_revision().publish()
    found = statements(turkish.get_url())
    assert len(found) <= GATE + 3, "\n".join(found)
