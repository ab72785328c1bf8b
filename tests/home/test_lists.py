from datetime import date, timedelta

import pytest

from home.models import content
from tests import factories


@pytest.fixture
def news(city):
    for number in range(45):
        factories.NewsPageFactory(
            parent=city.news, title=f"Meldung {number:02}", date=date(2026, 1, 1) + timedelta(days=number)
        )


@pytest.mark.parametrize(
    ("query", "first", "amount"),
    [
        ("", "Meldung 44", 20),
        ("?seite=3", "Meldung 04", 5),
        ("?seite=99", "Meldung 04", 5),
        ("?seite=0", "Meldung 04", 5),
        ("?seite=x", "Meldung 44", 20),
        (f"?seite={'9' * 5000}", "Meldung 44", 20),
    ],
)
def test_news_in_pages_of_twenty_newest_first(client, news, query, first, amount):
    shown = client.get(f"/aktuelles/{query}").context["news"]
    assert (shown[0].title, len(shown)) == (first, amount)


def test_a_list_of_news_is_counted_once(client, news, django_assert_num_queries):
    client.get("/aktuelles/")
    # Generation, address, page, news.
    with django_assert_num_queries(4):
        client.get("/aktuelles/")


def test_a_section_with_very_many_pages_shows_them_in_parts(client, city, monkeypatch, django_assert_max_num_queries):
    monkeypatch.setattr(content, "CHILDREN", 10)
    section = factories.SectionPageFactory(parent=city.home, title="Bereich")
    for number in range(25):
        factories.ContentPageFactory(parent=section, title=f"Seite {number:02}")
    factories.ContentPageFactory(parent=section, title="Entwurf", live=False)
    first = client.get("/bereich/")
    assert [page.title for page in first.context["children"]] == [f"Seite {number:02}" for number in range(10)]
    assert 'rel="next"' in first.text
    assert len(client.get("/bereich/?seite=3").context["children"]) == 5
    with django_assert_max_num_queries(6):
        client.get("/bereich/")
