"""Notices above the page: where, when, in which order, and how many."""

from datetime import timedelta

from django.test import Client

from wagtail.models import Locale

import pytest
import time_machine
from bs4 import BeautifulSoup

from cms import alerts, clock, freshness
from tests.factories import AlertFactory, ServicePageFactory

HOUR = timedelta(hours=1)


@pytest.fixture
def now():
    with time_machine.travel("2026-11-24T12:00:00+01:00", tick=False):
        yield clock.now()


@pytest.fixture
def request_state():
    """The freshness of one request."""
    yield freshness.begin(1)
    freshness.end()


def titles(page) -> list[str]:
    return [alert.title for alert in alerts.active_alerts(page.path)]


def shown(address: str) -> BeautifulSoup:
    return BeautifulSoup(Client().get(address).content, "html.parser")


class TestScope:
    def test_without_a_page_an_alert_stands_everywhere(self, city):
        AlertFactory(title="Überall")
        assert titles(city.home) == titles(city.services) == ["Überall"]
        assert "Überall" in shown("/gibt-es-nicht/").text

    def test_an_alert_of_a_page_stands_there_and_below(self, city):
        service = ServicePageFactory(parent=city.services, title="Perso")
        AlertFactory(title="Nur hier", page=city.services)
        assert titles(city.services) == titles(service) == ["Nur hier"]
        assert titles(city.home) == titles(city.topics) == []
        assert "Nur hier" not in shown("/gibt-es-nicht/").text

    def test_an_alert_of_a_page_stands_on_its_translations_too(self, city):
        english = city.home.copy_for_translation(Locale.objects.create(language_code="en"))
        english.save_revision().publish()
        services = city.services.copy_for_translation(english.locale)
        services.save_revision().publish()
        service = ServicePageFactory(parent=services, title="Identity card", locale=english.locale)
        AlertFactory(title="Nur hier", page=city.services)
        assert titles(services) == titles(service) == titles(city.services) == ["Nur hier"]
        assert titles(english) == []

    def test_the_page_beside_with_a_similar_address_is_not_meant(self, city):
        first = ServicePageFactory(parent=city.services, title="Hund")
        second = ServicePageFactory(parent=city.services, title="Hundesteuer")
        AlertFactory(title="Nur Hund", page=first)
        assert titles(second) == []


class TestWindow:
    def test_planned_and_ended_alerts_are_not_shown(self, city, now):
        AlertFactory(title="Läuft", start=now, end=now + HOUR)
        AlertFactory(title="Kommt", start=now + HOUR)
        AlertFactory(title="War", end=now)
        assert titles(city.home) == ["Läuft"]

    def test_the_page_is_valid_until_the_next_alert_begins_or_ends(self, city, now, request_state):
        AlertFactory(end=now + 3 * HOUR)
        AlertFactory(start=now + 2 * HOUR)
        titles(city.home)
        assert request_state.until == now + 2 * HOUR

    def test_an_alert_of_another_page_does_not_shorten_this_one(self, city, now, request_state):
        AlertFactory(end=now + HOUR, page=city.topics)
        titles(city.services)
        assert request_state.until is None

    def test_an_alert_disappears_on_the_minute(self, city):
        with time_machine.travel("2026-11-24T12:00:00+01:00", tick=False) as traveller:
            AlertFactory(title="Bis eins", end=clock.now() + HOUR)
            assert "Bis eins" in shown("/").text
            traveller.move_to("2026-11-24T13:00:00+01:00")
            assert "Bis eins" not in shown("/").text

    def test_an_old_answer_is_not_confirmed_after_the_change(self, city):
        with time_machine.travel("2026-11-24T12:00:00+01:00", tick=False) as traveller:
            AlertFactory(end=clock.now() + HOUR)
            tag = Client().get("/")["ETag"]
            traveller.move_to("2026-11-24T12:59:59+01:00")
            assert Client().get("/", headers={"if-none-match": tag}).status_code == 304
            traveller.move_to("2026-11-24T13:00:00+01:00")
            assert Client().get("/", headers={"if-none-match": tag}).status_code == 200


class TestOrder:
    def test_the_most_urgent_comes_first_then_the_newest(self, city):
        for level, title in (("info", "I1"), ("warning", "W1"), ("info", "I2"), ("emergency", "E1")):
            AlertFactory(level=level, title=title)
        assert titles(city.home) == ["E1", "W1", "I2"]

    def test_at_most_three_are_shown(self, city):
        for number in range(5):
            AlertFactory(title=f"Hinweis {number}")
        assert len(titles(city.home)) == 3
        assert "Hinweis 0" not in shown("/").text


class TestPage:
    def test_an_emergency_stands_open_and_the_others_fold(self, city):
        AlertFactory(level="emergency", title="Bombenfund", text="Verlassen Sie den Bereich.")
        AlertFactory(level="warning", title="Sturm", text="Bleiben Sie zu Hause.")
        page = shown("/")
        folded = [detail.text for detail in page.find_all("details") if "Sturm" in detail.text]
        assert len(folded) == 1
        assert not any("Bombenfund" in detail.text for detail in page.find_all("details"))
        assert "Verlassen Sie den Bereich." in page.text

    def test_the_text_of_an_alert_is_text(self, city):
        AlertFactory(title="<script>alert(1)</script>", text="<b>fett</b>")
        page = Client().get("/").text
        assert "<script>alert(1)" not in page
        assert "<b>fett</b>" not in page

    def test_alerts_cost_no_statement_on_a_warm_page(self, city, django_assert_num_queries):
        AlertFactory(title="Hinweis", page=city.home)
        freshness.begin(1)
        try:
            titles(city.home)
            with django_assert_num_queries(0):
                assert titles(city.home) == ["Hinweis"]
        finally:
            freshness.end()

    def test_a_changed_alert_is_shown_at_once(self, city, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            alert = AlertFactory(title="Vorher")
        assert "Vorher" in shown("/").text
        with django_capture_on_commit_callbacks(execute=True):
            alert.title = "Nachher"
            alert.save()
        assert "Nachher" in shown("/").text
        with django_capture_on_commit_callbacks(execute=True):
            alert.delete()
        assert "Nachher" not in shown("/").text
