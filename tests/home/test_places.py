"""Links that stand in templates: they lead to pages by what these are, in the reader's language."""

import re
from pathlib import Path

from django.conf import settings

from wagtail.models import Locale

import pytest
from bs4 import BeautifulSoup

from cms import freshness
from home import places
from home.models import FrequentService
from tests import factories

HARD_CODED = re.compile(r"""(?:href|action)="/(?!/)|default:['"]/\w""")
# Stand where nothing else does: without context, and where an editor is locked out.
ALONE = {"500.html", "locked_out.html"}


@pytest.fixture
def english(city):
    """The home page, a page and the contact page in English; nothing else is translated."""
    locale = Locale.objects.create(language_code="en")
    contact = factories.ContactPageFactory(parent=city.home)
    town_hall = factories.ContentPageFactory(parent=city.home, title="Rathaus")
    for page, slug in ((city.home, "home-en"), (contact, "contact"), (town_hall, "town-hall")):
        copy = page.copy_for_translation(locale)
        copy.slug = slug
        copy.save_revision().publish()
    freshness.forget()


def soup(client, address: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(address).content, "html.parser")


def link(page: BeautifulSoup, words: str) -> str:
    (found,) = {link["href"] for link in page.find_all("a") if words in " ".join(link.text.split())}
    return found


def test_no_template_names_an_address_of_its_own():
    templates = [path for path in Path(settings.BASE_DIR, "templates").rglob("*.html") if path.name not in ALONE]
    assert [path.name for path in templates if HARD_CODED.search(path.read_text())] == []


def test_a_search_stays_in_the_readers_language(client, english):
    page = soup(client, "/en/town-hall/")
    assert {form["action"] for form in page.find_all("form", role="search")} == {"/en/suche/"}
    assert page.select_one(".site-header__find")["href"] == "/en/suche/"
    assert {form["action"] for form in soup(client, "/rathaus/").find_all("form", role="search")} == {"/suche/"}


def test_links_lead_to_the_translation_and_without_one_to_the_german_page(client, english):
    assert link(soup(client, "/en/town-hall/"), "Ask a question or report a mistake").startswith("/en/contact/")
    missing = soup(client, "/en/nothing/")
    assert link(missing, "All services from A to Z") == "/leistungen/a-z/"
    assert link(missing, "To the home page") == "/en/"


def test_a_page_that_is_renamed_or_gone_leaves_no_dead_link(client, city):
    news = factories.NewsPageFactory(parent=city.news, title="Neu")
    assert link(soup(client, "/"), "Alle Meldungen") == "/aktuelles/"
    city.news.slug = "nachrichten"
    city.news.save_revision().publish()
    freshness.forget()
    assert link(soup(client, "/"), "Alle Meldungen") == "/nachrichten/"
    city.services.unpublish()
    freshness.forget()
    assert "Alle Leistungen von A bis Z" not in client.get("/gibt-es-nicht/").text
    assert "Frage oder Fehler melden" not in client.get(news.url).text


def test_the_form_says_where_data_protection_is_explained(city):
    assert places.addresses()["privacy"] == ""
    factories.ContentPageFactory(parent=city.home, title="Datenschutz")
    assert places.addresses()["privacy"] == "/datenschutz/"


def test_often_wanted_services_are_those_of_the_language(client, city, english):
    german = factories.ServicePageFactory(parent=city.services, title="Wohnsitz ummelden")
    FrequentService.objects.create(page=city.home, service=german)
    assert "Wohnsitz ummelden" in client.get("/en/nothing/").text
    home = city.home.get_translation(Locale.objects.get(language_code="en"))
    services = city.services.copy_for_translation(home.locale)
    services.save_revision().publish()
    own = factories.ServicePageFactory(parent=services, title="Change your address", locale=home.locale)
    FrequentService.objects.create(page=home, service=own)
    freshness.forget()
    assert "Change your address" in client.get("/en/nothing/").text
    assert "Wohnsitz ummelden" not in client.get("/en/nothing/").text
    assert "Change your address" not in client.get("/nichts/").text
