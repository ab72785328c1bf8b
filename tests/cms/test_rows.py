"""Rows fetched in one statement are the rows the ordinary relation gives, for every kind of row there is."""

import uuid
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from modelcluster.fields import ParentalKey
from wagtail.documents import get_document_model
from wagtail.models import Locale, Page, get_page_models

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.models import BasePage, Department, District
from cms.rows import fetch_rows
from services.models import (
    Account,
    Contact,
    DocumentRecord,
    Fee,
    Law,
    OfficePage,
    ServicePage,
    TopicPage,
    TrustLevel,
)
from tests import factories

WORDS = "Grüße „ẞ“ 🚲 \\ ' \" % {} \n ü"
VALUES: dict[type[models.Field], list[Any]] = {
    models.BooleanField: [True, False],
    # Before the plain date, of which Django makes it a kind.
    models.DateTimeField: [datetime(2026, 10, 25, 0, 30, 15, 123456, tzinfo=UTC), datetime(2026, 3, 29, 1, tzinfo=UTC)],
    models.DateField: [date(2026, 2, 7), date(1, 1, 1)],
    models.DecimalField: [Decimal("46.00"), Decimal("1234567.89"), Decimal("0.10")],
    models.TimeField: [time(8), time(23, 59, 59, 999999)],
    models.IntegerField: [0, 6],
}


# What rows point to besides their page.
OTHERS = {
    Department: lambda city: factories.DepartmentFactory(),
    OfficePage: lambda city: factories.OfficePageFactory(parent=city.offices),
    TopicPage: lambda city: factories.TopicPageFactory(parent=city.topics),
    ServicePage: lambda city: factories.ServicePageFactory(parent=city.services),
    District: lambda city: District.objects.get_or_create(number="I", name="Mitte", slug="mitte")[0],
    Locale: lambda city: Locale.objects.get(language_code="de"),
    Account: lambda city: Account.objects.get_or_create(name="BundID")[0],
    Contact: lambda city: Contact.objects.create(function="Auskunft", office=OTHERS[OfficePage](city)),
    DocumentRecord: lambda city: DocumentRecord.objects.get_or_create(name="Foto")[0],
    Law: lambda city: Law.objects.get_or_create(name="Passgesetz")[0],
    TrustLevel: lambda city: TrustLevel.objects.get_or_create(code="40")[0],
    get_document_model(): lambda city: None,
}
# What must differ from row to row.
UNIQUE = {"key", "translation_key"}


def value(field: models.Field, number: int) -> Any:
    """Return the n-th telling value of a field: a choice, a null, or something hard to transport."""
    if isinstance(field, models.UUIDField):
        return uuid.uuid4()
    if field.name in UNIQUE:
        return f"merkmal-{number}"
    if field.null and number % 3 == 0:
        return None
    if field.choices:
        return field.choices[number % len(field.choices)][0]
    for kind, values in VALUES.items():
        if isinstance(field, kind):
            return values[number % len(values)]
    return f"{number} {WORDS}"[: field.max_length or 1000] if number % 4 else ""


ROW_MODELS = [
    (page, relation) for page in get_page_models() if issubclass(page, BasePage) for relation in page.row_relations
]


def add_rows(page: Page, relation: str, city) -> None:
    model = page._meta.get_field(relation).related_model
    for number in range(6):
        row = model(sort_order=5 - number)
        for field in model._meta.concrete_fields:
            if isinstance(field, ParentalKey):
                setattr(row, field.name, page)
            elif isinstance(field, models.ForeignKey):
                setattr(row, field.name, OTHERS[field.related_model](city))
            elif field.name not in {"id", "sort_order"}:
                setattr(row, field.name, value(field, number))
        row.save()


def contents(page: Page, relation: str) -> list[dict[str, Any]]:
    rows = getattr(page, relation).all()
    return [{field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields} for row in rows]


def new_page(model: type[BasePage], city) -> BasePage:
    parents = {"ServicePage": city.services, "OfficePage": city.offices, "EventPage": city.events}
    factory = getattr(factories, f"{model.__name__}Factory")
    return factory(parent=parents.get(model.__name__, city.home), title="Mit Zeilen")


