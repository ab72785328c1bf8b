import xml.etree.ElementTree as ET
from datetime import UTC, datetime

from wagtail.models import Locale, Page

import pytest

from cms import sitemap
from tests import factories

NAMESPACE = {"s": sitemap.NAMESPACE}
PUBLISHED = datetime(2026, 11, 2, 8, 30, tzinfo=UTC)


def addresses(response, element: str = "url") -> dict[str, str]:
    """Return the last change by address."""
    tree = ET.fromstring(response.content)
    return {
        entry.findtext("s:loc", namespaces=NAMESPACE): entry.findtext("s:lastmod", "", namespaces=NAMESPACE)
        for entry in tree.findall(f"s:{element}", NAMESPACE)
    }


@pytest.fixture
def small_parts(monkeypatch):
    monkeypatch.setattr(sitemap, "PART", 3)


def test_every_live_page_stands_in_exactly_one_part(client, city, small_parts):
    Page.objects.update(last_published_at=PUBLISHED)
    factories.ContentPageFactory(parent=city.home, title="Entwurf", live=False)
    parts = addresses(client.get("/sitemap.xml"), "sitemap")
    assert len(parts) > 2
    found = [address for part in parts for address in addresses(client.get(part.removeprefix("http://testserver")))]
    live = {page.get_full_url().replace("localhost", "testserver") for page in city.home.get_descendants(True).live()}
    assert sorted(found) == sorted(live)
    assert "http://testserver/veranstaltungen/" in found


def test_an_entry_says_when_the_page_was_last_published(client, city):
    Page.objects.filter(pk=city.news.pk).update(last_published_at=PUBLISHED)
    number = city.news.pk // sitemap.PART
    found = addresses(client.get(f"/sitemap-{number}.xml"))
    assert found["http://testserver/aktuelles/"] == "2026-11-02T08:30:00+00:00"


def test_other_languages_stand_under_their_code_and_aliases_do_not_stand_there(client, city):
    english = city.home.copy_for_translation(Locale.objects.create(language_code="en"))
    english.save_revision().publish()
    alias = city.news.create_alias(update_slug="doppelt")
    assert alias.live
    found = addresses(client.get(f"/sitemap-{english.pk // sitemap.PART}.xml"))
    assert "http://testserver/en/" in found
    assert not any("doppelt" in address for address in found)


def test_addresses_are_escaped(client, city):
    factories.ContentPageFactory(parent=city.home, title="Größe", slug="größe")
    found = addresses(client.get(f"/sitemap-{city.home.pk // sitemap.PART}.xml"))
    assert "http://testserver/gr%C3%B6%C3%9Fe/" in found


@pytest.mark.parametrize("beyond", [2, 4000, 10**6, 10**30])
def test_a_part_without_pages_does_not_exist(client, city, beyond):
    # The keys of a database that has been used before do not begin at 1.
    number = city.home.pk // sitemap.PART + beyond
    assert client.get(f"/sitemap-{number}.xml").status_code == 404


def test_only_safe_methods_are_answered(client, city):
    assert client.post("/sitemap.xml").status_code == 405


def test_index_and_part_cost_a_fixed_number_of_statements(client, city, django_assert_max_num_queries):
    client.get("/sitemap.xml")
    for address, most in (("/sitemap.xml", 1), (f"/sitemap-{city.home.pk // sitemap.PART}.xml", 3)):
        with django_assert_max_num_queries(most):
            client.get(address)
