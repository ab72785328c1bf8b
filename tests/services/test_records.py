"""Records that many pages show: where they are used, and what a change of one does to all of them."""

from datetime import date

from django.urls import reverse

from wagtail.models import Locale, PageLogEntry
from wagtail.test.utils.form_data import inline_formset, nested_form_data

import pytest
from bs4 import BeautifulSoup

from cms import generation
from search import index
from search.models import SearchPosting
from services.models import (
    Account,
    Building,
    ClosedOffice,
    Closure,
    Contact,
    Disruption,
    DocumentRecord,
    Law,
    LegalBasis,
    OfficePage,
    OnlineService,
    RequiredDocument,
    ServiceContact,
    ServiceOffice,
    TrustLevel,
)
from services.record_changes import CHANGED
from services.usage import pages_using
from tests import factories


@pytest.fixture
def office(city):
    return factories.OfficePageFactory(parent=city.offices, title="Bürgerbüro")


@pytest.fixture
def service(city, office):
    service = factories.ServicePageFactory(parent=city.services, title="Perso")
    ServiceOffice.objects.create(service=service, office=office)
    return service


@pytest.fixture
def building(office):
    building = Building.objects.create(name="Rathaus", street="Willy-Brandt-Platz 2–6")
    OfficePage.objects.filter(pk=office.pk).update(building=building)
    return building


def titles(record) -> list[str]:
    return [page.title for page in pages_using(record)]


def words_of(response) -> str:
    panels = BeautifulSoup(response.content, "html.parser").select(".help-block")
    return " ".join(" ".join(panel.text for panel in panels).split())


class TestUsage:
    def test_a_building_is_used_by_its_offices_and_their_services(self, building, service):
        assert titles(building) == ["Bürgerbüro", "Perso"]

    def test_records_in_rows_are_used_by_the_page_of_the_row(self, service):
        document, law = DocumentRecord.objects.create(name="Ausweis"), Law.objects.create(name="Meldegesetz")
        account, level = Account.objects.create(name="BundID"), TrustLevel.objects.create(code="40", name="hoch")
        RequiredDocument.objects.create(page=service, record=document)
        LegalBasis.objects.create(page=service, law=law)
        OnlineService.objects.create(page=service, label="Antrag", account=account, trust_level=level)
        for record in (document, law, account, level):
            assert titles(record) == ["Perso"]

    def test_a_contact_is_used_by_its_office_and_by_services(self, city, office, service):
        contact = Contact.objects.create(function="Auskunft", office=office)
        other = factories.ServicePageFactory(parent=city.services, title="Anmeldung")
        ServiceContact.objects.create(service=other, contact=contact)
        assert titles(contact) == ["Anmeldung", "Bürgerbüro"]

    def test_a_closure_is_used_by_the_offices_it_closes(self, city, office):
        factories.OfficePageFactory(parent=city.offices, title="Finanzamt", is_external=True)
        day = date(2026, 12, 24)
        chosen = Closure.objects.create(title="Umzug", first_day=day, last_day=day)
        assert titles(chosen) == []
        ClosedOffice.objects.create(closure=chosen, office=office)
        assert titles(chosen) == ["Bürgerbüro"]
        everything = Closure.objects.create(title="Betriebsferien", first_day=day, last_day=day, all_offices=True)
        assert titles(everything) == ["Bürgerbüro"]

    def test_a_disruption_is_used_by_what_it_touches(self, building, office, service):
        account = Account.objects.create(name="BundID", url="https://id.bund.de/")
        at_home = factories.ServicePageFactory(parent=service.get_parent(), title="Von zu Hause")
        OnlineService.objects.create(page=at_home, label="Antrag", url="https://example.org/", account=account)
        disruption = Disruption.objects.create(title="Aufzug defekt")
        assert titles(disruption) == []
        disruption.targets.create(building=building)
        assert titles(disruption) == ["Bürgerbüro", "Perso"]
        disruption.targets.create(account=account)
        assert titles(disruption) == ["Bürgerbüro", "Perso", "Von zu Hause"]

    def test_translations_count(self, city, building, office):
        english = Locale.objects.get_or_create(language_code="en")[0]
        city.home.copy_for_translation(english)
        city.offices.copy_for_translation(english)
        office.refresh_from_db()
        office.copy_for_translation(english)
        assert titles(building) == ["Bürgerbüro", "Bürgerbüro"]

    def test_it_costs_the_same_for_one_page_and_for_many(self, city, building, django_assert_max_num_queries):
        for number in range(12):
            factories.OfficePageFactory(parent=city.offices, title=f"Stelle {number}", building=building)
        with django_assert_max_num_queries(10):
            assert len(pages_using(building)) == 13


