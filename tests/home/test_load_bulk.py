from django.core.management import CommandError, call_command

from wagtail.models import Page

import pytest

from home.bulk import SLUG
from home.models import ContentPage, NewsPage, SectionPage
from services.models import ServicePage
from tests import factories


@pytest.fixture
def bulk(city):
    factories.OfficePageFactory(parent=city.offices, title="Bürgerbüro")
    factories.ServicePageFactory(parent=city.services, title="Echte Leistung")
    before = Page.objects.count()
    call_command("load_bulk", pages=600, verbosity=0)
    assert Page.objects.count() == before + 600
    return city


def test_the_tree_is_sound(bulk):
    assert Page.find_problems() == ([], [], [], [], [])
    assert {page.get_parent().path for page in ServicePage.objects.all()} == {bulk.services.path}
    assert ServicePage.objects.filter(slug__startswith=SLUG).count() == 30
    assert NewsPage.objects.child_of(bulk.news).count() == 227
    assert SectionPage.objects.count() + ContentPage.objects.count() == 600 - 30 - 227
    folder = Page.objects.get(slug="grosser-ordner")
    assert folder.numchild == folder.get_children().count() > 150


def test_pages_are_complete(bulk, client):
    page = Page.objects.filter(slug__startswith=f"{SLUG}-", content_type__model="contentpage").specific().last()
    assert page.get_url() == page.url_path.removeprefix(bulk.home.url_path.rstrip("/"))
    text = client.get(page.get_url()).text
    assert page.summary in text
    assert page.body[1].value.source.split("<p>")[1][:40] in text


@pytest.mark.parametrize(("model", "row"), [(ServicePage, "€"), (NewsPage, "2026")])
def test_pages_of_every_type_render(bulk, client, model, row):
    page = model.objects.filter(slug__startswith=SLUG).last()
    response = client.get(page.get_url())
    assert response.status_code == 200
    assert row in response.text


def test_real_pages_stay_and_can_get_siblings(bulk, client):
    assert client.get("/leistungen/echte-leistung/").status_code == 200
    factories.ServicePageFactory(parent=ServicePage.objects.first().get_parent(), title="Neue Leistung")
    assert Page.find_problems() == ([], [], [], [], [])


def test_twice_is_refused(bulk):
    with pytest.raises(CommandError, match="schon da"):
        call_command("load_bulk", pages=600)


def test_production_is_refused(city, settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="DEMO"):
        call_command("load_bulk", pages=600)
    assert not Page.objects.filter(slug=SLUG).exists()


@pytest.mark.django_db
def test_an_empty_site_is_refused():
    with pytest.raises(CommandError, match="load_demo"):
        call_command("load_bulk", pages=600)


def test_a_failure_loads_nothing(city, monkeypatch):
    monkeypatch.setattr("home.bulk.Bulk.count_children", lambda self: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        call_command("load_bulk", pages=50, verbosity=0)
    assert not Page.objects.filter(slug__startswith=SLUG).exists()
