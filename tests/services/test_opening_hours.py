"""The engine of opening hours, against a reference that looks at every minute, and in the words of the town hall."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from services.opening_hours import (
    WEEKDAYS,
    DatedHours,
    Day,
    EmergencyHours,
    Schedule,
    Span,
    State,
    closed_between,
    public_holiday,
    status,
    week,
)
from tests.services.opening_hours_cases import random_case
from tests.services.opening_hours_reference import BERLIN, MINUTE, Second, easter, holiday

CASES = 10_000

cases = st.builds(lambda seed: random_case(Random(seed)), st.integers(0, 2**64))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


def is_known(schedule: Schedule, now: datetime) -> bool:
    second = Second(schedule)
    return bool(schedule.week or second.spans(now.date()) or second.why(now.date())[1])


def test_ten_thousand_schedules_agree_with_a_look_at_every_minute():
    random = Random("Bochum")
    seen = set()
    for _ in range(CASES):
        schedule, now = random_case(random)
        found = status(schedule, now)
        if not is_known(schedule, now):
            assert found.state in {State.UNKNOWN, State.BY_APPOINTMENT}
            continue
        second = Second(schedule)
        # In UTC: times of one zone are compared by the clock on the wall.
        instants = [moment and moment.astimezone(UTC) for moment in (found.opens_at, found.closes_at)]
        expected = (second.state(now), second.sentence(now), second.opens_at(now), second.closes_at(now))
        assert (found.state, found.sentence, *instants) == expected, (schedule, now, now.fold)
        seen.add((found.state, now.fold, bool(second.why(now.date())[0])))
    # All three states, in both passes of the doubled hour, on days like any other and on special ones.
    assert len(seen) == 12


@settings(max_examples=400, deadline=None)
@given(cases)
@example((Schedule((Span(6, time(2, 30), time(5)),)), at("2026-03-29T01:59")))
@example((Schedule((Span(6, time(2, 30), time(5)),)), at("2026-10-25T02:45")))
@example((Schedule((Span(6, time(2, 30), time(5)),)), at("2026-10-25T02:15").replace(fold=1)))
def test_everything_stays_as_it_is_until_the_instant_named(case):
    schedule, now = case
    found = status(schedule, now)
    end = found.valid_until.astimezone(UTC) if found.valid_until else now.astimezone(UTC) + timedelta(days=3)
    moment = now.astimezone(UTC)
    assert moment < end
    while moment < end:
        later = status(schedule, moment.astimezone(BERLIN))
        assert (later.state, later.sentence) == (found.state, found.sentence)
        moment += 7 * MINUTE
    last = status(schedule, (end - timedelta(seconds=1)).astimezone(BERLIN))
    assert (last.state, last.sentence) == (found.state, found.sentence)


@settings(max_examples=400, deadline=None)
@given(cases)
def test_a_sentence_with_times_names_the_day_and_is_over_at_midnight(case):
    schedule, now = case
    found = status(schedule, now)
    if found.state in {State.OPEN, State.CLOSED}:
        assert found.sentence.startswith(f"Heute, {WEEKDAYS[now.weekday()]}, ")
        assert (found.valid_until - timedelta(seconds=1)).date() == now.date()
    assert "geöffnet" not in found.sentence.lower()


@settings(max_examples=400, deadline=None)
@given(cases)
def test_an_office_by_appointment_is_never_open_and_never_closed_while_it_receives(case):
    schedule, now = case
    strict = Schedule(schedule.week, schedule.dated, schedule.emergencies, only_by_appointment=True)
    found = status(strict, now)
    assert found.state != State.OPEN
    if status(schedule, now).is_open:
        assert found.state == State.BY_APPOINTMENT
        assert "nur mit Termin" in found.sentence
        assert "geschlossen" not in found.sentence


@given(st.dates(date(2020, 1, 1), date(2060, 12, 31)))
def test_public_holidays_are_those_of_the_almanac(day):
    assert public_holiday(day) == holiday(day)


def test_easter_of_the_reference_is_right():
    assert [easter(year) for year in (2026, 2027, 2038)] == [date(2026, 4, 5), date(2027, 3, 28), date(2038, 4, 25)]


@pytest.mark.parametrize("day", [date(2026, 12, 24), date(2026, 12, 31), date(2027, 2, 8)])
def test_christmas_eve_the_last_day_of_the_year_and_rosenmontag_are_no_holidays(day):
    assert public_holiday(day) == ""


WEEK = (
    Span(0, time(8), time(12)),
    Span(0, time(13), time(16), by_appointment=True),
    Span(3, time(8, 30), time(18), note="Einlass bis 17:30 Uhr"),
)


def said(schedule: Schedule, moment: str) -> str:
    return status(schedule, at(moment)).sentence


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        ("2026-11-23T07:59", "Heute, Montag, ab 8 Uhr."),
        ("2026-11-23T08:00", "Heute, Montag, bis 12 Uhr."),
        ("2026-11-23T12:00", "Heute, Montag, ab 13 Uhr, nur mit Termin."),
        ("2026-11-23T15:59", "Heute, Montag, bis 16 Uhr, nur mit Termin."),
        ("2026-11-23T16:00", "Heute, Montag, keine Sprechzeit mehr. Wieder am Donnerstag ab 8:30 Uhr."),
        ("2026-11-24T10:00", "Heute, Dienstag, keine Sprechzeit. Wieder am Donnerstag ab 8:30 Uhr."),
        ("2026-11-26T10:00", "Heute, Donnerstag, bis 18 Uhr (Einlass bis 17:30 Uhr)."),
        ("2026-11-28T10:00", "Heute, Samstag, keine Sprechzeit. Wieder am Montag ab 8 Uhr."),
        ("2026-05-14T10:00", "Heute, Donnerstag, geschlossen (Christi Himmelfahrt). Wieder am Montag ab 8 Uhr."),
        ("2026-12-24T10:00", "Heute, Donnerstag, bis 18 Uhr (Einlass bis 17:30 Uhr)."),
    ],
)
def test_the_sentence_in_the_words_of_the_town_hall(moment, text):
    assert said(Schedule(WEEK), moment) == text


WINTER = DatedHours(date(2026, 12, 24), date(2027, 1, 1), reason="Betriebsferien", is_closure=True)


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        ("2026-12-24T10:00", "Heute, Donnerstag, geschlossen (Betriebsferien). Wieder am Montag, 4. Januar, ab 8 Uhr."),
        ("2026-12-25T10:00", "Heute, Freitag, geschlossen (Betriebsferien). Wieder am Montag, 4. Januar, ab 8 Uhr."),
        ("2027-01-01T10:00", "Heute, Freitag, geschlossen (Betriebsferien). Wieder am Montag ab 8 Uhr."),
        ("2027-01-02T10:00", "Heute, Samstag, keine Sprechzeit. Wieder am Montag ab 8 Uhr."),
    ],
)
def test_a_closure_says_why_and_when_it_is_over(moment, text):
    assert said(Schedule(WEEK, (WINTER,)), moment) == text


def test_an_emergency_service_stands_in_the_sentence_until_it_is_over():
    schedule = Schedule(
        WEEK, (WINTER,), (EmergencyHours(date(2026, 12, 30), time(10), time(12), "nur für Bestattungen"),)
    )
    closed, again = "Heute, Mittwoch, geschlossen (Betriebsferien).", "Wieder am Montag ab 8 Uhr."
    assert said(schedule, "2026-12-30T09:00") == f"{closed} Notdienst von 10 bis 12 Uhr, nur für Bestattungen. {again}"
    assert status(schedule, at("2026-12-30T09:00")).valid_until == at("2026-12-30T10:00")
    assert said(schedule, "2026-12-30T12:00") == f"{closed} {again}"


def test_the_shorter_exception_decides():
    week_of_repair = DatedHours(date(2026, 11, 23), date(2026, 11, 27), reason="Umbau")
    thursday = DatedHours(date(2026, 11, 26), date(2026, 11, 26), time(9), time(11), reason="nur Ausgabe")
    schedule = Schedule(WEEK, (week_of_repair, thursday))
    assert said(schedule, "2026-11-23T09:00") == "Heute, Montag, geschlossen (Umbau). Wieder am Donnerstag ab 9 Uhr."
    assert said(schedule, "2026-11-26T09:00") == "Heute, Donnerstag, bis 11 Uhr (nur Ausgabe)."


def test_an_exception_may_have_several_ranges():
    day = date(2026, 11, 24)
    morning, evening = DatedHours(day, day, time(8), time(10)), DatedHours(day, day, time(16), time(18))
    schedule = Schedule(WEEK, (morning, evening))
    assert said(schedule, "2026-11-24T09:00") == "Heute, Dienstag, bis 10 Uhr."
    assert said(schedule, "2026-11-24T12:00") == "Heute, Dienstag, ab 16 Uhr."


def test_hours_for_weeks_do_not_open_an_office_on_a_holiday_those_for_this_day_do():
    summer = DatedHours(date(2026, 5, 1), date(2026, 5, 31), time(9), time(11))
    open_day = DatedHours(date(2026, 5, 14), date(2026, 5, 14), time(10), time(17), reason="Tag der offenen Tür")
    assert "Christi Himmelfahrt" in said(Schedule(WEEK, (summer,)), "2026-05-14T09:30")
    assert said(Schedule(WEEK, (summer, open_day)), "2026-05-14T10:30") == (
        "Heute, Donnerstag, bis 17 Uhr (Tag der offenen Tür)."
    )


def test_an_exception_does_not_make_the_hours_of_a_service_longer():
    day = date(2026, 11, 23)
    schedule = Schedule(WEEK[:1], (DatedHours(day, day, time(10), time(18)),), is_of_service=True)
    assert said(schedule, "2026-11-23T09:00") == "Heute, Montag, ab 10 Uhr."
    assert said(schedule, "2026-11-23T11:00") == "Heute, Montag, bis 12 Uhr."


def test_words_for_visits_without_appointment_stand_where_somebody_has_given_them():
    schedule = Schedule(WEEK, walk_in_terms="ohne Termin")
    assert said(schedule, "2026-11-23T09:00") == "Heute, Montag, bis 12 Uhr, ohne Termin."
    assert said(schedule, "2026-11-23T12:30") == "Heute, Montag, ab 13 Uhr, nur mit Termin."


def test_a_pause_without_length_is_no_pause():
    without_gap = Schedule((Span(0, time(8), time(12)), Span(0, time(12), time(16))))
    assert said(without_gap, "2026-11-23T09:00") == "Heute, Montag, bis 16 Uhr."


def test_a_house_closed_for_years_says_no_day_of_return():
    for_ever = DatedHours(date(2026, 1, 1), date(2029, 1, 1), reason="Sanierung")
    found = status(Schedule(WEEK, (for_ever,)), at("2026-11-23T09:00"))
    assert found.sentence == "Heute, Montag, geschlossen (Sanierung)."
    assert found.opens_at is None
    assert found.is_open is False


@pytest.mark.parametrize(
    ("schedule", "state", "sentence"),
    [
        (Schedule(), State.UNKNOWN, ""),
        (Schedule(only_by_appointment=True), State.BY_APPOINTMENT, "Nur mit Termin."),
        (Schedule(dated=(WINTER,)), State.UNKNOWN, ""),
    ],
)
def test_no_hours_are_not_closed(schedule, state, sentence):
    found = status(schedule, at("2026-11-23T09:00"))
    assert (found.state, found.sentence, found.is_open) == (state, sentence, None)


def test_what_may_begin_tomorrow_is_asked_tomorrow():
    assert status(Schedule(), at("2026-11-23T09:00")).valid_until is None
    assert status(Schedule(dated=(WINTER,)), at("2026-11-23T09:00")).valid_until == at("2026-11-24T00:00")
    assert status(Schedule(dated=(WINTER,)), at("2027-01-02T09:00")).valid_until is None


def test_a_closure_is_known_where_hours_are_not():
    found = status(Schedule(dated=(WINTER,)), at("2026-12-28T09:00"))
    assert (found.state, found.sentence) == (State.CLOSED, "Heute, Montag, geschlossen (Betriebsferien).")


def test_the_week_is_a_table_from_monday_on():
    assert week(reversed(WEEK)) == [
        Day("Montag", "8–12 Uhr und 13–16 Uhr (nur mit Termin)"),
        Day("Donnerstag", "8:30–18 Uhr (Einlass bis 17:30 Uhr)"),
    ]
    assert week([]) == []


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2026, 12, 24), date(2027, 1, 1), "24. Dezember bis 1. Januar geschlossen (Betriebsferien)"),
        (date(2026, 11, 23), date(2026, 11, 27), "23. bis 27. November geschlossen (Betriebsferien)"),
        (date(2026, 11, 23), date(2026, 11, 23), "23. November geschlossen (Betriebsferien)"),
    ],
)
def test_a_closure_in_words(first, last, text):
    assert closed_between(first, last, "Betriebsferien") == text
