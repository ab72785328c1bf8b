"""Journeys: steps with and/or, what is done stands in the address only, services know their journeys."""

from types import SimpleNamespace

from django.test import Client

from wagtail.models import Locale
from wagtail.test.utils.form_data import inline_formset

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from services import journey_progress
from services.journeys import journeys_of
from services.models import JourneyPage, JourneyStep, StepLink
from tests import factories
from tests.editor import errors, form_data, save

steps = st.lists(
    st.builds(
        lambda logic, is_optional: SimpleNamespace(logic=logic, is_optional=is_optional),
        st.sampled_from(["number", "and", "or"]),
        st.booleans(),
    ),
    max_size=12,
)
numbers = st.sets(st.integers(1, 12))


class TestProgress:
    @given(steps)
    def test_every_step_stands_in_one_part_in_order(self, found):
        groups = journey_progress.groups(found)
        listed = [number for group in groups for part in group.parts for number in part.numbers]
        assert listed == list(range(1, len(found) + 1))
        assert [group.number for group in groups] == list(range(1, len(groups) + 1))

    @given(steps, numbers)
    def test_everything_needed_is_done_when_every_part_has_a_step_done(self, found, done):
        groups = journey_progress.groups(found)
        finished, total = journey_progress.counted(groups, done)
        assert 0 <= finished <= total
        needed = [part for group in groups for part in group.parts if not part.is_optional]
        assert (finished == total) == all(done & set(part.numbers) for part in needed)

    @given(steps, numbers)
    def test_only_alternatives_of_what_is_done_are_spared(self, found, done):
        groups = journey_progress.groups(found)
        spared = journey_progress.spared(groups, done)
        assert not spared & done
        for number in spared:
            (part,) = [part for group in groups for part in group.parts if number in part.numbers]
            assert done & set(part.numbers)

    @given(numbers)
    def test_the_address_says_all_and_only_what_is_done(self, done):
        part = journey_progress.part_of_address(done)
        text = part.removeprefix("erledigt/").removesuffix("/")
        assert journey_progress.parse(text) == (sorted(done) if done else None)

    @given(numbers, st.integers(1, 12))
    def test_changing_ones_mind_twice_changes_nothing(self, done, number):
        once = journey_progress.toggled(done, number)
        assert (number in once) != (number in done)
        assert set(journey_progress.toggled(once, number)) == done

    @pytest.mark.parametrize("text", ["", "1-", "-1", "1--2", "a", "1,2", "1234", "١", "1-2x", " 1"])
    def test_other_words_are_no_progress(self, text):
        assert journey_progress.parse(text) is None


BASE = "/lebenslagen/umzug/schritt-fuer-schritt/"


@pytest.fixture
def journey(city):
    topic = factories.TopicPageFactory(parent=city.life_situations, title="Umzug", kind="life_situation")
    page = factories.JourneyPageFactory(parent=topic, title="Umzug Schritt für Schritt", slug="schritt-fuer-schritt")
    service = factories.ServicePageFactory(parent=city.services, title="Wohnsitz anmelden", appointment="required")
    page.steps = [
        JourneyStep(title="Kündigen", text="Schriftlich."),
        JourneyStep(title="Wohnsitz anmelden", links=[StepLink(service=service, note="Bringen Sie alle mit.")]),
        JourneyStep(title="Nebenwohnung anmelden", logic="or"),
        JourneyStep(title="Parkausweis beantragen", logic="and", is_optional=True),
        JourneyStep(title="Post", links=[StepLink(url="https://example.org/post", label="Nachsendung")]),
    ]
    page.save_revision().publish()
    return page


def page_at(address: str) -> BeautifulSoup:
    answer = Client().get(address)
    assert answer.status_code == 200, answer
    return BeautifulSoup(answer.content, "html.parser")


def words(part) -> str:
    return " ".join(part.text.split())


