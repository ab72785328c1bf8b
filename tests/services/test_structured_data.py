from datetime import date, time
from decimal import Decimal

import pytest

from services import models
from services.enums import FeeKind, HoursKind
from tests import factories
from tests.machine_readable import graph, item

ADDRESS = "/leistungen/personalausweis-beantragen/"


@pytest.fixture
def office(city):
    office = factories.OfficePageFactory(
        parent=city.offices, title="Bürgerbüro Mitte", street="Willy-Brandt-Platz 2", postcode="44787", city="Bochum"
    )
    office.phones.create(number="0234 910-1950", label="Termine")
    hours = {"opens": time(8), "closes": time(13)}
    office.opening_hours.create(kind=HoursKind.VISIT, weekday=0, **hours)
    office.opening_hours.create(kind=HoursKind.VISIT, weekday=1, by_appointment=True, **hours)
    office.opening_hours.create(kind=HoursKind.PHONE, weekday=2, **hours)
    office.save()
    return office


@pytest.fixture
def service(city, office):
    service = factories.ServicePageFactory(
        parent=city.services,
        title="Personalausweis beantragen",
        official_name="Personalausweis Ausstellung",
        summary="So bekommen Sie einen neuen Ausweis.",
        target_group="person",
    )
    service.service_offices.create(office=office)
    service.fees.create(label="ab 24 Jahren", amount=Decimal("46.00"), valid_from=date(2026, 2, 7))
    service.fees.create(label="vorläufig", kind=FeeKind.RANGE, amount=Decimal("10.00"), amount_to=Decimal("13.50"))
    service.fees.create(label="im Jahr", amount=Decimal("5.00"), unit="im Jahr")
    service.fees.create(label="Erstausweis", kind=FeeKind.FREE)
    service.fees.create(label="außerhalb", kind=FeeKind.SURCHARGE, amount=Decimal("13.00"))
    service.online_services.create(label="Termin buchen", url="https://termine.example/")
    service.online_services.create(label="ohne Adresse")
    service.save()
    return service


def test_a_service_says_what_it_costs_and_who_does_it_where(client, service):
    found = item(client.get(ADDRESS), "GovernmentService")
    assert found["name"] == "Personalausweis beantragen"
    assert found["alternateName"] == "Personalausweis Ausstellung"
    assert found["description"] == "So bekommen Sie einen neuen Ausweis."
    assert found["url"] == f"http://testserver{ADDRESS}"
    assert found["audience"]["audienceType"] == "Privatpersonen"
    assert found["serviceOperator"] == [{"@type": "GovernmentOrganization", "name": "Bürgerbüro Mitte"}]
    online, on_site = found["availableChannel"]
    assert online == {"@type": "ServiceChannel", "name": "Termin buchen", "serviceUrl": "https://termine.example/"}
    assert on_site["serviceLocation"]["name"] == "Bürgerbüro Mitte"


def test_fees_are_offers_but_a_surcharge_is_none(client, service):
    offers = {offer["name"]: offer for offer in item(client.get(ADDRESS), "GovernmentService")["offers"]}
    assert offers.keys() == {"ab 24 Jahren", "vorläufig", "im Jahr", "Erstausweis"}
    assert offers["ab 24 Jahren"] | {"@type": "Offer"} == {
        "@type": "Offer",
        "name": "ab 24 Jahren",
        "validFrom": "2026-02-07",
        "price": "46.00",
        "priceCurrency": "EUR",
    }
    assert offers["vorläufig"]["priceSpecification"]["minPrice"] == "10.00"
    assert offers["vorläufig"]["priceSpecification"]["maxPrice"] == "13.50"
    assert offers["im Jahr"]["priceSpecification"]["unitText"] == "im Jahr"
    assert offers["Erstausweis"]["price"] == "0"


def test_an_unverified_service_gives_no_facts(client, service):
    service.verification = "unverified"
    service.internal_note = "Allgemeinwissen"
    service.save_revision().publish()
    response = client.get(ADDRESS)
    assert item(response, "GovernmentService") == {
        "@type": "GovernmentService",
        "name": "Personalausweis beantragen",
        "url": f"http://testserver{ADDRESS}",
    }
    assert "Allgemeinwissen" not in response.text


def test_an_office_says_hours_without_appointment_only_and_never_now(client, office):
    found = item(client.get("/dienststellen/burgerburo-mitte/"), "GovernmentOffice")
    assert found["telephone"] == ["+492349101950"]
    assert found["address"]["postalCode"] == "44787"
    assert found["openingHoursSpecification"] == [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": "https://schema.org/Monday",
            "opens": "08:00",
            "closes": "13:00",
        }
    ]


def test_an_office_by_appointment_only_has_no_opening_hours(client, office):
    models.OfficePage.objects.update(by_appointment_only=True)
    assert "openingHoursSpecification" not in item(client.get("/dienststellen/burgerburo-mitte/"), "GovernmentOffice")


def test_a_body_outside_the_city_is_no_government_office(client, city):
    factories.OfficePageFactory(parent=city.offices, title="Finanzamt", is_external=True)
    found = item(client.get("/dienststellen/finanzamt/"), "Organization")
    assert found == {"@type": "Organization", "name": "Finanzamt", "url": "http://testserver/dienststellen/finanzamt/"}


def test_the_way_to_a_service_is_a_breadcrumb(client, service):
    steps = item(client.get(ADDRESS), "BreadcrumbList")["itemListElement"]
    assert [step["name"] for step in steps] == ["Bochum", "Leistungen", "Personalausweis beantragen"]


def test_a_list_of_services_is_only_a_breadcrumb(client, city):
    assert [found["@type"] for found in graph(client.get("/leistungen/a-z/"))] == ["BreadcrumbList"]


def test_a_service_page_with_everything_costs_ten_statements_at_most(client, service, django_assert_max_num_queries):
    client.get(ADDRESS)
    with django_assert_max_num_queries(10):
        client.get(ADDRESS)
