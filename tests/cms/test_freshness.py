"""What a request knows about time: the generation, the earliest change, and what a process remembers of both."""

import threading
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cms import freshness

BERLIN = ZoneInfo("Europe/Berlin")
SOON = datetime(2026, 11, 24, 12, 0, tzinfo=BERLIN)
LATER = datetime(2026, 11, 24, 18, 0, tzinfo=BERLIN)


@pytest.fixture
def state():
    yield freshness.begin(7)
    freshness.end()


def test_the_earliest_instant_wins(state):
    for instant in (LATER, SOON, None, LATER):
        freshness.valid_until(instant)

    assert state.until == SOON


def test_a_page_that_never_changes_by_itself_says_so(state):
    assert state.etag("b1") == 'W/"b1-7-0"'


def test_the_tag_names_build_generation_and_end(state):
    freshness.valid_until(SOON)

    assert state.etag("b1") == f'W/"b1-7-{int(SOON.timestamp())}"'


def test_outside_a_request_nothing_is_said_and_nothing_remembered():
    freshness.valid_until(SOON)
    made = [freshness.remember("menu", lambda: object()) for _ in range(2)]

    assert made[0] is not made[1]


def test_within_a_generation_things_are_made_once(state):
    made = [freshness.remember("menu", lambda: object()) for _ in range(2)]

    assert made[0] is made[1]


def test_a_new_generation_forgets_everything(state):
    old = freshness.remember("menu", lambda: "old")
    freshness.begin(8)

    assert (old, freshness.remember("menu", lambda: "new")) == ("old", "new")


def test_a_restored_database_may_count_from_an_older_number(state):
    freshness.remember("menu", lambda: "new")
    freshness.begin(3)

    assert [freshness.remember("menu", lambda: "restored") for _ in range(2)] == ["restored", "restored"]
    assert freshness.remember("menu", lambda: "again") == "restored"


def test_requests_of_other_threads_do_not_set_our_end(state):
    thread = threading.Thread(target=freshness.valid_until, args=(SOON,))
    thread.start()
    thread.join()

    assert state.until is None
