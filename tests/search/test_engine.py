from wagtail.models import Locale

import pytest

from search import engine
from search.enums import Group
from search.words import replace_words
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("token", "better", "worse"),
    [
        ("ausweis", "ausweis", "ausweise"),
        ("ausweis", "ausweise", "ausweispflicht"),
        ("ausweis", "ausweispflicht", "personalausweis"),
        ("steuer", "hundesteuer", "steuerung"[:3]),
    ],
)
def test_quality_falls_with_distance(token, better, worse):
    assert engine.quality(token, better) > engine.quality(token, worse)


def test_one_shared_word_is_enough(service, found):
    page = service("Bewohnerparkausweis")
    assert found("ich brauche für mein Auto einen Bewohnerparkausweis") == [page.pk]


def test_beginnings_and_ends_of_compounds_find(service, found):
    page = service("Hundesteuer")
    assert found("hunde") == found("Steuer") == found("hunde steuer") == [page.pk]


def test_an_inflected_word_finds(service, found):
    page = service("Reisepass")
    assert found("des Reisepasses") == [page.pk]


def test_short_words_find_only_themselves(service, found):
    amt, samt = service("Amt"), service("Samt und Amtsblatt")
    assert found("amt") == [amt.pk]
    assert found("samt") == [samt.pk]


def test_title_comes_before_citizens_words_before_text(service, committed, found):
    text, words, title = service("Eins", summary="Alles zum Hund"), service("Zwei"), service("Hund")
    with committed():
        replace_words(words, ["Hund"])
    assert found("hund") == [title.pk, words.pk, text.pk]


def test_more_of_the_title_comes_first(service, found):
    long, short = service("Reisepass für Kinder beantragen"), service("Reisepass beantragen")
    assert found("Reisepass beantragen") == [short.pk, long.pk]
    assert found("Reisepass Kinder")[0] == long.pk


def test_a_rare_word_counts_more(service, found):
    for number in range(8):
        service(f"Anmeldung Nummer {number}")
    page = service("Grabstein")
    assert found("Anmeldung Grabstein")[0] == page.pk


def test_ties_are_stable(service, found):
    pages = [service(f"Antrag {letter}").pk for letter in "abcde"]
    assert found("Antrag") == pages
    assert found("Antrag") == found("ANTRAG")


def test_services_come_first_and_news_last(city, service, publish):
    news = publish(factories.NewsPageFactory(parent=city.news, title="Hundesteuer"))
    page = publish(factories.ContentPageFactory(parent=city.home, title="Hundesteuer"))
    fitting = service("Hundesteuer anmelden")
    matches = engine.search("Hundesteuer", "de").matches
    assert [match.page_id for match in matches] == [fitting.pk, page.pk, news.pk]
    assert [match.group for match in matches] == [Group.SERVICES, Group.PAGES, Group.NEWS]


def test_a_service_that_only_mentions_the_word_stands_among_other_pages(city, service, publish):
    office = publish(factories.OfficePageFactory(parent=city.offices, title="Standesamt"))
    mention = service("Eheurkunde", summary="Fragen Sie im Standesamt.")
    assert [match.page_id for match in engine.search("Standesamt", "de").matches] == [office.pk, mention.pk]


def test_a_whole_title_finds_its_page_even_if_other_words_weigh_more(service, found):
    page = service("Der Die Das")
    service("Das Der Die")
    assert found("der die das")[0] == page.pk


def test_a_frequent_word_is_read_in_part(city, service, publish, found, monkeypatch):
    monkeypatch.setattr(engine, "MAX_POSTINGS", 3)
    pages = [
        publish(factories.ContentPageFactory(parent=city.home, title=f"Bochum {number}")).pk for number in range(5)
    ]
    offered = service("Bochum-Pass")
    assert found("bochum") == [offered.pk, *pages[:3]]
    assert found("bochum 4")[:2] == [offered.pk, pages[4]]


def test_each_language_finds_its_own_pages(city, publish, found):
    english = Locale.objects.create(language_code="en")
    home = city.home.copy_for_translation(english)
    home.title = "Welcome"
    publish(home)
    publish(city.home)
    assert found("welcome", "en") == [home.pk]
    assert found("welcome", "de") == []
    assert found("bochum", "en") == []


def test_nothing_asked_finds_nothing(city, found, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert found("") == found(' "*%\0_ ') == []


def test_at_most_five_statements(service, django_assert_max_num_queries):
    service("Personalausweis beantragen")
    with django_assert_max_num_queries(5):
        engine.search("Wo kann ich meinen Personalausweis verlängern lassen", "de")