class TestForm:
    def test_it_says_on_how_many_pages_before_anything_is_saved(self, editor, building, service):
        page = BeautifulSoup(editor.get(f"/admin/gebaeude/edit/{building.pk}/").content, "html.parser")
        (panel,) = [block for block in page.select(".help-block") if "Verwendet auf" in block.text]
        assert "Verwendet auf 2 Seiten." in panel.text
        assert [link["href"] for link in panel.select("ul a")] == [
            reverse("wagtailadmin_pages:edit", args=[found.pk]) for found in pages_using(building)
        ]

    def test_a_building_says_apart_whose_hours_are_its_own(self, editor, city, building, office):
        address = f"/admin/gebaeude/edit/{building.pk}/"
        assert "Anschrift: 1 Seite · Zeiten: keine Dienststellen." in words_of(editor.get(address))
        office.refresh_from_db()
        office.uses_building_hours = True
        office.save()
        factories.OfficePageFactory(parent=city.offices, title="Standesamt", building=building)
        response = editor.get(address)
        assert "Anschrift: 2 Seiten · Zeiten: 1 Dienststelle." in words_of(response)
        assert "Die Zeiten des Hauses gelten bei: Bürgerbüro." in words_of(response)

    def test_what_has_no_hours_says_nothing_of_hours(self, editor, service):
        law = Law.objects.create(name="Meldegesetz")
        LegalBasis.objects.create(page=service, law=law)
        assert "Anschrift:" not in words_of(editor.get(f"/admin/gesetze/edit/{law.pk}/"))

    def test_it_says_when_nobody_uses_it(self, editor, db):
        law = Law.objects.create(name="Meldegesetz")
        assert "Noch auf keiner Seite verwendet." in editor.get(f"/admin/gesetze/edit/{law.pk}/").text

    def test_a_new_record_says_nothing_of_use(self, editor):
        text = editor.get("/admin/gebaeude/add/").text
        assert "Verwendet auf" not in text
        assert "Noch auf keiner Seite" not in text

    @pytest.mark.parametrize(
        "address",
        ["gebaeude", "kontakte", "unterlagen", "gesetze", "nutzerkonten", "vertrauensniveaus", "schliessungen"],
    )
    def test_editors_find_lists_and_forms(self, editor, address):
        assert editor.get(f"/admin/{address}/").status_code == 200
        assert editor.get(f"/admin/{address}/add/").status_code == 200

    def test_a_closure_is_published_with_its_offices(self, editor, office, client):
        data = nested_form_data(
            {
                "title": "Betriebsferien",
                "first_day": "2026-12-24",
                "last_day": "2027-01-01",
                "message": "",
                "offices": inline_formset([{"office": office.pk}]),
                "emergency_services": inline_formset(
                    [{"office": office.pk, "day": "2026-12-30", "opens": "10:00", "closes": "12:00", "note": ""}]
                ),
                "action-publish": "1",
            }
        )
        assert editor.post("/admin/schliessungen/add/", data).status_code == 302
        closure = Closure.objects.get()
        assert closure.live
        assert closure.offices.get().office_id == office.pk

    def test_days_in_the_wrong_order_are_refused(self, editor, office):
        data = nested_form_data(
            {
                "title": "Betriebsferien",
                "first_day": "2026-12-24",
                "last_day": "2026-12-23",
                "offices": inline_formset([]),
                "emergency_services": inline_formset([]),
                "action-publish": "1",
            }
        )
        answer = editor.post("/admin/schliessungen/add/", data)
        assert "Der letzte Tag liegt nicht vor dem ersten." in answer.text


class TestPublishing:
    @pytest.fixture
    def publish(self, django_capture_on_commit_callbacks):
        def publish(record) -> None:
            with django_capture_on_commit_callbacks(execute=True):
                record.save_revision().publish()

        return publish

    def test_the_generation_rises(self, building, publish):
        before = generation.current()
        building.street = "Hans-Böckler-Straße 19"
        publish(building)
        assert generation.current() > before

    def test_pages_that_show_it_are_found_by_the_new_words(self, building, service, office, publish):
        index.update([office.pk])
        building.street = "Hans-Böckler-Straße 19"
        publish(building)
        words = SearchPosting.objects.filter(document=office.pk).values_list("word__word", flat=True)
        assert any(word.startswith("hans") for word in words)

    def test_the_history_of_every_page_says_so(self, building, service, office, publish, log_in):
        publish(building)
        entries = PageLogEntry.objects.filter(action="services.record_changed")
        assert {entry.page_id for entry in entries} == {office.pk, service.pk}
        history = log_in("redaktion").get(reverse("wagtailadmin_pages:history", args=[office.pk])).text
        assert "Gebäude „Rathaus“ wurde geändert" in history

    def test_a_disruption_is_quick_and_leaves_its_pages_alone(self, office, service, publish):
        disruption = Disruption.objects.create(title="Aufzug defekt", live=False)
        disruption.targets.create(office=office)
        before = generation.current()
        publish(disruption)
        assert generation.current() > before
        assert not PageLogEntry.objects.filter(page__in=[office.pk, service.pk], action=CHANGED).exists()

    def test_the_history_names_who_did_it(self, building, office, editor):
        form = editor.get(f"/admin/gebaeude/edit/{building.pk}/").context["form"]
        data = {name: form[name].value() for name in form.fields} | {"street": "Hans-Böckler-Straße 19"}
        data["opening_hours"] = inline_formset([])
        data = {name: value for name, value in data.items() if value is not None} | {"action-publish": "1"}
        answer = editor.post(f"/admin/gebaeude/edit/{building.pk}/", nested_form_data(data))
        assert answer.status_code == 302
        entry = PageLogEntry.objects.get(action="services.record_changed", page=office.pk)
        assert entry.user.get_username() == "redaktion"

    def test_a_draft_changes_nothing(self, building, office, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            building.save_revision()
        assert not PageLogEntry.objects.filter(action__startswith="services.").exists()

    @pytest.mark.parametrize("way", ["unpublish", "delete"])
    def test_what_is_taken_away_is_gone_from_its_pages(
        self, building, office, client, way, django_capture_on_commit_callbacks
    ):
        assert "Willy-Brandt-Platz" in client.get(office.url).text
        with django_capture_on_commit_callbacks(execute=True):
            getattr(building, way)()
        assert "Willy-Brandt-Platz" not in client.get(office.url).text
        assert PageLogEntry.objects.filter(action="services.record_removed", page=office.pk).count() == 1
