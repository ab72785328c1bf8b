"""Five wrong passwords lock an account for one place for a quarter of an hour; the database alone remembers."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client

import pytest
import time_machine
from axes.models import AccessAttempt, AccessLog

from cms import clock

PASSWORD = "richtig-und-lang-genug"


@pytest.fixture
def editor(city) -> User:
    return User.objects.create_superuser("ada", "ada@bochum.example", PASSWORD)


@pytest.fixture
def log_in(client: Client, editor: User):
    def log_in(password: str, name: str = "ada", address: str = "127.0.0.1"):
        client.logout()
        return client.post("/admin/login/", {"username": name, "password": password}, REMOTE_ADDR=address)

    return log_in


@pytest.fixture
def locked(log_in):
    for _ in range(5):
        answer = log_in("falsch")
    return answer


def test_the_right_password_opens(log_in):
    assert log_in(PASSWORD).status_code == 302


def test_the_fifth_wrong_password_locks_and_says_so_in_german(locked):
    assert locked.status_code == 429
    assert "für 15 Minuten gesperrt" in locked.text
    assert "no-store" in locked["Cache-Control"]


def test_then_the_right_password_does_not_open_either(locked, log_in):
    assert log_in(PASSWORD).status_code == 429


def test_other_accounts_and_other_places_stay_open(locked, log_in, settings):
    User.objects.create_superuser("emmy", "emmy@bochum.example", PASSWORD)
    settings.DEMO = False

    assert log_in(PASSWORD, name="emmy").status_code == 302
    assert log_in(PASSWORD, address="192.0.2.7").status_code == 302


def test_an_ipv6_connection_is_one_place(editor, log_in, settings):
    settings.DEMO = False
    for number in range(5):
        log_in("falsch", address=f"2001:db8::{number}")

    assert log_in(PASSWORD, address="2001:db8::ffff").status_code == 429


def test_many_names_from_one_place_lock_the_place_and_no_other(editor, log_in, settings):
    settings.DEMO, settings.LOGIN_FAILURES_PER_ADDRESS = False, 8
    answers = [log_in("Sommer2026", name=f"name-{number}", address="192.0.2.7").status_code for number in range(9)]

    assert answers == [200] * 7 + [429] * 2
    assert log_in(PASSWORD, address="192.0.2.7").status_code == 429
    assert log_in(PASSWORD, address="192.0.2.8").status_code == 302
    with time_machine.travel(clock.now() + timedelta(minutes=16), tick=False):
        assert log_in(PASSWORD, address="192.0.2.7").status_code == 302


def test_an_own_success_does_not_pay_for_others_mistakes(editor, log_in, settings):
    settings.DEMO, settings.LOGIN_FAILURES_PER_ADDRESS = False, 8
    for number in range(7):
        log_in("Sommer2026", name=f"name-{number}", address="192.0.2.7")
    log_in(PASSWORD, address="192.0.2.7")

    assert log_in("Sommer2026", name="name-8", address="192.0.2.7").status_code == 429


def test_after_a_quarter_of_an_hour_it_opens_again(locked, log_in):
    with time_machine.travel(clock.now() + timedelta(minutes=16), tick=False):
        assert log_in(PASSWORD).status_code == 302


def test_the_lock_does_not_live_in_the_cache(locked, log_in):
    cache.clear()

    assert log_in(PASSWORD).status_code == 429


def test_four_mistakes_are_forgotten_after_success(log_in):
    for _ in range(4):
        log_in("falsch")
    log_in(PASSWORD)
    for _ in range(4):
        log_in("falsch")

    assert log_in(PASSWORD).status_code == 302


def test_no_list_of_who_logged_in_when_is_kept(log_in):
    log_in("falsch")
    log_in(PASSWORD)

    assert not AccessLog.objects.exists()
    assert not AccessAttempt.objects.exists()
