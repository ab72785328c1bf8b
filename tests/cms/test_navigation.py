"""Menu, breadcrumb, header tasks and footer: right at once after publishing, and free on a warm page."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from wagtail.models import Locale, Page

import pytest
from bs4 import BeautifulSoup

from cms import freshness, navigation
from cms.models import SiteSettings
from tests.factories import ContentPageFactory, SectionPageFactory, ServicePageFactory


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """What a request does at its end: the transaction commits."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def links(address: str, name: str) -> list[tuple[str, str]]:
    """Return (text, address) of the links in the navigation of this class."""
    page = BeautifulSoup(Client().get(address).content, "html.parser")
    return [(" ".join(link.text.split()), link["href"]) for link in page.select(f".{name} a")]


def menu(address: str = "/") -> list[str]:
    return [text for text, _address in links(address, "main-menu")]


def footer(address: str = "/") -> dict[str, str]:
    return dict(links(address, "site-footer"))


class TestMenu:
    def test_pages_below_home_that_ask_for_it_stand_in_the_menu(self, city):
        SectionPageFactory(parent=city.home, title="Rathaus", show_in_menus=True)
        SectionPageFactory(parent=city.home, title="Werkstatt", show_in_menus=False)
        SectionPageFactory(parent=city.home, title="Entwurf", show_in_menus=True, live=False)
        assert menu() == ["Rathaus"]

    def test_the_menu_says_where_the_reader_is(self, city):
        section = SectionPageFactory(parent=city.home, title="Rathaus", show_in_menus=True)
        ContentPageFactory(parent=section, title="Wahlen")
        page = BeautifulSoup(Client().get("/rathaus/wahlen/").content, "html.parser")
        assert [link.text.strip() for link in page.select(".main-menu [aria-current]")] == ["Rathaus"]

    def test_a_published_page_stands_in_the_menu_at_once(self, city, commit):
        page = SectionPageFactory(parent=city.home, title="Rathaus", show_in_menus=True, live=False)
        assert menu() == []
        with commit():
            page.save_revision().publish()
        assert menu() == ["Rathaus"]
        page.refresh_from_db()
        with commit():
            page.unpublish()
        assert menu() == []

    def test_a_renamed_page_is_renamed_at_once(self, city, commit):
        page = SectionPageFactory(parent=city.home, title="Rathaus", show_in_menus=True)
        assert menu() == ["Rathaus"]
        page.title = "Politik"
        with commit():
            page.save_revision().publish()
        assert menu() == ["Politik"]

    def test_a_moved_page_leaves_the_menu_at_once(self, city, commit):
        section = SectionPageFactory(parent=city.home, title="Rathaus", show_in_menus=True)
        page = ContentPageFactory(parent=city.home, title="Wahlen", show_in_menus=True)
        assert menu() == ["Rathaus", "Wahlen"]
        with commit():
            page.move(section, pos="last-child")
        assert menu() == ["Rathaus"]

    def test_a_deleted_page_leaves_the_menu_at_once(self, city, commit):
        page = SectionPageFactory(parent=city.home, title="Rathaus", show_in_menus=True)
        assert menu() == ["Rathaus"]
        with commit():
            page.delete()
        assert menu() == []

    def test_an_editor_publishing_in_the_browser_changes_the_menu_of_visitors(self, city, editor, commit):
        page = SectionPageFactory(parent=city.home, title="Rathaus")
        assert menu() == []
        with commit():
            editor.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
        assert Client().get("/rathaus/").status_code == 404

    def test_each_language_has_a_menu_of_its_own(self, city):
        english = city.home.copy_for_translation(Locale.objects.create(language_code="en"))
        english.save_revision().publish()
        SectionPageFactory(parent=city.home, title="Rathaus", show_in_menus=True)
        SectionPageFactory(parent=english, title="Town hall", show_in_menus=True, locale=english.locale)
        assert menu("/") == ["Rathaus"]
        assert menu("/en/") == ["Town hall"]


def link(label: str, page: Page | None = None, url: str = "") -> dict:
    return {"label": label, "page": page, "url": url}


