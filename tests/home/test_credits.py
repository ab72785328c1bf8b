import pytest

from cms import freshness
from cms.models import SiteSettings
from home.models.credits import pictures_in_use
from tests import factories


@pytest.fixture
def credits_page(city):
    return factories.CreditsPageFactory(parent=city.home)


def shown(client) -> list[str]:
    freshness.forget()
    return [picture.title for picture in client.get("/bildnachweise/").context["pictures"]]


def body_with(image) -> list[tuple]:
    return [("picture", {"image": image, "alt": "", "decorative": True, "caption": ""})]


def test_pictures_of_live_pages_and_of_the_site_are_listed(client, city, credits_page):
    in_text, teaser, of_site, of_draft, unused = (
        factories.ImageFactory(title=title)
        for title in ("Im Text", "Am Teaser", "Der Website", "Im Entwurf", "Unbenutzt")
    )
    factories.ContentPageFactory(parent=city.home, title="Eine", body=body_with(in_text))
    factories.NewsPageFactory(parent=city.news, social_image=teaser)
    factories.ContentPageFactory(parent=city.home, title="Zwei", live=False, social_image=of_draft)
    SiteSettings.objects.create(social_image=of_site)
    assert unused.pk
    assert shown(client) == ["Am Teaser", "Der Website", "Im Text"]


def test_author_and_licence_stand_there(client, city, credits_page):
    image = factories.ImageFactory(
        author="A. Zeichnerin", licence="CC BY 4.0", licence_url="https://creativecommons.org/"
    )
    factories.NewsPageFactory(parent=city.news, social_image=image)
    text = client.get("/bildnachweise/").text
    assert "A. Zeichnerin" in text
    assert "CC BY 4.0" in text
    assert "https://creativecommons.org/" in text


def test_a_page_taken_offline_takes_its_picture_with_it(client, city, credits_page):
    page = factories.NewsPageFactory(parent=city.news, social_image=factories.ImageFactory(title="Weg"))
    assert shown(client) == ["Weg"]
    page.unpublish()
    assert shown(client) == []


def test_the_list_costs_a_fixed_number_of_statements(client, city, credits_page, django_assert_max_num_queries):
    for number in range(30):
        factories.NewsPageFactory(parent=city.news, social_image=factories.ImageFactory(title=f"Bild {number:02}"))
    client.get("/bildnachweise/")
    with django_assert_max_num_queries(12):
        client.get("/bildnachweise/")
    assert pictures_in_use().count() == 30
