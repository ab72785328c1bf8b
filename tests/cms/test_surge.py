"""Many requests, or requests that had to wait: everybody is coming at once."""

import pytest

from cms.surge import MANY, Surge

NOW = 1_795_000_000.5


@pytest.mark.parametrize(("waited", "is_on"), [(0.0, False), (0.05, False), (0.2, True), (9.0, True)])
def test_a_long_queue_is_a_surge(waited, is_on):
    assert Surge().is_on(NOW - waited, NOW) is is_on


def test_many_requests_in_a_second_are_a_surge():
    surge = Surge()
    answers = [surge.is_on(NOW, NOW) for _ in range(MANY + 1)]

    assert answers == [False] * MANY + [True]


def test_it_lasts_into_the_next_second_and_no_longer():
    surge = Surge()
    for _ in range(MANY + 1):
        surge.is_on(NOW, NOW)

    assert surge.is_on(NOW + 1, NOW + 1)
    assert not surge.is_on(NOW + 2, NOW + 2)


def test_after_a_pause_nothing_is_left_of_it():
    surge = Surge()
    for _ in range(MANY + 1):
        surge.is_on(NOW, NOW)

    assert not surge.is_on(NOW + 5, NOW + 5)