def set_links(*footer_links: dict, tasks: tuple[dict, ...] = ()) -> None:
    settings = SiteSettings.load()
    settings.footer_columns = [("column", {"title": "Hilfe", "links": list(footer_links)})]
    settings.header_links = [("link", task) for task in tasks]
    settings.save()


class TestFooter:
    def test_links_lead_to_pages_and_addresses(self, city):
        set_links(link("Themen", city.topics), link("A bis Z", url="/leistungen/a-z/"))
        found = footer()
        assert found["Themen"] == "/themen/"
        assert found["A bis Z"] == "/leistungen/a-z/"

    def test_a_page_that_is_not_live_is_left_out(self, city, commit):
        set_links(link("Themen", city.topics), link("Dienststellen", city.offices))
        assert {"Themen", "Dienststellen"} <= set(footer())
        with commit():
            city.topics.unpublish()
        assert "Themen" not in footer()

    def test_a_link_follows_its_page_when_it_moves(self, city, commit):
        section = SectionPageFactory(parent=city.home, title="Rathaus")
        page = ContentPageFactory(parent=city.home, title="Wahlen")
        set_links(link("Wahlen", page))
        assert footer()["Wahlen"] == "/wahlen/"
        with commit():
            page.move(section, pos="last-child")
        assert footer()["Wahlen"] == "/rathaus/wahlen/"

    def test_changed_settings_are_shown_at_once(self, city, commit):
        with commit():
            set_links(link("Alt", url="/alt/"))
        assert "Alt" in footer()
        with commit():
            set_links(link("Neu", url="/neu/"))
        assert "Neu" in footer()
        assert "Alt" not in footer()

    def test_tasks_stand_in_the_header(self, city):
        set_links(tasks=(link("Termin", city.services),))
        page = BeautifulSoup(Client().get("/").content, "html.parser")
        assert any(found.text.strip() == "Termin" for found in page.header.find_all("a"))


class TestBreadcrumb:
    def test_it_names_the_pages_above(self, city):
        ServicePageFactory(parent=city.services, title="Perso beantragen")
        assert links("/leistungen/perso-beantragen/", "breadcrumb") == [("Start", "/"), ("Leistungen", "/leistungen/")]

    def test_the_home_page_has_none(self, city):
        assert links("/", "breadcrumb") == []

    def test_a_parent_that_is_not_live_is_no_link(self, city):
        section = SectionPageFactory(parent=city.home, title="Rathaus", live=False)
        ContentPageFactory(parent=section, title="Wahlen")
        assert links("/rathaus/wahlen/", "breadcrumb") == [("Start", "/")]


def test_menu_footer_and_breadcrumb_cost_nothing_on_a_warm_page(city, rf):
    SectionPageFactory(parent=city.home, title="Rathaus", show_in_menus=True)
    set_links(link("Themen", city.topics), link("A bis Z", url="/leistungen/a-z/"), tasks=(link("x", city.services),))
    request = rf.get("/themen/")
    request.trail = [city.home, city.topics]
    freshness.begin(1)
    try:
        navigation.navigation(request, city.home.url_path, city.topics)
        with CaptureQueriesContext(connection) as statements:
            found = navigation.navigation(request, city.home.url_path, city.topics)
            navigation.breadcrumb(request)
            navigation.site_settings()
    finally:
        freshness.end()
    assert [entry.title for entry, _here in found.menu] == ["Rathaus"]
    assert [statement["sql"] for statement in statements] == []


def test_only_real_translations_are_listed(city):
    page = ContentPageFactory(parent=city.home, title="Wohnen")
    english = Locale.objects.create(language_code="en")
    turkish = Locale.objects.create(language_code="tr")
    city.home.copy_for_translation(english).save_revision().publish()
    city.home.copy_for_translation(turkish).save_revision().publish()
    page.copy_for_translation(english).save_revision().publish()
    page.copy_for_translation(turkish)  # a draft
    assert [found["lang"] for found in navigation.translations(page)] == ["en"]
