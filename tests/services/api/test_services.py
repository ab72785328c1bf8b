"""What a service says to other programs."""

from decimal import Decimal

from wagtail.models import Locale

from cms import freshness
from services import models
from tests.services.api.asking import OFFICES, PROMISED, SERVICES, disrupt, fetch


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
