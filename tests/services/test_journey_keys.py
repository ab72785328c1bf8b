"""A step keeps its key: a bookmark says the same however the editors move, add and take away steps."""

from django.test import Client

from wagtail.models import Locale

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from services import journey_progress
from services.journeys import journeys_of
from services.models import JourneyPage, JourneyStep, StepLink
from tests import factories

BASE = "/lebenslagen/umzug/schritt-fuer-schritt/"
keys = st.lists(st.none() | st.integers(1, 99), max_size=12)


class Row:
    def __init__(self, key: int | None):
        self.key = key


@given(keys, st.integers(0, 200))
def test_steps_keep_their_keys_and_new_ones_get_unused_ones(known, last):
    found = journey_progress.keys(map(Row, known), last)
    given_before = [key for key in known if key]
    assert [key for key, old in zip(found, known, strict=True) if old] == given_before
    new = [key for key, old in zip(found, known, strict=True) if not old]
    assert len(set(new)) == len(new)
    assert not new or min(new) > max([last, *given_before])


@pytest.fixture
def journey(city) -> JourneyPage:
    topic = factories.TopicPageFactory(parent=city.life_situations, title="Umzug", kind="life_situation")
    page = JourneyPage(title="Umzug Schritt für Schritt", slug="schritt-fuer-schritt")
    page.steps = [JourneyStep(title="Kündigen"), JourneyStep(title="Packen"), JourneyStep(title="Fahren")]
    topic.add_child(instance=page)
    page.save_revision().publish()
    return JourneyPage.objects.get(pk=page.pk)


def done_at(address: str) -> list[str]:
    page = BeautifulSoup(Client().get(address).content, "html.parser")
    return [" ".join(step.h2.stripped_strings) for step in page.select(".journey__step--done")]


def publish(journey: JourneyPage, *steps: JourneyStep) -> None:
    for position, step in enumerate(steps):
        step.sort_order = position
    journey.steps = steps
    journey.save_revision().publish()


def test_a_bookmark_outlasts_a_step_before_and_a_new_order(journey):
    cancel, pack, drive = journey.steps.all()
    address = f"{BASE}erledigt/{pack.key}/"
    publish(journey, drive, JourneyStep(title="Kartons kaufen"), cancel, pack)
    assert done_at(address) == ["Schritt 4 : Packen"]
    assert JourneyStep.objects.get(title="Kartons kaufen").key == 4


def test_looking_at_a_page_again_gives_no_new_keys(city):
    topic = factories.TopicPageFactory(parent=city.life_situations, title="Heirat", kind="life_situation")
    page = JourneyPage(title="Heirat", slug="heirat", live=False)
    for title in ("Fragen", "Antworten"):
        step = JourneyStep(title=title)
        step.full_clean(exclude=("page",))
        page.steps.add(step)
    topic.add_child(instance=page)
    page.full_clean()
    page.save_revision().publish()
    assert list(JourneyPage.objects.get(pk=page.pk).steps.values_list("key", flat=True)) == [1, 2]


def test_a_key_is_never_given_twice(journey):
    cancel, pack, drive = journey.steps.all()
    publish(journey, cancel, pack)
    publish(journey, cancel, pack, JourneyStep(title="Feiern"))
    assert JourneyStep.objects.get(title="Feiern").key == drive.key + 1
    assert Client().get(f"{BASE}erledigt/{drive.key}/")["Location"] == BASE


def test_the_way_up_from_what_is_done_leads_to_the_life_situation(journey):
    page = BeautifulSoup(Client().get(f"{BASE}erledigt/1/").content, "html.parser")
    trail = page.select(".breadcrumb__item")
    assert trail[-2].a["href"] == "/lebenslagen/umzug/"
    assert (trail[-1].text, trail[-1]["aria-current"]) == ("Umzug Schritt für Schritt", "page")


def test_what_is_done_says_so_beside_its_tick(journey):
    page = BeautifulSoup(Client().get(f"{BASE}erledigt/1/").content, "html.parser")
    words = [" ".join(link.stripped_strings) for link in page.select(".journey__switch")]
    assert words == ["Erledigt – zurücknehmen : Kündigen", "Erledigt : Packen", "Erledigt : Fahren"]


def test_a_translated_service_names_the_german_journey_until_that_is_translated(city, journey):
    service = factories.ServicePageFactory(parent=city.services, title="Wohnsitz anmelden")
    StepLink.objects.create(step=journey.steps.first(), service=service)
    turkish = Locale.objects.create(language_code="tr")
    own = service.copy_for_translation(turkish, copy_parents=True)
    own.save_revision().publish()
    assert [item.url for item in journeys_of(own)] == [BASE]
    translated = journey.copy_for_translation(turkish, copy_parents=True)
    translated.save_revision().publish()
    assert [item.url for item in journeys_of(own)] == [translated.get_url()]


def test_an_older_revision_brings_no_key_back(journey):
    old = journey.save_revision()
    old.publish()
    page = JourneyPage.objects.get(pk=journey.pk)
    page.steps = [*page.steps.all(), JourneyStep(title="Ummelden")]
    page.save_revision().publish()
    page = JourneyPage.objects.get(pk=journey.pk)
    highest = page.last_key
    page.revisions.get(pk=old.pk).publish()
    page = JourneyPage.objects.get(pk=journey.pk)
    assert page.last_key == highest
    page.steps = [*page.steps.all(), JourneyStep(title="Feiern")]
    page.save_revision().publish()
    assert JourneyPage.objects.get(pk=journey.pk).steps.get(title="Feiern").key > highest