@pytest.mark.parametrize(("model", "relation"), ROW_MODELS, ids=lambda part: getattr(part, "__name__", part))
def test_rows_in_one_statement_equal_the_ordinary_relation(model, relation, city):
    page = new_page(model, city)
    add_rows(page, relation, city)
    assert connection.features.supports_json_field  # asked once per connection
    ordinary = contents(model.objects.get(pk=page.pk), relation)
    fetched = model.objects.get(pk=page.pk)
    with CaptureQueriesContext(connection) as statements:
        fetch_rows([fetched], model.row_relations)
        found = contents(fetched, relation)
    assert len(statements) == 1, [statement["sql"] for statement in statements]
    assert len(ordinary) == 6
    assert found == ordinary
    assert [[type(cell) for cell in row.values()] for row in found] == [
        [type(cell) for cell in row.values()] for row in ordinary
    ]


def test_all_row_models_of_the_house_are_tried():
    parents = [page for page in get_page_models() if issubclass(page, BasePage)]
    owned = {
        model
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, ParentalKey) and field.related_model in parents
    }
    # The home page reads these together with the services they name.
    links = {"FrequentService"}
    # These have rows of their own (services.nested_rows).
    links |= {"JourneyStep", "DecisionNode"}
    tried = {page._meta.get_field(relation).related_model.__name__ for page, relation in ROW_MODELS}
    assert {model.__name__ for model in owned} == tried | links


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    amount=st.decimals(min_value=0, max_value=9_999_999, places=2),
    label=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=50),
    day=st.dates(),
)
def test_any_amount_text_and_day_arrives_as_it_was(city, amount, label, day):
    page = ServicePage.objects.child_of(city.services).first() or factories.ServicePageFactory(parent=city.services)
    Fee.objects.filter(page=page).delete()
    Fee.objects.create(page=page, label=label, amount=amount, valid_from=day)
    fetch_rows([page], ("fees",))
    (fee,) = page.fees.all()
    assert (fee.label, fee.amount, fee.valid_from) == (label, amount, day)


def test_rows_of_many_pages_come_with_one_statement(city, django_assert_num_queries):
    pages = [factories.ServicePageFactory(parent=city.services, title=f"Leistung {number}") for number in range(5)]
    for number, page in enumerate(pages):
        Fee.objects.create(page=page, amount=number)
    found = list(ServicePage.objects.child_of(city.services).order_by("pk"))
    with django_assert_num_queries(1):
        fetch_rows(found, ServicePage.row_relations)
        amounts = [[fee.amount for fee in page.fees.all()] for page in found]
        assert all(fee.page is page for page in found for fee in page.fees.all())
    assert amounts == [[number] for number in range(5)]


def test_rows_keep_the_order_of_the_editor(city):
    page = factories.ServicePageFactory(parent=city.services)
    for position, label in ((2, "c"), (0, "a"), (1, "b")):
        Fee.objects.create(page=page, label=label, sort_order=position)
    fetch_rows([page], ("fees",))
    assert [fee.label for fee in page.fees.all()] == ["a", "b", "c"]


def test_a_page_without_rows_has_empty_relations(city, django_assert_num_queries):
    page = factories.ServicePageFactory(parent=city.services)
    fetch_rows([page], ServicePage.row_relations)
    with django_assert_num_queries(0):
        assert not any(list(getattr(page, relation).all()) for relation in ServicePage.row_relations)


def test_fetched_rows_can_be_filtered_and_edited_like_others(city):
    page = factories.ServicePageFactory(parent=city.services)
    for number in range(3):
        Fee.objects.create(page=page, label=str(number), amount=number)
    fetch_rows([page], ("fees",))
    assert [fee.label for fee in page.fees.filter(amount__gt=1)] == ["2"]
    page.fees.remove(page.fees.first())
    page.save()
    assert Fee.objects.filter(page=page).count() == 2


def test_nothing_to_fetch_costs_nothing(city, django_assert_num_queries):
    with django_assert_num_queries(0):
        fetch_rows([], ServicePage.row_relations)
        fetch_rows([city.home], ())
