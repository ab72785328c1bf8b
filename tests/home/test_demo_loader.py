"""Loading the demo: everything once, by name, and what editors changed stays."""

from django.core.management import CommandError

from wagtail.models import Page, Site

import pytest

from cms.models import Alert, CityImage, Department
from home.models import ContentPage, EventPage, HomePage
from services.models import OfficePage, ServicePage
from tests.small_demo import load, small_demo

pytestmark = pytest.mark.django_db


class TestWhole:
    def test_everything_is_there(self, write_demo):
        write_demo(small_demo())
        load()
        home = HomePage.objects.get()
        assert Site.objects.get(is_default_site=True).root_page_id == home.pk
        assert [link.service.title for link in home.frequent_services.all()] == ["Perso"]
        assert Page.objects.filter(depth__gt=1, live=False).count() == 0
        assert Page.find_problems() == ([], [], [], [], [])
        service = ServicePage.objects.get()
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
