"""Loading the demo: everything once, by name, and what editors changed stays."""

from django.core.management import CommandError

from wagtail.models import Page, Site

import pytest

from cms.models import Alert, CityImage, Department
from home.models import ContentPage, EventPage, HomePage
from services import disruptions
from services.models import (
    Account,
    Contact,
    Disruption,
    DocumentRecord,
    Law,
    OfficePage,
    OnlineProgress,
    ServicePage,
    TrustLevel,
)
from tests.small_demo import load, small_demo

pytestmark = pytest.mark.django_db


class TestWhole:
    def test_everything_is_there(self, write_demo):
        write_demo(small_demo())
        load()
        home = HomePage.objects.get(slug="bochum")
        assert Site.objects.get(is_default_site=True).root_page_id == home.pk
        assert [link.service.title for link in home.frequent_services.all()] == ["Perso"]
        assert Page.objects.filter(depth__gt=1, live=False).count() == 0
        assert Page.find_problems() == ([], [], [], [], [])
        service = ServicePage.objects.get(slug="perso")
        assert (service.source_number, str(service.fees.get().amount)) == (1, "46.00")
        assert [link.top_position for link in service.service_topics.order_by("sort_order")] == [1, None]
        assert OfficePage.objects.get(slug="buero").parent_office.title == "Stadt"
        assert EventPage.objects.get().dates.get().start.hour == 17  # UTC

    def test_names_become_references(self, write_demo):
        write_demo(small_demo())
        load()
        page = ContentPage.objects.get()
        text, picture, links = page.body[1], page.body[2], page.body[3]
        themes = Page.objects.get(slug="themen")
        assert f'linktype="page" id="{themes.pk}"' in text.value.source
        assert 'href="/leistungen/a-z/"' in text.value.source
        assert picture.value["image"] == CityImage.objects.get()
        assert links.value["links"][0].href == "/leistungen/perso/"
        assert page.department == Department.objects.get()

    def test_shared_records_are_live_and_named_by_the_service(self, write_demo):
        write_demo(small_demo())
        load()
        service = ServicePage.objects.get(slug="perso")
        assert [document.name for document in service.documents.all()] == ["Foto", "Alter Perso"]
        assert [basis.text for basis in service.legal_bases.all()] == ["§ 1 Ausweisgesetz (AusG)"]
        assert [row.account.name for row in service.online_services.all()] == ["BundID"]
        assert [link.contact.phone for link in service.service_contacts.all()] == ["115"]
        document = DocumentRecord.objects.get()
        assert document.service == service
        assert document.latest_revision.as_object().service == service
        assert not document.has_unpublished_changes
        for model in (Account, Contact, Disruption, DocumentRecord, Law, TrustLevel):
            assert [record.live for record in model.objects.all()] == [True], model
        assert len(disruptions.of_service(service)) == 1

    def test_an_office_answers_by_the_department_of_its_name(self, write_demo):
        demo = small_demo()
        demo["pages/departments.yaml"].append({"slug": "stadt", "name": "Stadt"})
        write_demo(demo)
        load()
        assert OfficePage.objects.get(title="Stadt").department == Department.objects.get(slug="stadt")
        assert OfficePage.objects.get(slug="buero").department is None

    def test_the_report_of_services_has_its_first_day(self, write_demo):
        for _again in range(2):
            write_demo(small_demo())
            load()
        assert OnlineProgress.objects.get().services == 1

    def test_an_example_is_added_to_what_the_sources_say(self, write_demo):
        write_demo(small_demo())
        load()
        service = ServicePage.objects.get(slug="perso")
        assert [hint.text for hint in service.hints.all()] == ["gut zu wissen (Beispiel)"]
        assert service.service_offices.get().have_ready == "den alten Perso (Beispiel)"
        assert (service.first_step, service.payment_means) == ("Termin buchen (Beispiel)", ["cash"])
        assert service.fees.count() == 1

    def test_an_example_added_later_changes_no_service_that_is_there(self, write_demo):
        demo = small_demo()
        examples, demo["services/examples.yaml"] = demo["services/examples.yaml"], []
        write_demo(demo)
        load()
        write_demo(demo | {"services/examples.yaml": examples})
        load()
        assert ServicePage.objects.get(slug="perso").first_step == ""

    def test_loading_again_keeps_what_editors_changed(self, write_demo):
        write_demo(small_demo())
        load()
        page = ContentPage.objects.get()
        page.title = "Von Hand geändert"
        page.save_revision().publish()
        count = Page.objects.count(), CityImage.objects.count(), Alert.objects.count(), Department.objects.count()
        load()
        assert ContentPage.objects.get().title == "Von Hand geändert"
        assert count == (
            Page.objects.count(),
            CityImage.objects.count(),
            Alert.objects.count(),
            Department.objects.count(),
        )

    def test_a_row_added_later_is_added(self, write_demo):
        demo = small_demo()
        write_demo(demo)
        load()
        demo["pages/10_pages.yaml"].append({"path": "/hilfe/mehr/", "type": "home.ContentPage", "title": "Mehr"})
        write_demo(demo)
        load()
        assert ContentPage.objects.get(slug="mehr").live

    def test_production_refuses(self, write_demo, settings):
        settings.DEMO = False
        write_demo(small_demo())
        with pytest.raises(CommandError, match="gehören nicht in den Betrieb"):
            load()


class TestTranslations:
    def test_a_translation_has_its_own_texts_and_the_facts_of_the_german_page(self, write_demo, client):
        write_demo(small_demo())
        load()
        text = client.get("/en/services/identity-card/").text
        assert [
            word for word in ("Identity card", "over 24", "46\u00a0€", 'href="/leistungen/perso/"') if word not in text
        ] == []
        page = ServicePage.objects.get(slug="identity-card")
        assert [fee.label for fee in page.fees.all()] == ["over 24"]
        assert page.fees.get().translation_key == ServicePage.objects.get(slug="perso").fees.get().translation_key
        assert not page.service_topics.exists()
        assert (page.first_step, page.has_unpublished_changes) == ("", False)

    def test_its_home_page_names_the_translated_service(self, write_demo):
        write_demo(small_demo())
        load()
        (link,) = HomePage.objects.get(locale__language_code="en").frequent_services.all()
        assert link.service.slug == "identity-card"

    def test_german_lists_do_not_name_it(self, write_demo, client):
        write_demo(small_demo())
        load()
        for address in ("/", "/leistungen/a-z/", "/themen/ausweise/", "/dienststellen/buero/"):
            assert "Identity card" not in client.get(address, follow=True).text, address

    def test_loading_again_keeps_a_changed_translation(self, write_demo):
        write_demo(small_demo())
        load()
        page = ServicePage.objects.get(slug="identity-card")
        page.title = "ID card"
        page.save_revision().publish()
        load()
        assert ServicePage.objects.get(slug="identity-card").title == "ID card"
        assert ServicePage.objects.count() == 2
