from wagtail.models import Locale

import pytest

from cms import freshness
from cms.models import CityImage, SiteSettings
from tests import factories
from tests.machine_readable import links, meta


def translated(page, code: str, **fields):
    """Return a live translation of a page (its parent is translated too where needed)."""
    locale, _created = Locale.objects.get_or_create(language_code=code)
    copy = page.copy_for_translation(locale, copy_parents=True)
    for name, value in fields.items():
        setattr(copy, name, value)
    copy.save_revision().publish()
    for parent in copy.get_ancestors().filter(depth__gt=1, live=False):
        parent.specific.save_revision().publish()
    # A test never commits, so no new generation makes the site forget.
    freshness.forget()
    return copy


def alternates(response) -> dict[str, str]:
    return {link["hreflang"]: link["href"] for link in links(response, "alternate") if "hreflang" in link}


@pytest.fixture
def page(city):
    return factories.ContentPageFactory(parent=city.home, title="Rathaus", summary="Wer hier arbeitet.")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/rathaus/", "/rathaus/"),
        ("/rathaus/?utm_source=x&fbclid=1", "/rathaus/"),
        ("/aktuelles/?seite=2", "/aktuelles/?seite=2"),
        ("/aktuelles/?seite=1", "/aktuelles/"),
        ("/aktuelles/?seite=abc", "/aktuelles/"),
        (f"/aktuelles/?seite={'9' * 5000}", "/aktuelles/"),
        ("/leistungen/a-z/", "/leistungen/a-z/"),
    ],
)
def test_canonical_address(client, page, address, expected):
    (link,) = links(client.get(address), "canonical")
    assert link["href"] == f"http://testserver{expected}"


def test_open_graph_says_what_the_page_is(client, page):
    found = meta(client.get("/rathaus/"))
    assert found["description"] == found["og:description"] == "Wer hier arbeitet."
    assert found["og:title"] == "Rathaus"
    assert found["og:type"] == "website"
    assert found["og:url"] == "http://testserver/rathaus/"
    assert found["og:locale"] == "de_DE"
    assert "og:image" not in found


def test_news_is_an_article(client, city):
    factories.NewsPageFactory(parent=city.news, title="Neues")
    assert meta(client.get("/aktuelles/neues/"))["og:type"] == "article"


def test_the_words_for_search_engines_win(client, page):
    page.search_description, page.seo_title = "Kurz & gut", "Das Rathaus"
    page.save_revision().publish()
    found = meta(client.get("/rathaus/"))
    assert found["description"] == "Kurz & gut"
    assert found["og:title"] == "Das Rathaus"


def test_the_social_picture_is_the_pages_else_the_sites(client, page):
    first = factories.ImageFactory(description="Ein Fördergerüst")
    second = factories.ImageFactory(is_decorative=True)
    SiteSettings.objects.create(social_image=second)
    found = meta(client.get("/rathaus/"))
    assert found["og:image"].startswith("http://testserver/media/images/")
    assert "og:image:alt" not in found
    page.social_image = first
    page.save_revision().publish()
    changed = meta(client.get("/rathaus/"))
    assert changed["og:image"] != found["og:image"]
    assert changed["og:image"].endswith(".jpg")
    assert changed["og:image:alt"] == "Ein Fördergerüst"
    assert int(changed["og:image:width"]) > 0


def test_a_lost_picture_file_costs_the_picture_only(client, page):
    image = factories.ImageFactory()
    image.file.storage.delete(image.file.name)
    SiteSettings.objects.create(social_image=image)
    response = client.get("/rathaus/")
    assert response.status_code == 200
    assert "og:image" not in meta(response)


def test_a_deleted_picture_is_forgotten_at_once(client, page, django_capture_on_commit_callbacks):
    SiteSettings.objects.create(social_image=factories.ImageFactory())
    assert "og:image" in meta(client.get("/rathaus/"))
    with django_capture_on_commit_callbacks(execute=True):
        CityImage.objects.get().delete()
    assert "og:image" not in meta(client.get("/rathaus/"))


def test_real_translations_name_each_other(client, page):
    translated(page, "en", title="Town hall", slug="town-hall")
    expected = {
        "de": "http://testserver/rathaus/",
        "en": "http://testserver/en/town-hall/",
        "x-default": "http://testserver/rathaus/",
    }
    assert alternates(client.get("/rathaus/")) == expected
    assert alternates(client.get("/en/town-hall/")) == expected


def test_plain_language_is_no_language_for_search_engines(client, page):
    translated(page, "de-simple")
    assert alternates(client.get("/rathaus/")) == {}
    assert alternates(client.get("/de-simple/rathaus/")) == {}
    translated(page, "en")
    assert alternates(client.get("/rathaus/")).keys() == {"de", "en", "x-default"}
    assert alternates(client.get("/de-simple/rathaus/")) == {}


def test_an_untranslated_page_names_no_other(client, page):
    assert alternates(client.get("/rathaus/")) == {}


def test_metadata_costs_nothing_on_a_warm_page(client, page, django_assert_num_queries):
    SiteSettings.objects.create(social_image=factories.ImageFactory())
    translated(page, "en")
    client.get("/rathaus/")
    # Generation, address, page.
    with django_assert_num_queries(3):
        client.get("/rathaus/")


class TestHost:
    """In production the site's record says what the site is called, not whoever asks."""

    @pytest.fixture(autouse=True)
    def production(self, city, settings):
        settings.DEMO = False
        city.site.hostname, city.site.port = "www.bochum.example", 443
        city.site.save()
        freshness.forget()

    @pytest.mark.parametrize(
        "address",
        ["/", "/rathaus/", "/aktuelles/", "/aktuelles/feed.atom", "/sitemap.xml", "/veranstaltungen/kalender.ics"],
    )
    def test_no_public_address_names_the_host_of_the_request(self, client, page, address, city):
        translated(page, "en", title="Town hall", slug="town-hall")
        factories.NewsPageFactory(parent=city.news, title="Neu")
        response = client.get(address, headers={"host": "127.0.0.1"})
        machine_readable = response.text.split("<body>")[0]
        assert "http://127.0.0.1" not in machine_readable
        assert "http://testserver" not in machine_readable
        if not address.endswith(".ics"):
            assert "https://www.bochum.example/" in machine_readable

    def test_canonical_and_alternates(self, client, page):
        translated(page, "en", title="Town hall", slug="town-hall")
        response = client.get("/rathaus/")
        (link,) = links(response, "canonical")
        assert link["href"] == "https://www.bochum.example/rathaus/"
        assert alternates(response)["en"] == "https://www.bochum.example/en/town-hall/"

    def test_a_part_of_the_sitemap(self, client, page):
        index = client.get("/sitemap.xml").text
        (part,) = {text.split("</loc>")[0] for text in index.split("<loc>")[1:]}
        assert part.startswith("https://www.bochum.example/sitemap-")
        assert "https://www.bochum.example/rathaus/" in client.get(part.removeprefix("https://www.bochum.example")).text
