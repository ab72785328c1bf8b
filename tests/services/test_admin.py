"""Facts of services and offices as rows of the editor, and the lists they are found in."""

from wagtail.models import Page

import pytest
from bs4 import BeautifulSoup

from services.models import OfficePage, ServicePage
from tests import factories
from tests.editor import errors, save


@pytest.fixture
def service(city):
    return factories.ServicePageFactory(parent=city.services, title="Personalausweis beantragen")


def fee(**values) -> dict:
    return {
        "label": "ab 24 Jahren",
        "kind": "fixed",
        "amount": "46.00",
        "amount_to": "",
        "unit": "",
        "valid_from": "",
    } | values


def test_all_facts_of_a_service_are_rows(city, service, editor, client):
    topic = factories.TopicPageFactory(parent=city.topics, title="Ausweise")
    office = factories.OfficePageFactory(parent=city.offices, title="Bürgerbüro Mitte")
    answer = save(
        editor,
        service,
        online_availability="no",
        appointment="required",
        rows={
            "fees": [fee(), fee(label="unter 24 Jahren", amount="27.60")],
            "documents": [{"text": "Alter Ausweis", "condition": ""}],
            "deadlines": [{"kind": "processing", "duration": "4", "duration_to": "6", "unit": "week", "words": ""}],
            "steps": [{"title": "Termin buchen", "text": ""}],
            "online_services": [
                {"label": "Status abfragen", "url": "https://example.org/", "state": "online", "note": ""}
            ],
            "legal_bases": [{"label": "§ 1 PAuswG", "own_url": ""}],
            "hints": [{"kind": "general", "text": "Lichtbild nur digital"}],
            "service_topics": [{"topic": topic.pk, "top_position": "1"}],
            "service_offices": [{"office": office.pk}],
        },
    )
    assert answer.status_code == 302, errors(answer)
    text = " ".join(BeautifulSoup(client.get(service.url).content, "html.parser").main.text.split())
    for fact in (
        "46 €",
        "27,60 €",
        "Alter Ausweis",
        "4 bis 6 Wochen",
        "Termin buchen",
        "Status abfragen",
        "§ 1 PAuswG",
    ):
        assert fact in text
    assert "Bürgerbüro Mitte" in text
    assert "nur mit Termin" in text


def test_rows_keep_the_order_of_the_editor(service, editor):
    rows = [fee(label=label) | {"ORDER": order} for label, order in (("zweite", "2"), ("erste", "1"))]
    assert save(editor, service, rows={"fees": rows}).status_code == 302
    assert [row.label for row in ServicePage.objects.get(pk=service.pk).fees.all()] == ["erste", "zweite"]


@pytest.mark.parametrize(
    ("wrong", "field", "message"),
    [
        ({"amount": ""}, "amount", "Geben Sie den Betrag an, oder wählen Sie „kostenfrei“."),
        ({"kind": "free"}, "amount", "Was kostenfrei ist, hat keinen Betrag."),
        ({"kind": "range"}, "amount_to", "Der zweite Betrag muss höher sein als der erste."),
        ({"kind": "range", "amount_to": "46.00"}, "amount_to", "Der zweite Betrag muss höher sein als der erste."),
    ],
)
def test_a_fee_that_makes_no_sense_is_refused_at_its_field(service, editor, wrong, field, message):
    answer = save(editor, service, rows={"fees": [fee(**wrong)]})
    assert errors(answer) == {f"fees.0.{field}": [message]}


def test_a_service_stands_once_in_a_topic(city, service, editor):
    topic = factories.TopicPageFactory(parent=city.topics)
    twice = [{"topic": topic.pk, "top_position": ""}] * 2
    assert save(editor, service, rows={"service_topics": twice}).status_code == 200


def test_a_wrong_key_of_the_catalogue_is_refused(service, editor):
    answer = save(editor, service, rows={"service_keys": [{"key": "123"}]})
    assert errors(answer) == {"service_keys.0.key": ["Ein LeiKa-Schlüssel hat 14 Ziffern und beginnt mit 99."]}


def test_an_office_has_weekly_hours(city, editor, client):
    office = factories.OfficePageFactory(parent=city.offices, title="Bürgerbüro Mitte")
    hours = {"kind": "visit", "weekday": "0", "opens": "08:00", "closes": "16:00", "note": ""}
    answer = save(
        editor, office, street="Willy-Brandt-Platz 2", rows={"opening_hours": [hours], "phones": [{"number": "115"}]}
    )
    assert answer.status_code == 302, errors(answer)
    assert OfficePage.objects.get(pk=office.pk).weekly_hours[0].text == "8–16 Uhr"


def test_hours_end_after_they_begin(city, editor):
    office = factories.OfficePageFactory(parent=city.offices)
    hours = {"kind": "visit", "weekday": "0", "opens": "16:00", "closes": "08:00"}
    answer = save(editor, office, rows={"opening_hours": [hours]})
    assert errors(answer) == {"opening_hours.0.closes": ["Das Ende muss nach dem Anfang liegen."]}


def listed(editor, address: str) -> list[str]:
    return [page.title for page in editor.get(address).context["object_list"]]


def test_services_are_found_by_what_is_missing(city, service, editor):
    factories.ServicePageFactory(parent=city.services, title="Hund anmelden", verification="unverified")
    assert set(listed(editor, "/admin/leistungen/")) == {"Personalausweis beantragen", "Hund anmelden"}
    assert listed(editor, "/admin/leistungen/?verification=unverified") == ["Hund anmelden"]


def test_services_are_found_by_topic(city, service, editor):
    topic = factories.TopicPageFactory(parent=city.topics)
    service.service_topics.create(topic=topic)
    service.save()
    factories.ServicePageFactory(parent=city.services, title="Hund anmelden")
    assert listed(editor, f"/admin/leistungen/?topic={topic.pk}") == ["Personalausweis beantragen"]


def test_offices_of_others_are_told_apart(city, editor):
    factories.OfficePageFactory(parent=city.offices, title="Standesamt")
    factories.OfficePageFactory(parent=city.offices, title="Finanzamt", is_external=True)
    assert listed(editor, "/admin/dienststellen/?is_external=true") == ["Finanzamt"]


@pytest.mark.parametrize("address", ["/admin/leistungen/", "/admin/dienststellen/", "/admin/pages/{services}/"])
def test_lists_cost_the_same_for_one_page_and_for_many(city, editor, address, django_assert_max_num_queries):
    for number in range(12):
        factories.ServicePageFactory(parent=city.services, title=f"Leistung {number}")
        factories.OfficePageFactory(parent=city.offices, title=f"Stelle {number}")
    address = address.format(services=city.services.pk)
    editor.get(address)
    with django_assert_max_num_queries(40):
        editor.get(address)


def test_a_new_service_is_added_below_its_index(city, editor):
    answer = editor.get("/admin/leistungen/choose_parent/", follow=True)
    assert answer.redirect_chain[-1][0].endswith(f"/pages/add/services/servicepage/{city.services.pk}/")
    assert Page.objects.child_of(city.services).count() == 0
