"""Home page, sections and news as visitors see them."""

from datetime import date

from django.test import Client

from bs4 import BeautifulSoup

from home.models import FrequentService
from tests import factories


def page(address: str) -> BeautifulSoup:
    answer = Client().get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def titles(soup: BeautifulSoup) -> list[str]:
    return [" ".join(link.text.split()) for link in soup.select("main .list-row__link")]


class TestHome:
    def test_the_question_is_the_heading_and_labels_the_search(self, city):
        home = page("/")
        assert home.h1.text.strip() == "Was möchten Sie erledigen?"
        field = home.main.find("input", attrs={"name": "q"})
        assert field
        assert home.main.find("form", role="search") or home.main.find("search")

    def test_frequent_services_keep_the_editors_order_and_leave_out_drafts(self, city):
        for position, (title, live) in enumerate((("Zoll", True), ("Entwurf", False), ("Amt", True))):
            service = factories.ServicePageFactory(parent=city.services, title=title, live=live)
            FrequentService.objects.create(page=city.home, service=service, sort_order=position)
        assert [service.title for service in Client().get("/").context["frequent"]] == ["Zoll", "Amt"]

    def test_topics_and_life_situations_are_told_apart(self, city):
        factories.TopicPageFactory(parent=city.topics, title="Ausweise")
        factories.TopicPageFactory(parent=city.life_situations, title="Umzug", kind="life_situation")
        context = Client().get("/").context
        assert [topic.title for topic in context["topics"]] == ["Ausweise"]
        assert [topic.title for topic in context["life_situations"]] == ["Umzug"]

    def test_four_latest_news_newest_first(self, city):
        for day in range(1, 7):
            factories.NewsPageFactory(parent=city.news, title=f"Meldung {day}", date=date(2026, 11, day))
        assert [news.title for news in Client().get("/").context["news"]] == [f"Meldung {day}" for day in (6, 5, 4, 3)]


class TestSection:
    def test_a_section_lists_the_live_pages_below_with_their_summary(self, city):
        section = factories.SectionPageFactory(parent=city.home, title="Rathaus")
        factories.ContentPageFactory(parent=section, title="Wahlen", summary="Wann gewählt wird.")
        factories.ContentPageFactory(parent=section, title="Entwurf", live=False)
        found = page("/rathaus/")
        assert titles(found) == ["Wahlen"]
        assert "Wann gewählt wird." in found.main.text


class TestNews:
    def test_news_are_listed_newest_first_twenty_a_page(self, city):
        for day in range(1, 26):
            factories.NewsPageFactory(parent=city.news, title=f"Meldung {day}", date=date(2026, 10, day))
        first, second = page("/aktuelles/"), page("/aktuelles/?seite=2")
        assert titles(first) == [f"Meldung {day}" for day in range(25, 5, -1)]
        assert titles(second) == [f"Meldung {day}" for day in range(5, 0, -1)]

    def test_a_page_number_that_is_none_gives_the_nearest_page(self, city):
        for day in range(1, 26):
            factories.NewsPageFactory(parent=city.news, title=f"Meldung {day}", date=date(2026, 10, day))
        assert titles(page("/aktuelles/?seite=99")) == titles(page("/aktuelles/?seite=2"))
        for number in ("0", "-1", "x", "9" * 40):
            assert Client().get("/aktuelles/", {"seite": number}).status_code == 200

    def test_a_press_release_says_so(self, city):
        factories.NewsPageFactory(parent=city.news, title="Neu", kind="press")
        assert "Pressemitteilung" in page("/aktuelles/").main.text


class TestContents:
    def body(self, *headings: str) -> list[tuple]:
        return [("heading", {"text": text, "level": "h2"}) for text in headings]

    def test_three_headings_make_a_list_of_contents(self, city):
        factories.ContentPageFactory(parent=city.home, title="Lang", body=self.body("Eins", "Zwei", "Drei"))
        found = page("/lang/")
        links = [link["href"] for link in found.select(".in-page-contents a")]
        assert links == ["#abschnitt-eins", "#abschnitt-zwei", "#abschnitt-drei"]
        assert all(found.find(id=link[1:]) for link in links)

    def test_headings_of_any_language_lead_to_themselves(self, city):
        words = ("Gebühr", "الرسوم", "Вартість", "Gebühr", "Inhalt", "Suche")
        factories.ContentPageFactory(parent=city.home, title="Viele Sprachen", body=self.body(*words))
        found = page("/viele-sprachen/")
        links = [link["href"][1:] for link in found.select(".in-page-contents a")]
        assert [found.find(id=link).text for link in links] == list(words)
        ids = [element["id"] for element in found.find_all(id=True)]
        assert len(ids) == len(set(ids))

    def test_two_headings_need_none(self, city):
        factories.ContentPageFactory(parent=city.home, title="Kurz", body=self.body("Eins", "Zwei"))
        assert not page("/kurz/").select(".in-page-contents")


def test_a_page_ends_with_who_answers_for_it_and_when_it_was_checked(city):
    department = factories.DepartmentFactory(name="Amt für Bürgerservice")
    factories.ContentPageFactory(parent=city.home, title="Wohnen", department=department, reviewed_on=date(2026, 11, 2))
    text = " ".join(page("/wohnen/").main.text.split())
    assert "Zuletzt geprüft am 2. November 2026" in text
    assert "Amt für Bürgerservice" in text
