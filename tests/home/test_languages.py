from wagtail.models import Locale

import pytest

from cms import freshness
from tests import factories
from tests.machine_readable import links


@pytest.fixture
def translate(city):
    """A function that publishes a translation of a page, its parents included."""

    def translate(page, code: str, **fields):
        locale, _created = Locale.objects.get_or_create(language_code=code)
        copy = page.copy_for_translation(locale, copy_parents=True)
        for name, value in fields.items():
            setattr(copy, name, value)
        copy.save_revision().publish()
        for parent in copy.get_ancestors().filter(depth__gt=1, live=False):
            parent.specific.save_revision().publish()
        copy.refresh_from_db()
        freshness.forget()
        return copy

    return translate


@pytest.fixture
def page(city):
    return factories.ContentPageFactory(parent=city.home, title="Rathaus")


def switch(response) -> list[tuple[str, str, str]]:
    """Return (language, own name, address) of the language switch."""
    return [(item["lang"], item["name"], item["url"]) for item in response.context["translations"]]


def test_an_english_page_stands_under_its_code(client, page, translate):
    translate(page, "en", title="Town hall", slug="town-hall")
    text = client.get("/en/town-hall/").text
    assert '<html lang="en" dir="ltr">' in text
    assert "Town hall" in text
    assert client.get("/town-hall/").status_code == 404


def test_an_arabic_page_reads_from_right_to_left(client, page, translate):
    translate(page, "ar", title="مبنى البلدية", slug="town-hall-ar")
    assert '<html lang="ar" dir="rtl">' in client.get("/ar/town-hall-ar/").text
    german = client.get("/rathaus/")
    assert '<html lang="de" dir="ltr">' in german.text
    (link,) = [link for link in links(german, "alternate") if link.get("hreflang") == "ar"]
    assert link["href"] == "http://testserver/ar/town-hall-ar/"


def test_the_switch_lists_real_translations_only_in_their_own_words(client, page, translate):
    assert switch(client.get("/rathaus/")) == []
    translate(page, "en", title="Town hall", slug="town-hall")
    translate(page, "ar", title="مبنى البلدية", slug="ar-rathaus")
    german = client.get("/rathaus/")
    assert sorted(switch(german)) == [
        ("ar", "العربية", "/ar/ar-rathaus/"),
        ("en", "English", "/en/town-hall/"),
    ]
    assert 'lang="ar"' in german.text
    assert 'dir="rtl"' in german.text
    assert ("de", "Deutsch", "/rathaus/") in switch(client.get("/en/town-hall/"))


def test_a_draft_and_an_alias_are_no_translations(client, page, translate, city):
    translate(page, "en").unpublish()
    arabic = Locale.objects.create(language_code="ar")
    city.home.copy_for_translation(arabic).save_revision().publish()
    page.copy_for_translation(arabic, alias=True)
    freshness.forget()
    assert switch(client.get("/rathaus/")) == []


def test_plain_language_is_a_locale_of_its_own(client, page, translate):
    translate(page, "de-simple", title="Das Rathaus")
    response = client.get("/de-simple/rathaus/")
    assert response.status_code == 200
    assert "Das Rathaus" in response.text
    assert ("de-simple", "Leichte Sprache", "/de-simple/rathaus/") in switch(client.get("/rathaus/"))
    assert client.get("/de-simple/").status_code == 200


def test_plain_language_is_marked_as_german(client, page, translate):
    translate(page, "de-simple")
    assert '<html lang="de' in client.get("/de-simple/rathaus/").text


def test_a_language_without_home_page_does_not_exist(client, page):
    assert client.get("/tr/").status_code == 404
    assert client.get("/tr/rathaus/").status_code == 404


def test_languages_cost_nothing_on_a_warm_page(client, page, translate, django_assert_num_queries):
    translate(page, "en")
    translate(page, "ar")
    client.get("/rathaus/")
    # Generation, address, page.
    with django_assert_num_queries(3):
        client.get("/rathaus/")
