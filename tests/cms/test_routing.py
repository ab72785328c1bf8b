"""One look-up finds the page of an address; everything that is no address is 404."""

from django.db import connection
from django.http import Http404
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from wagtail.models import Locale, Page, Site

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms import freshness, routing
from tests.factories import ContentPageFactory, SectionPageFactory, ServicePageFactory


def find(rf, path: str) -> routing.Route:
    request = rf.get("/" + path)
    # As the middleware does: nothing looks for the site of a request.
    request._wagtail_site = freshness.remember("site", Site.objects.get)
    return routing.find(request, path)


@pytest.fixture
def warm(city, rf):
    """A request in a process that has seen one before."""
    freshness.begin(1)
    find(rf, "")
    yield
    freshness.end()


def status(address: str) -> int:
    return Client().get(address).status_code


def test_the_home_page_answers_the_empty_path(city, rf):
    assert find(rf, "").page == city.home


def test_a_deep_page_is_found_with_everything_above_it(city, rf):
    page: Page = city.home
    for number in range(5):
        page = ContentPageFactory(parent=page, title=f"Ebene {number}")
    route = find(rf, "ebene-0/ebene-1/ebene-2/ebene-3/ebene-4/")
    assert route.page == page
    assert [step.title for step in route.trail] == ["Bochum", *(f"Ebene {number}" for number in range(5))]


def test_an_address_costs_one_look_up_however_deep(city, rf, warm):
    page: Page = city.home
    for number in range(5):
        page = ContentPageFactory(parent=page, title=f"Ebene {number}")
    shallow, deep = (_statements(rf, path) for path in ("ebene-0/", "ebene-0/ebene-1/ebene-2/ebene-3/ebene-4/"))
    assert len(shallow) == len(deep) == 2  # the address, and the page with its own fields


def test_rows_come_with_one_statement_more(city, rf, warm):
    ServicePageFactory(parent=city.services, title="Perso")
    find(rf, "leistungen/perso/")  # which locale is German is asked once per generation
    assert len(_statements(rf, "leistungen/perso/")) == 3


def _statements(rf, path: str) -> list[str]:
    with CaptureQueriesContext(connection) as statements:
        find(rf, path)
    return [statement["sql"] for statement in statements]


class TestRoutableParts:
    def test_a_part_belongs_to_the_page_that_has_it(self, city, rf):
        route = find(rf, "leistungen/a-z/")
        assert route.page == city.services
        assert route.trail[-1].pk == city.services.pk

    def test_a_service_of_that_name_would_win(self, city, rf):
        page = ServicePageFactory(parent=city.services, title="A bis Z", slug="a-z")
        assert find(rf, "leistungen/a-z/").page == page

    @pytest.mark.parametrize("path", ["leistungen/a-z/online/mehr/", "leistungen/b-z/", "themen/a-z/", "a-z/"])
    def test_a_part_elsewhere_is_not_found(self, city, rf, path):
        with pytest.raises(Http404):
            find(rf, path)


class TestNotFound:
    @pytest.mark.parametrize(
        "path",
        [
            "gibt-es-nicht/",
            "leistungen/gibt-es-nicht/",
            "bochum/",
            "leistungen/leistungen/",
            "x/" * 13,
            "x/" * 2000,
            "ä" * 5000 + "/",
            "leistungen/\0/",
            "%/",
            "_/",
        ],
    )
    def test_what_is_no_address_is_404(self, city, rf, path):
        with pytest.raises(Http404):
            find(rf, path)

    def test_a_long_address_is_refused_without_a_statement(self, city, rf, warm):
        with CaptureQueriesContext(connection) as statements, pytest.raises(Http404):
            find(rf, "x/" * 2000)
        assert len(statements) == 0

    @settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.text(max_size=200))
    def test_no_path_breaks_the_look_up(self, city, rf, path):
        try:
            route = routing.find(rf.get("/"), path)
        except Http404:
            return
        assert route.page.live

    @pytest.mark.parametrize("address", ["/%00/", "/leistungen/%00/", "/%ff/", "/%F0%9F%9A%B2/", "/a//b/", "/../"])
    def test_odd_addresses_are_refused_in_the_browser(self, city, address):
        assert status(address) in {400, 404}


class TestLife:
    def test_a_draft_is_not_found(self, city):
        ContentPageFactory(parent=city.home, title="Entwurf", live=False)
        assert status("/entwurf/") == 404

    def test_an_unpublished_page_is_gone_at_once(self, city, django_capture_on_commit_callbacks):
        page = ContentPageFactory(parent=city.home, title="Wohnen")
        assert status("/wohnen/") == 200
        with django_capture_on_commit_callbacks(execute=True):
            page.unpublish()
        assert status("/wohnen/") == 404

    def test_a_page_below_a_draft_is_found_as_in_wagtail(self, city):
        section = SectionPageFactory(parent=city.home, title="Bereich", live=False)
        ContentPageFactory(parent=section, title="Wohnen")
        assert status("/bereich/wohnen/") == 200

    def test_a_moved_page_redirects(self, city, django_capture_on_commit_callbacks):
        section = SectionPageFactory(parent=city.home, title="Bereich")
        page = ContentPageFactory(parent=city.home, title="Wohnen")
        with django_capture_on_commit_callbacks(execute=True):
            page.move(section, pos="last-child")
        answer = Client().get("/wohnen/")
        assert (answer.status_code, answer["Location"]) == (301, "/bereich/wohnen/")
        assert status("/bereich/wohnen/") == 200

    def test_a_renamed_address_redirects(self, city, django_capture_on_commit_callbacks):
        page = ContentPageFactory(parent=city.home, title="Wohnen")
        page.slug = "leben"
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()
        assert Client().get("/wohnen/")["Location"] == "/leben/"


class TestLanguages:
    @pytest.fixture
    def english(self, city):
        home = city.home.copy_for_translation(Locale.objects.create(language_code="en"))
        home.save_revision().publish()
        return home

    def test_the_english_home_page_stands_under_its_code(self, city, rf, english):
        with translation.override("en"):
            assert find(rf, "").page == Page.objects.get(pk=english.pk).specific
        assert status("/en/") == 200

    def test_german_pages_have_no_code(self, city, english):
        assert status("/de/") == 404

    def test_a_page_without_translation_is_not_found_under_the_code(self, city, english):
        ContentPageFactory(parent=city.home, title="Wohnen")
        assert status("/wohnen/") == 200
        assert status("/en/wohnen/") == 404

    def test_a_language_without_home_page_has_no_pages(self, city):
        assert status("/tr/") == 404

    def test_plain_german_is_a_language_of_its_own(self, city):
        plain = city.home.copy_for_translation(Locale.objects.create(language_code="de-simple"))
        plain.save_revision().publish()
        assert status("/de-simple/") == 200


def test_a_fresh_database_with_wagtails_welcome_page_answers(db):
    freshness.forget()
    Site.objects.filter(is_default_site=True).exists() or Site.objects.create(
        hostname="localhost", root_page=Page.get_first_root_node().get_first_child(), is_default_site=True
    )
    assert status("/") in {200, 404}