class TestPage:
    def test_steps_are_numbered_and_joined_in_words(self, journey):
        titles = [words(title) for title in page_at(BASE).main.ol.find_all("h2")]
        assert titles == [
            "Schritt 1: Kündigen",
            "Schritt 2: Wohnsitz anmelden",
            "oder Nebenwohnung anmelden",
            "und Parkausweis beantragen",
            "Schritt 3: Post",
        ]

    def test_a_step_leads_to_its_service_with_short_facts(self, journey):
        step = page_at(BASE).find(id="schritt-2")
        assert step.find("a", href="/leistungen/wohnsitz-anmelden/")
        assert "nur mit Termin" in step.text
        assert "Bringen Sie alle mit." in step.text
        assert page_at(BASE).find("a", href="https://example.org/post")

    def test_optional_steps_say_so(self, journey):
        assert "nur wenn nötig" in page_at(BASE).find(id="schritt-4").text

    def test_every_step_has_a_plain_link_that_changes_the_address_only(self, journey):
        answer = Client().get(BASE)
        page = BeautifulSoup(answer.content, "html.parser")
        links = [link["href"] for link in page.select(".journey__toggle a")]
        assert links == [f"{BASE}erledigt/{number}/#schritt-{number}" for number in range(1, 6)]
        assert not answer.cookies
        assert page.main.find("form") is None

    def test_what_is_done_is_said_and_can_be_taken_back(self, journey):
        page = page_at(f"{BASE}erledigt/1-3/")
        assert "1 von 3" not in words(page.main)
        assert "2 von 3 nötigen Schritten erledigt" in words(page.main)
        done = page.find(id="schritt-3")
        assert "erledigt" in done.find(class_="tag").text
        assert done.select_one(".journey__toggle a")["href"] == f"{BASE}erledigt/1/#schritt-3"
        assert "nicht mehr nötig" in page.find(id="schritt-2").text
        assert (page.progress["value"], page.progress["max"]) == ("2", "3")

    def test_all_done_is_said(self, journey):
        assert "Alle nötigen Schritte sind erledigt." in page_at(f"{BASE}erledigt/1-2-5/").main.text

    @pytest.mark.parametrize(
        ("part", "target"),
        [("3-1", "erledigt/1-3/"), ("1-1", "erledigt/1/"), ("01", "erledigt/1/"), ("1-99", "erledigt/1/"), ("0", "")],
    )
    def test_one_state_has_one_address(self, journey, part, target):
        answer = Client().get(f"{BASE}erledigt/{part}/")
        assert (answer.status_code, answer["Location"]) == (302, f"{BASE}{target}")

    @pytest.mark.parametrize("part", ["erledigt/", "erledigt/x/", "erledigt/1/2/", "anders/"])
    def test_other_parts_do_not_exist(self, journey, part):
        assert Client().get(f"{BASE}{part}").status_code == 404

    def test_only_the_journey_itself_is_for_search_engines(self, journey):
        page = page_at(f"{BASE}erledigt/1/")
        assert page.find("meta", attrs={"name": "robots"})["content"] == "noindex"
        assert page.find("link", rel="canonical")["href"].endswith(BASE)
        assert page_at(BASE).find("meta", attrs={"name": "robots"}) is None

    def test_a_service_that_is_not_live_is_left_out(self, journey):
        StepLink.objects.exclude(service=None).get().service.unpublish()
        assert page_at(BASE).find(id="schritt-2").find("a", class_="journey-links__link") is None

    def test_the_life_situation_shows_its_journeys_first(self, journey):
        main = page_at("/lebenslagen/umzug/").main
        assert main.find("h2").text == "Schritt für Schritt"
        assert main.find("a", href=BASE)

    def test_forty_steps_cost_as_much_as_five(self, city, journey, django_assert_max_num_queries):
        for number in range(35):
            step = JourneyStep.objects.create(page=journey, title=f"Schritt {number}", sort_order=10 + number)
            service = factories.ServicePageFactory(parent=city.services, title=f"Leistung {number}")
            StepLink.objects.create(step=step, service=service)
        Client().get(BASE)
        with django_assert_max_num_queries(10):
            Client().get(f"{BASE}erledigt/1-7-30/")


