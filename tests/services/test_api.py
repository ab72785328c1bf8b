"""`/api/v1/`: complete facts for other programs, as fresh as the pages, and never an error of ours."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from wagtail.documents import get_document_model
from wagtail.models import Locale

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms import freshness
from cms.models import District
from services import models
from tests import factories

SERVICES, OFFICES, DISRUPTIONS = "/api/v1/services", "/api/v1/offices", "/api/v1/disruptions"
SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "api" / "openapi.json"
# Issue: fields of a service at least.
PROMISED = {
    *("id", "title", "slug", "url", "language", "leika_keys", "fees", "documents", "online_services", "offices"),
    *("topics", "updated_at"),
}


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


def disrupt(**values) -> models.Disruption:
    target = models.DisruptionTarget(**{name: values.pop(name) for name in ("service", "office") if name in values})
    found = models.Disruption(**{"title": "Drucker kaputt", "live": True} | values)
    found.targets = [target]
    found.save()
    freshness.forget()
    return found


def fetch(client, address: str, **query):
    response = client.get(address, query)
    assert response.status_code == 200, response.text
    return response.json()


# What a service says


def test_a_service_carries_all_its_facts(client, service, office):
    found = fetch(client, f"{SERVICES}/{service.translation_key}")
    assert set(found) >= PROMISED
    assert (found["id"], found["title"], found["slug"]) == (str(service.translation_key), "Perso", "perso")
    assert found["url"] == "http://testserver/leistungen/perso/"
    assert (found["language"], found["verification"]) == ("de", "confirmed")
    assert found["updated_at"].startswith("20")
    assert found["leika_keys"] == ["99008001012000"]
    assert [(fee["label"], fee["amount"], fee["in_force"]) for fee in found["fees"]] == [
        ("ab 24", "46.00", True),
        ("ab 24", "50.00", False),
    ]
    (document,) = found["documents"]
    assert (document["name"], document["form"], document["where_to_get"]) == (
        *("Lichtbild", "original", "beim Fotodienst"),
    )
    (online,) = found["online_services"]
    assert (online["account"]["name"], online["trust_level"]["code"], online["state"]) == ("BundID", "40", "online")
    (place,) = found["offices"]
    assert (place["id"], place["title"]) == (str(office.translation_key), "Bürgerbüro")
    assert place["booking_url"] == "https://t.example/"
    assert place["hours"] == [{"weekday": 2, "opens": "09:00:00", "closes": "11:00:00", "by_appointment": False}]
    assert [(topic["title"], topic["kind"]) for topic in found["topics"]] == [("Umzug", "life_situation")]
    assert [other["title"] for other in found["related_services"]] == ["Reisepass"]
    assert [rule["value"] for rule in found["responsibilities"]] == ["A bis F", "VI Südwest"]
    assert found["deadlines"][0]["duration_to"] == 6
    assert found["steps"][0]["title"] == "Termin buchen"
    assert found["forms"][0]["url"].startswith("http://testserver/documents/")
    assert found["legal_bases"][0] == {
        "language": "de",
        "text": "§ 9 Personalausweisgesetz",
        "url": "https://law.example/",
    }
    assert found["payment_means"] == ["cash", "debit_card"]
    assert found["contacts"][0]["function"] == "Buchstaben A–F"


def test_neither_notes_nor_names_of_people_are_told(client, service):
    for address in (SERVICES, f"{SERVICES}/{service.translation_key}", OFFICES):
        text = client.get(address).text
        assert "GEHEIM" not in text
        assert "internal_note" not in text
        assert "Erika" not in text


def test_an_unverified_service_has_a_name_and_an_address_only(client, service):
    service.verification = "unverified"
    service.save_revision().publish()
    found = fetch(client, f"{SERVICES}/{service.translation_key}")
    filled = {name for name, value in found.items() if value not in ("", [], None)}
    assert filled == {"id", "title", "slug", "url", "language", "verification", "updated_at"}


def test_a_draft_is_not_there(client, service):
    service.unpublish()
    assert client.get(f"{SERVICES}/{service.translation_key}").status_code == 404
    assert [found["title"] for found in fetch(client, SERVICES)["items"]] == ["Reisepass"]


def test_what_a_draft_record_says_is_not_told(client, service):
    models.Account.objects.update(live=False)
    models.Contact.objects.update(live=False)
    freshness.forget()
    found = fetch(client, f"{SERVICES}/{service.translation_key}")
    assert found["online_services"][0]["account"] is None
    assert found["contacts"] == []


def test_a_translation_has_the_same_id_and_the_facts_of_today(client, service):
    turkish = service.copy_for_translation(Locale.objects.create(language_code="tr"), copy_parents=True)
    turkish.title = "Kimlik"
    turkish.fees = list(turkish.fees.all())
    turkish.fees.all()[0].label = "24 yaş"
    turkish.save_revision().publish()
    german = models.ServicePage.objects.get(pk=service.pk)
    rows = list(german.fees.all())
    rows[0].amount = Decimal("47.00")
    german.fees = rows
    german.save_revision().publish()
    freshness.forget()
    turkish.refresh_from_db()
    found = fetch(client, f"{SERVICES}/{service.translation_key}", lang="tr")
    assert (found["title"], found["language"]) == ("Kimlik", "tr")
    assert found["url"] == f"http://testserver{turkish.get_url()}"
    assert found["fees"][0]["amount"] == "47.00"
    # The facts changed after the Turkish page did.
    assert found["updated_at"] > turkish.last_published_at.isoformat().replace("+00:00", "Z")
    assert [item["title"] for item in fetch(client, SERVICES, lang="tr")["items"]] == ["Kimlik"]
    assert fetch(client, SERVICES, lang="uk")["items"] == []


def test_a_disruption_is_named_where_it_matters(client, service, office):
    disruption = disrupt(office=office)
    assert fetch(client, f"{SERVICES}/{service.translation_key}")["disruptions"] == [str(disruption.pk)]
    assert fetch(client, f"{OFFICES}/{office.translation_key}")["disruptions"] == [str(disruption.pk)]


# Offices


def test_an_office_carries_place_and_hours_but_never_now(client, office, service):
    found = fetch(client, f"{OFFICES}/{office.translation_key}")
    assert found["address"] == {
        "street": "Platz 1",
        "postcode": "44787",
        "city": "Bochum",
        "room": "203",
        "latitude": "51.500000",
        "longitude": "7.200000",
    }
    assert (found["building"]["name"], found["building"]["lift"], found["building"]["step_free"]) == (
        "Rathaus",
        "yes",
        "",
    )
    assert found["phones"] == [{"number": "0234 910-1950", "label": "Termine"}]
    (hours,) = found["opening_hours"]
    assert hours == {
        "weekday": 1,
        "opens": "08:00:00",
        "closes": "12:30:00",
        "by_appointment": True,
        "note": "",
    }
    assert [row["weekday"] for row in found["phone_hours"]] == [5]
    (exception,) = found["exceptions"]
    assert (exception["first_day"], exception["opens"], exception["reason"]) == ("2026-12-01", None, "Versammlung")
    assert [row["title"] for row in found["services"]] == ["Perso"]


@pytest.mark.parametrize(("language", "title"), [("de", "Perso"), ("tr", "Kimlik")])
def test_a_translated_service_is_no_second_service_of_an_office(client, service, office, language, title):
    turkish = Locale.objects.create(language_code="tr")
    translated = service.copy_for_translation(turkish, copy_parents=True)
    translated.title = "Kimlik"
    translated.save_revision().publish()
    office.copy_for_translation(turkish, copy_parents=True).save_revision().publish()
    freshness.forget()
    found = fetch(client, f"{OFFICES}/{office.translation_key}", lang=language)
    assert [row["title"] for row in found["services"]] == [title]


def test_closures_are_told_until_they_are_over(client, office):
    models.Closure.objects.create(
        title="Betriebsferien", first_day=date(2026, 12, 24), last_day=date(2027, 1, 1), all_offices=True, live=True
    )
    for day, count in (("2026-11-24", 1), ("2027-01-01 23:59+01:00", 1), ("2027-01-02 00:01+01:00", 0)):
        freshness.forget()
        with time_machine.travel(day):
            assert len(fetch(client, f"{OFFICES}/{office.translation_key}")["closures"]) == count


def test_an_office_below_another_names_it(client, city, office):
    below = factories.OfficePageFactory(
        parent=city.offices, title="Zweigstelle", parent_office=office, is_external=True
    )
    found = fetch(client, f"{OFFICES}/{below.translation_key}")
    assert (found["parent"]["title"], found["is_external"], found["building"]) == ("Bürgerbüro", True, None)


# Disruptions


def test_disruptions_come_and_go_by_themselves(client, service):
    with time_machine.travel("2026-11-24 12:00+01:00", tick=False) as clock:
        running = disrupt(service=service, end="2026-11-24T11:30:00Z", message="Bitte warten.")
        disrupt(title="Wartung", service=service, start="2026-12-24T08:00:00Z")
        found = fetch(client, DISRUPTIONS)["items"]
        assert [(item["title"], item["state"]) for item in found] == [
            *(("Drucker kaputt", "running"), ("Wartung", "planned")),
        ]
        (target,) = found[0]["targets"]
        assert (target["kind"], target["id"], target["title"]) == ("service", str(service.translation_key), "Perso")
        assert fetch(client, f"{DISRUPTIONS}/{running.pk}")["message"] == "Bitte warten."
        tag = client.get(DISRUPTIONS)["ETag"]
        clock.shift(1_800)
        again = client.get(DISRUPTIONS, headers={"if-none-match": tag})
        assert again.status_code == 200
        assert [item["title"] for item in again.json()["items"]] == ["Wartung"]
        assert client.get(f"{DISRUPTIONS}/{running.pk}").status_code == 404


# Lists and freshness


def test_lists_come_in_pages(client, city):
    for number in range(5):
        factories.ServicePageFactory(parent=city.services, title=f"Leistung {number}")
    seen = []
    for page in (1, 2, 3):
        found = fetch(client, SERVICES, page=page, per_page=2)
        assert (found["total"], found["pages"], found["page"], found["per_page"]) == (5, 3, page, 2)
        seen += [item["title"] for item in found["items"]]
    assert sorted(seen) == [f"Leistung {number}" for number in range(5)]
    assert fetch(client, SERVICES, page=4, per_page=2)["items"] == []


def test_a_demonstration_says_so(client, city, settings):
    assert "Demonstration" in fetch(client, SERVICES)["notice"]
    settings.DEMO = False
    assert fetch(client, SERVICES)["notice"] == ""


def test_nothing_new_is_answered_without_work(client, service, django_assert_num_queries):
    first = client.get(SERVICES)
    assert first["Cache-Control"].startswith("public")
    with django_assert_num_queries(1):
        again = client.get(SERVICES, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Access-Control-Allow-Origin"] == "*"


def test_every_website_may_read_the_interface_and_nothing_else(client, service):
    for address in (SERVICES, f"{SERVICES}/x", "/api/v1/openapi.json", "/api/v1/nix", f"{SERVICES}?page=0"):
        response = client.get(address)
        assert response["Access-Control-Allow-Origin"] == "*"
        assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert not response.cookies
    page = client.get("/leistungen/perso/")
    assert "Access-Control-Allow-Origin" not in page
    assert page["Cross-Origin-Resource-Policy"] == "same-origin"


def test_the_head_of_an_answer_is_that_of_the_answer(client, service):
    response = client.head(SERVICES)
    assert (response.status_code, response.content) == (200, b"")
    assert response["ETag"] == client.get(SERVICES)["ETag"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nobody_writes(client, service, method):
    for address in (SERVICES, f"{SERVICES}/{service.translation_key}"):
        assert getattr(client, method)(address, "{}", content_type="application/json").status_code == 405


# Statements


def statements(client, address: str, **query) -> list[str]:
    fetch(client, address, **query)
    with CaptureQueriesContext(connection) as captured:
        fetch(client, address, **query)
    return [found["sql"] for found in captured.captured_queries]


@pytest.mark.parametrize("language", ["de", "tr"])
def test_more_services_cost_no_more_statements(client, city, service, office, language):
    locale = Locale.objects.get_or_create(language_code="tr")[0]
    for number in range(12):
        page = service.copy(update_attrs={"title": f"Nr. {number}", "slug": f"nr-{number}"})
        page.copy_for_translation(locale, copy_parents=True).save_revision().publish()
    few = statements(client, SERVICES, per_page=2, lang=language)
    many = statements(client, SERVICES, per_page=1_000, lang=language)
    assert len(few) == len(many)
    assert len(set(many)) == len(many)
    assert len(many) <= 15, "\n".join(many)


def test_more_offices_cost_no_more_statements(client, city, office, service):
    for number in range(12):
        below = factories.OfficePageFactory(parent=city.offices, title=f"Stelle {number}", parent_office=office)
        below.phones.create(number="115")
        below.save()
    disrupt(office=office)
    few, many = statements(client, OFFICES, per_page=2), statements(client, OFFICES, per_page=100)
    assert len(few) == len(many)
    assert len(many) <= 10, "\n".join(many)


def test_more_disruptions_cost_no_more_statements(client, service, office):
    for number in range(12):
        disrupt(title=f"Nr. {number}", service=service)
    assert len(statements(client, DISRUPTIONS)) <= 2


# What cannot be right


@pytest.mark.parametrize(
    ("query", "name", "message"),
    [
        ("page=0", "page", "Mindestens 1."),
        ("page=10001", "page", "Höchstens 10000."),
        ("page=eins", "page", "Erwartet wird eine ganze Zahl."),
        ("page=" + "9" * 5_000, "page", "Erwartet wird eine ganze Zahl."),
        ("per_page=1001", "per_page", "Höchstens 1000."),
        ("lang=xx", "lang", "Möglich sind: de, de-simple, en, tr, ar, uk."),
    ],
)
def test_a_wrong_value_is_named_in_german(client, city, query, name, message):
    response = client.get(f"{SERVICES}?{query}")
    assert response.status_code == 422
    found = response.json()
    assert (found["status"], found["fields"]) == (422, [{"name": name, "message": message}])
    assert found["message"].startswith("Die Anfrage enthält")
    assert response["Content-Type"].startswith("application/json")


def test_offices_and_disruptions_come_a_hundred_at_a_time(client, city):
    for address in (OFFICES, DISRUPTIONS):
        assert client.get(address, {"per_page": 100}).status_code == 200
        assert client.get(address, {"per_page": 101}).status_code == 422


@pytest.mark.parametrize(
    "address",
    [
        *(f"{SERVICES}/x", f"{SERVICES}/{UUID(int=1)}", f"{OFFICES}/1", f"{DISRUPTIONS}/x", f"{DISRUPTIONS}/9" * 30),
        *("/api/v1/", "/api/v1/nix", "/api/v1/services/", "/api/v1/docs", "/api/v1/openapi.json/"),
    ],
)
def test_what_is_not_there_is_said_in_the_same_form(client, city, address):
    response = client.get(address)
    assert response.status_code == 404
    assert response.json() == {"status": 404, "message": "Das gibt es hier nicht.", "fields": []}


ODD = st.one_of(
    st.text(max_size=60),
    st.integers().map(str),
    st.floats().map(str),
    st.sampled_from(
        ["", "-0", "+1", "0x10", "1e9", "٣", "１", "true", "[1]", "null", "%00", "de-", "DE", " de", "9" * 400]
    ),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from([SERVICES, OFFICES, DISRUPTIONS]),
    number=st.one_of(st.none(), st.text(max_size=40), st.uuids().map(str)),
    query=st.dictionaries(
        st.one_of(st.sampled_from(["lang", "page", "per_page"]), st.text(max_size=8)), ODD, max_size=4
    ),
)
def test_nothing_odd_breaks_it(client, city, kind, number, query):
    address = kind if number is None else f"{kind}/{number.replace('?', '').replace('#', '')}"
    response = client.get(address, query)
    assert response.status_code in {200, 400, 404, 422}
    if response.status_code in {200, 422}:
        json.loads(response.content)


# The description


def test_the_published_description_is_that_of_the_code(client, db, tmp_path):
    call_command("api_schema", stdout=(tmp_path / "schema").open("w"))
    code = json.loads((tmp_path / "schema").read_text())
    assert json.loads(SCHEMA.read_text()) == code, "manage.py api_schema > docs/api/openapi.json"
    assert fetch(client, "/api/v1/openapi.json") == code


def test_every_answer_is_described_and_every_field_typed():
    schema = json.loads(SCHEMA.read_text())
    assert set(schema["paths"]) >= {
        f"/api/v1/{name}{part}" for name in ("services", "offices", "disruptions") for part in ("", "/{number}")
    }
    for path in schema["paths"].values():
        assert set(path) == {"get"}
        assert {"200", "404", "422"} <= set(path["get"]["responses"])
    assert set(schema["components"]["schemas"]["ServiceOut"]["properties"]) >= PROMISED
