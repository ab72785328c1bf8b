"""A service with every kind of row and an office with hours of every kind."""

from datetime import date
from decimal import Decimal

from wagtail.documents import get_document_model

import pytest

from cms.models import District
from services import models
from tests import factories


@pytest.fixture
def office(city):
    building = models.Building.objects.create(
        name="Rathaus", street="Platz 1", postcode="44787", lift="yes", live=True, latitude="51.5", longitude="7.2"
    )
    office = factories.OfficePageFactory(parent=city.offices, title="Bürgerbüro", building=building, room="203")
    office.phones = [models.OfficePhone(number="0234 910-1950", label="Termine")]
    office.opening_hours = [
        models.OfficeHours(weekday=0, opens="08:00", closes="12:30", by_appointment=True),
        models.OfficeHours(weekday=4, opens="08:00", closes="10:00", kind="phone"),
    ]
    office.exceptions = [
        models.OfficeException(first_day=date(2026, 12, 1), last_day=date(2026, 12, 2), reason="Versammlung")
    ]
    office.save()
    office.save_revision().publish()
    return office


@pytest.fixture
def service(city, office):
    """A service with every kind of row."""
    topic = factories.TopicPageFactory(parent=city.life_situations, title="Umzug", kind="life_situation")
    account = models.Account.objects.create(name="BundID", live=True)
    level = models.TrustLevel.objects.create(code="40", name="hoch", live=True)
    law = models.Law.objects.create(name="Personalausweisgesetz", url="https://law.example/", live=True)
    photo = models.DocumentRecord.objects.create(name="Lichtbild", where_to_get="beim Fotodienst", live=True)
    contact = models.Contact.objects.create(
        function="Buchstaben A–F", office=office, name="Erika Muster", name_until=date(2099, 1, 1), live=True
    )
    file = get_document_model().objects.create(title="Vollmacht", file="vollmacht.pdf")
    page = factories.ServicePageFactory(
        parent=city.services,
        title="Perso",
        official_name="Personalausweis Ausstellung",
        payment_means=["cash", "debit_card"],
        internal_note="GEHEIM",
        online_availability="partly",
        appointment="required",
        target_group="person",
    )
    page.fees = [
        models.Fee(label="ab 24", kind="fixed", amount=Decimal("46.00")),
        models.Fee(label="ab 24", kind="fixed", amount=Decimal("50.00"), valid_from=date(2099, 1, 1)),
    ]
    page.documents = [models.RequiredDocument(record=photo, form="original")]
    page.deadlines = [models.Deadline(kind="processing", duration=4, duration_to=6, unit="week")]
    page.steps = [models.Step(title="Termin buchen")]
    page.online_services = [
        models.OnlineService(label="Antrag", url="https://a.example/", account=account, trust_level=level)
    ]
    page.forms = [models.ServiceForm(title="Vollmacht", number="V 1", document=file)]
    page.legal_bases = [models.LegalBasis(law=law, label="§ 9")]
    page.hints = [models.Hint(kind="general", text="Gut zu wissen.")]
    page.service_keys = [models.ServiceKey(key="99008001012000")]
    page.service_offices = [models.ServiceOffice(office=office, booking_url="https://t.example/")]
    page.service_hours = [models.ServiceHours(office=office, weekday=1, opens="09:00", closes="11:00")]
    page.service_topics = [models.ServiceTopic(topic=topic)]
    page.related_services = [
        models.RelatedService(related=factories.ServicePageFactory(parent=city.services, title="Reisepass"))
    ]
    page.service_contacts = [models.ServiceContact(contact=contact)]
    district = District.objects.create(number="VI", name="Südwest", slug="suedwest")
    page.responsibilities = [
        models.Responsibility(office=office, kind="letter", first="A", last="F"),
        models.Responsibility(office=office, kind="district", district=district),
    ]
    page.save()
    page.save_revision().publish()
    return page
