import xml.etree.ElementTree as ET
from datetime import date

from django.utils import timezone

import pytest

from tests import factories
from tests.machine_readable import links

ATOM = {"a": "http://www.w3.org/2005/Atom"}
ADDRESS = "/aktuelles/feed.atom"


@pytest.fixture
def news(city):
    """Two pieces of news and a draft."""
    fields = {"parent": city.news, "last_published_at": timezone.now()}
    factories.NewsPageFactory(title="Ältere Meldung", date=date(2026, 2, 7), **fields)
    factories.NewsPageFactory(
        title="Neue <Meldung>", date=date(2026, 11, 2), summary="Kurz & gut.", kind="press", **fields
    )
    factories.NewsPageFactory(title="Entwurf", live=False, **fields)
    return city.news


def entries(client) -> list[ET.Element]:
    return ET.fromstring(client.get(ADDRESS).content).findall("a:entry", ATOM)


def test_the_feed_holds_live_news_newest_first(client, news):
    response = client.get(ADDRESS)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    first, second = entries(client)
    assert first.findtext("a:title", namespaces=ATOM) == "Neue <Meldung>"
    assert first.findtext("a:summary", namespaces=ATOM) == "Kurz & gut."
    assert first.findtext("a:published", namespaces=ATOM) == "2026-11-02T00:00:00+01:00"
    assert first.find("a:link", ATOM).get("href") == "http://testserver/aktuelles/neue-meldung/"
    assert first.find("a:category", ATOM).get("term") == "Pressemitteilung"
    assert second.findtext("a:title", namespaces=ATOM) == "Ältere Meldung"


def test_an_entry_keeps_its_id_under_a_new_address(client, news):
    before = [entry.findtext("a:id", namespaces=ATOM) for entry in entries(client)]
    for page in news.news():
        page.slug = f"umgezogen-{page.pk}"
        page.save_revision().publish()
    assert [entry.findtext("a:id", namespaces=ATOM) for entry in entries(client)] == before
    assert len(set(before)) == 2


def test_the_list_names_its_feed_in_head_and_text(client, news):
    response = client.get("/aktuelles/")
    assert ADDRESS in [link["href"] for link in links(response, "alternate")]
    assert f'<a href="{ADDRESS}"' in response.text or f'href="{ADDRESS}">' in response.text


def test_a_demonstration_says_so_in_the_feed(client, news, settings):
    assert "kein Angebot der Stadt Bochum" in client.get(ADDRESS).text
    settings.DEMO = False
    assert "kein Angebot" not in client.get(ADDRESS).text


@pytest.mark.parametrize("address", ["/feed.atom", "/veranstaltungen/feed.atom", "/gibt-es-nicht/feed.atom"])
def test_only_the_list_of_news_has_a_feed(client, news, address):
    assert client.get(address).status_code == 404


def test_the_feed_is_fresh_like_a_page_and_cheap(client, news, django_assert_num_queries):
    etag = client.get(ADDRESS)["ETag"]
    assert client.get(ADDRESS, headers={"if-none-match": etag}).status_code == 304
    # Generation, address, page, news.
    with django_assert_num_queries(4):
        client.get(ADDRESS)