def test_a_translated_journey_leads_to_translated_services(city, journey):
    english = Locale.objects.create(language_code="en")
    service = StepLink.objects.exclude(service=None).get().service
    for page in (city.home, city.services, service, city.life_situations, journey.get_parent().specific):
        page.copy_for_translation(english).save_revision().publish()
    own = service.get_translation(english)
    own.title = "Register your address"
    own.save_revision().publish()
    page = journey.copy_for_translation(english)
    page.save_revision().publish()
    step = page_at(page.get_url()).find(id="schritt-2")
    assert step.find("a", href=own.get_url()).text == "Register your address"
    assert [(item.url, item.language) for item in journeys_of(own)] == [(page.get_url(), "")]
    page.refresh_from_db()
    page.unpublish()
    assert [(item.title, item.language) for item in journeys_of(own)] == [(journey.title, "de")]
    link = page_at(own.get_url()).select_one(".part-of__link")
    assert (link.text, link["lang"]) == (journey.title, "de")


class TestPartOf:
    def test_a_service_knows_the_journeys_it_is_part_of(self, city, journey, django_assert_num_queries):
        service = StepLink.objects.exclude(service=None).get().service
        # The addresses of the site and the German locale are known in every request.
        assert journey.get_url() == BASE
        with django_assert_num_queries(3):
            found = journeys_of(service)
        assert [(item.title, item.url) for item in found] == [("Umzug Schritt für Schritt", BASE)]
        assert journeys_of(factories.ServicePageFactory(parent=city.services, title="Perso")) == []

    def test_each_journey_is_named_once_and_only_while_it_is_live(self, journey):
        link = StepLink.objects.exclude(service=None).get()
        StepLink.objects.create(step=JourneyStep.objects.first(), service=link.service)
        assert len(journeys_of(link.service)) == 1
        journey.unpublish()
        assert journeys_of(link.service) == []


def step(title: str, *links: dict, logic: str = "number") -> dict:
    return {"title": title, "logic": logic, "links": inline_formset(list(links))}


class TestEditor:
    @pytest.fixture
    def page(self, city):
        topic = factories.TopicPageFactory(parent=city.life_situations, title="Umzug", kind="life_situation")
        return factories.JourneyPageFactory(parent=topic)

    def test_a_journey_is_saved_and_drawn(self, city, page, editor):
        service = factories.ServicePageFactory(parent=city.services, title="Perso")
        rows = [step("Packen", {"service": service.pk}), step("Fahren"), step("Laufen", logic="or")]
        answer = save(editor, page, rows={"steps": rows})
        assert answer.status_code == 302, errors(answer)
        assert JourneyPage.objects.get(pk=page.pk).steps.get(title="Packen").links.get().service == service
        form = BeautifulSoup(editor.get(f"/admin/pages/{page.pk}/edit/").content, "html.parser")
        assert len(form.find(class_="graph-picture").find_all("rect")) == 3
        assert "„Fahren“ oder „Laufen“" in form.text

    def test_the_first_step_has_nothing_to_join(self, page, editor):
        answer = save(editor, page, rows={"steps": [step("Packen", logic="or")]})
        assert errors(answer) == {
            "steps.0.logic": ["Vor „Packen“ steht kein Schritt, an den „und“ oder „oder“ anschließen kann."]
        }

    def test_a_step_leads_to_a_service_once(self, city, page, editor):
        service = factories.ServicePageFactory(parent=city.services, title="Perso")
        answer = save(editor, page, rows={"steps": [step("Packen", {"service": service.pk}, {"service": service.pk})]})
        links = answer.context["form"].formsets["steps"].forms[0].formsets["links"]
        assert links.forms[1].errors == {"service": ["Der Schritt „Packen“ führt schon dorthin."]}

    def test_a_preview_shows_what_is_not_saved_yet(self, page, editor):
        data = form_data(page, rows={"steps": [step("Noch nicht gespeichert")]})
        address = f"/admin/pages/{page.pk}/edit/preview/"
        assert editor.post(address, data).json()["is_valid"]
        assert "Noch nicht gespeichert" in editor.get(f"{address}?mode=").text

    def test_journeys_are_listed_in_the_administration(self, page, editor):
        assert editor.get("/admin/schritt-fuer-schritt/").status_code == 200
