"""The sentence about today, against a reference that tries every minute."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cms import freshness
from services.opening_hours import WEEKDAYS, Day, Span, next_change, runs_now, sentence, sentence_for_today, week

BERLIN = ZoneInfo("Europe/Berlin")
MINUTE = timedelta(minutes=1)
# The nights on which the clock changes, and a quiet week between them.
SPRING, AUTUMN, QUIET = datetime(2026, 3, 29), datetime(2026, 10, 25), datetime(2026, 11, 23)

times = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))


@st.composite
def spans(draw) -> Span:
    opens, closes = sorted(draw(st.lists(times, min_size=2, max_size=2, unique=True)))
    return Span(draw(st.integers(0, 6)), opens, closes, draw(st.booleans()))


hours = st.lists(spans(), min_size=1, max_size=6)
# Some minute of the day before, the day itself or the day after one of the three.
moments = st.builds(
    lambda day, minutes: (day.replace(tzinfo=BERLIN).astimezone(UTC) + minutes * MINUTE).astimezone(BERLIN),
    st.sampled_from([SPRING, AUTUMN, QUIET]),
    st.integers(-24 * 60, 48 * 60),
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


def let_in(found: list[Span], weekday: int, minute: int) -> set[bool]:
    """Return the terms on which people are let in at this minute: True is with an appointment only."""
    clock = time(*divmod(minute, 60))
    return {span.by_appointment for span in found if span.weekday == weekday and span.opens <= clock < span.closes}


def reference(found: list[Span], now: datetime) -> tuple[str, int, int, bool]:
    """Return (bis | ab, weekday, minute, only with appointment), minute by minute."""
    minute = now.hour * 60 + now.minute
    if running := let_in(found, now.weekday(), minute):
        terms = min(running)
        while minute < 24 * 60 and terms in let_in(found, now.weekday(), minute):
            minute += 1
        return "bis", now.weekday(), minute, terms
    day, first = now.weekday(), minute
    for _ in range(8):
        for number in range(first, 24 * 60):
            if terms := let_in(found, day % 7, number):
                return "ab", day % 7, number, min(terms)
        day, first = day + 1, 0
    raise AssertionError("hours never come")


def clock_words(minute: int) -> str:
    hour, rest = divmod(minute, 60)
    return f"{hour}:{rest:02} Uhr" if rest else f"{hour} Uhr"


@settings(max_examples=400, deadline=None)
@given(hours, moments)
def test_the_sentence_says_what_a_minute_by_minute_look_finds(found, now):
    kind, weekday, minute, terms = reference(found, now)
    text = sentence(found, now)
    assert text.startswith(f"Heute, {WEEKDAYS[now.weekday()]}, ")
    ending = f"{kind} {clock_words(minute)}{', nur mit Termin' if terms else ''}."
    assert text.endswith(ending)
    is_today = kind == "bis" or (weekday == now.weekday() and minute > now.hour * 60 + now.minute)
    assert ("Wieder am" in text) is not is_today
    assert is_today or f"Wieder am {WEEKDAYS[weekday]} {ending}" in text


@settings(max_examples=400, deadline=None)
@given(hours, moments, st.booleans())
def test_the_sentence_never_says_open_and_always_names_the_day(found, now, only):
    text = sentence(found, now, only)
    assert "geöffnet" not in text.lower()
    assert WEEKDAYS[now.weekday()] in text
    if only:
        assert "nur mit Termin" in text


@settings(max_examples=400, deadline=None)
@given(hours, moments, st.booleans())
@example([Span(6, time(2, 30), time(5))], at("2026-03-29T01:59"), False)
@example([Span(6, time(2, 30), time(5))], at("2026-10-25T02:45"), False)
@example([Span(6, time(2, 30), time(5))], at("2026-10-25T02:15").replace(fold=1), False)
def test_the_sentence_stays_until_the_next_change(found, now, only):
    change = next_change(found, now).astimezone(UTC)
    moment = now.astimezone(UTC)
    assert moment < change <= moment + timedelta(hours=25)
    while moment < change:
        assert sentence(found, moment.astimezone(BERLIN), only) == sentence(found, now, only)
        moment += 7 * MINUTE
    last = (change - timedelta(seconds=1)).astimezone(BERLIN)
    assert sentence(found, last, only) == sentence(found, now, only)


@given(hours, moments)
def test_the_next_change_is_no_later_than_midnight(found, now):
    change = next_change(found, now)
    assert (change - timedelta(seconds=1)).date() == now.date()


WEEK = [
    Span(0, time(8), time(12)),
    Span(0, time(13), time(16), by_appointment=True),
    Span(3, time(8, 30), time(18), note="Einlass bis 17:30 Uhr"),
]


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        ("2026-11-23T07:59", "Heute, Montag, ab 8 Uhr."),
        ("2026-11-23T08:00", "Heute, Montag, bis 12 Uhr."),
        ("2026-11-23T12:00", "Heute, Montag, ab 13 Uhr, nur mit Termin."),
        ("2026-11-23T15:59", "Heute, Montag, bis 16 Uhr, nur mit Termin."),
        ("2026-11-23T16:00", "Heute, Montag, keine Sprechzeit mehr. Wieder am Donnerstag ab 8:30 Uhr."),
        ("2026-11-24T10:00", "Heute, Dienstag, keine Sprechzeit. Wieder am Donnerstag ab 8:30 Uhr."),
        ("2026-11-28T10:00", "Heute, Samstag, keine Sprechzeit. Wieder am Montag ab 8 Uhr."),
    ],
)
def test_the_sentence_in_the_words_of_the_town_hall(moment, text):
    assert sentence(WEEK, at(moment)) == text


def test_an_office_by_appointment_says_so_at_every_hour():
    assert sentence(WEEK, at("2026-11-23T09:00"), by_appointment_only=True) == (
        "Heute, Montag, bis 12 Uhr, nur mit Termin."
    )


def test_a_pause_without_length_is_no_pause():
    without_gap = [Span(0, time(8), time(12)), Span(0, time(12), time(16))]
    assert sentence(without_gap, at("2026-11-23T09:00")) == "Heute, Montag, bis 16 Uhr."


def test_the_week_is_a_table_from_monday_on():
    assert week(list(reversed(WEEK))) == [
        Day("Montag", "8–12 Uhr und 13–16 Uhr (nur mit Termin)"),
        Day("Donnerstag", "8:30–18 Uhr (Einlass bis 17:30 Uhr)"),
    ]


def test_without_hours_nothing_is_said():
    assert sentence_for_today([], by_appointment_only=True) == ""
    assert week([]) == []
    assert runs_now([]) is None


def test_the_page_is_told_when_the_sentence_changes():
    with time_machine.travel(at("2026-11-23T09:00"), tick=False):
        state = freshness.begin(1)
        try:
            assert sentence_for_today(WEEK, by_appointment_only=False) == "Heute, Montag, bis 12 Uhr."
        finally:
            freshness.end()
        assert state.until == at("2026-11-23T12:00")
        assert runs_now(WEEK)
