"""Half-open spans of time, with either end open."""

from datetime import UTC, datetime, timedelta

from django.core.exceptions import ValidationError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.models import Alert

SECOND = timedelta(seconds=1)
instants = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)).map(lambda moment: moment.replace(tzinfo=UTC))


@st.composite
def windows(draw) -> Alert:
    start, end = draw(st.none() | instants), draw(st.none() | instants)
    if start and end and end <= start:
        start, end = end, start + SECOND
    return Alert(title="Hinweis", start=start, end=end)


@given(windows(), instants)
def test_a_window_is_open_from_its_start_until_just_before_its_end(window, at):
    begun = window.start is None or at >= window.start
    over = window.end is not None and at >= window.end
    assert window.is_active(at) == (begun and not over)


@given(windows())
def test_the_start_belongs_to_the_window_and_the_end_does_not(window):
    if window.start:
        assert window.is_active(window.start)
        assert not window.is_active(window.start - SECOND)
    if window.end:
        assert not window.is_active(window.end)


@given(windows(), instants, st.lists(st.floats(0, 0.999), min_size=1))
def test_nothing_changes_before_the_next_change(window, at, parts):
    change = window.next_change(at)
    end = change or at + timedelta(days=3650)
    assert change is None or change > at
    for part in parts:
        assert window.is_active(at + (end - at) * part) == window.is_active(at)


@given(windows(), instants)
def test_at_the_next_change_the_answer_is_another(window, at):
    change = window.next_change(at)
    if change:
        assert window.is_active(change) != window.is_active(change - timedelta(microseconds=1))


def test_a_window_without_ends_is_always_open_and_never_changes():
    window = Alert(title="Immer")
    now = datetime(2026, 11, 24, tzinfo=UTC)
    assert window.is_active(now)
    assert window.next_change(now) is None
    window.clean()


@pytest.mark.parametrize("length", [timedelta(0), -SECOND])
def test_a_window_ends_after_it_begins(length):
    start = datetime(2026, 11, 24, tzinfo=UTC)
    with pytest.raises(ValidationError) as caught:
        Alert(title="Verkehrt", start=start, end=start + length).clean()
    assert caught.value.message_dict == {"end": ["Das Ende muss nach dem Anfang liegen."]}
