"""The sentences about hours. They name the day, because a page may be read later than it was made (design: freshness).

Never a bare "geöffnet": whoever reads it learns until when, and whether somebody is let in without an appointment.
Each sentence is one text with places, so that other languages can put the words in their own order.
"""

from datetime import date, datetime, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext

from services.opening_hours.schedule import DayHours, Opening, Schedule
from services.opening_hours.spans import WEEKDAYS, Span, bare_clock, clock_text

WEEK = timedelta(days=7)


def sentence(schedule: Schedule, at: datetime, today: DayHours, nearest: Span | Opening | None) -> str:
    """Return what is true at `at`: "Heute, Montag, bis 18 Uhr, nur mit Termin.".

    `nearest` is the running span, the next opening while none runs, None if there is none.
    """
    words = {"day": WEEKDAYS[at.weekday()]}
    if isinstance(nearest, Span):
        text = gettext("Heute, %(day)s, bis %(time)s") % (words | {"time": clock_text(nearest.closes)})
        return f"{_with(text, _terms(nearest, schedule))}{_remark(nearest.note, today)}."
    if nearest and nearest.day == at.date():
        span = nearest.span
        text = gettext("Heute, %(day)s, ab %(time)s") % (words | {"time": clock_text(span.opens)})
        return f"{_with(text, _terms(span, schedule))}{_remark(span.note, today)}."
    parts = [f"{_over(today) % words}{_remark('', today)}.", *_emergencies(schedule, at)]
    if nearest:
        parts.append(_again(nearest, schedule, at))
    return " ".join(parts)


def closed_between(first_day: date, last_day: date, reason: str = "") -> str:
    """Return "24. Dezember bis 1. Januar geschlossen (Betriebsferien)"."""
    extra = f" ({reason})" if reason else ""
    return gettext("%(days)s geschlossen") % {"days": day_range(first_day, last_day)} + extra


def day_range(first_day: date, last_day: date) -> str:
    """Return "24. Dezember bis 1. Januar", "24. bis 30. Dezember", "24. Dezember"."""
    if first_day == last_day:
        return day_text(first_day)
    if (first_day.year, first_day.month) == (last_day.year, last_day.month):
        return gettext("%(number)s. bis %(last)s") % {"number": first_day.day, "last": day_text(last_day)}
    return gettext("%(first)s bis %(last)s") % {"first": day_text(first_day), "last": day_text(last_day)}


def day_text(day: date) -> str:
    """Return "24. Dezember"."""
    return date_format(day, gettext("j. F"))


def _over(today: DayHours) -> str:
    if today.is_closed:
        return gettext("Heute, %(day)s, geschlossen")
    return (
        gettext("Heute, %(day)s, keine Sprechzeit mehr") if today.spans else gettext("Heute, %(day)s, keine Sprechzeit")
    )


def _again(opening: Opening, schedule: Schedule, at: datetime) -> str:
    words = {"day": WEEKDAYS[opening.day.weekday()], "time": clock_text(opening.span.opens)}
    if opening.day - at.date() > WEEK:
        # "Wieder am Montag" would be taken for the next one.
        text = gettext("Wieder am %(day)s, %(date)s, ab %(time)s") % (words | {"date": day_text(opening.day)})
    else:
        text = gettext("Wieder am %(day)s ab %(time)s") % words
    return f"{_with(text, _terms(opening.span, schedule))}."


def _emergencies(schedule: Schedule, at: datetime) -> list[str]:
    return [
        f"{_with(_emergency(bare_clock(row.opens), clock_text(row.closes)), row.note)}."
        for row in schedule.emergencies
        if row.day == at.date() and at.time() < row.closes
    ]


def _emergency(opens: str, closes: str) -> str:
    return gettext("Notdienst von %(opens)s bis %(closes)s") % {"opens": opens, "closes": closes}


def _terms(span: Span, schedule: Schedule) -> str:
    return gettext("nur mit Termin") if span.by_appointment else schedule.walk_in_terms


def _remark(note: str, today: DayHours) -> str:
    remark = ", ".join(part for part in (note, today.reason) if part)
    return f" ({remark})" if remark else ""


def _with(text: str, more: str) -> str:
    return gettext("%(text)s, %(more)s") % {"text": text, "more": more} if more else text
