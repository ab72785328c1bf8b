"""A changed fact is right in every language at once, without anybody touching a translation."""

from decimal import Decimal

from django.test import Client

from wagtail.models import Locale

import pytest
from bs4 import BeautifulSoup

from services.models import Fee, OfficeHours, RequiredDocument, ServiceOffice, ServicePage
from tests import factories

LANGUAGES = ("en", "tr", "ar", "uk", "de-simple")


@pytest.fixture
def service(city):
    """A service with an office, translated into five languages; the texts of its rows say in which."""
    office = factories.OfficePageFactory(parent=city.offices, title="Bürgerbüro")
    office.opening_hours.add(OfficeHours(weekday=0, opens="08:00", closes="12:00"))
    office.save()
    page = factories.ServicePageFactory(parent=city.services, title="Perso", online_availability="no")
    page.fees.add(Fee(label="Erwachsene", kind="fixed", amount=Decimal(37)))
    page.documents.add(RequiredDocument(text="Foto"))
    page.service_offices.add(ServiceOffice(office=office))
    page.save_revision().publish()
    for code in LANGUAGES:
        translate(page, code)
    return page


def translate(page: ServicePage, code: str) -> None:
    locale, _new = Locale.objects.get_or_create(language_code=code)
    translated = page.copy_for_translation(locale, copy_parents=True)
    set_fees(translated, label=f"Adults ({code})")
    translated.save_revision().publish()


def set_fees(page: ServicePage, **values) -> None:
    rows = list(page.fees.all())
    for row in rows:
        for name, value in values.items():
            setattr(row, name, value)
    page.fees = rows


def shown(page: ServicePage, code: str) -> BeautifulSoup:
    translated = page.get_translation(Locale.objects.get(language_code=code))
    answer = Client().get(translated.get_url())
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser").main


def words(part) -> str:
    return " ".join(part.text.replace("\u00a0", " ").split())


def german(page: ServicePage) -> ServicePage:
    return ServicePage.objects.get(pk=page.pk)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_changed_fee_is_right_in_every_language(service, code):
    assert "37 €" in words(shown(service, code))
    source = german(service)
    set_fees(source, amount=Decimal(46))
    source.save_revision().publish()
    text = words(shown(service, code))
    assert "46 €" in text
    assert "37 €" not in text
    assert f"Adults ({code})" in text


@pytest.mark.parametrize("code", LANGUAGES)
def test_changed_hours_are_right_in_every_language(service, code):
    OfficeHours.objects.filter(page__translation_key__isnull=False).update(closes="18:00")
    assert "18" in words(shown(service, code))


def test_a_new_german_row_appears_in_german_and_says_so(service):
    source = german(service)
    source.fees.add(Fee(label="Kinder", kind="fixed", amount=Decimal("27.60")))
    source.save_revision().publish()
    row = shown(service, "tr").find("tr", lang="de")
    assert "Kinder" in row.text


def test_a_row_whose_german_row_is_gone_does_not_appear(service):
    source = german(service)
    source.fees = []
    source.save_revision().publish()
    assert "Adults" not in shown(service, "uk").text


def test_values_of_the_page_itself_are_the_german_ones(service):
    source = german(service)
    source.online_availability = "yes"
    source.save_revision().publish()
    assert "entirely online" in words(shown(service, "en"))


def test_a_german_draft_changes_nothing(service):
    source = german(service)
    set_fees(source, amount=Decimal(99))
    source.save_revision()
    assert "99 €" not in words(shown(service, "tr"))


def test_a_translation_costs_a_fixed_number_of_statements_more(service, django_assert_max_num_queries):
    address = service.get_translation(Locale.objects.get(language_code="tr")).get_url()
    Client().get(address)
    with django_assert_max_num_queries(12):
        Client().get(address)
