"""The sentences about hours. They name the day, because a page may be read later than it was made (design: freshness).

Never a bare "geöffnet": whoever reads it learns until when, and whether somebody is let in without an appointment.
"""

from datetime import date, datetime, timedelta

from services.opening_hours.schedule import DayHours, Opening, Schedule
from services.opening_hours.spans import WEEKDAYS, Span, clock_text

WEEK = timedelta(days=7)
MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)


def sentence(schedule: Schedule, at: datetime, today: DayHours, nearest: Span | Opening | None) -> str:
    """Return what is true at `at`: "Heute, Montag, bis 18 Uhr, nur mit Termin.".

    `nearest` is the running span, the next opening while none runs, None if there is none.
    """
    head = f"Heute, {WEEKDAYS[at.weekday()]},"
    if isinstance(nearest, Span):
        return f"{head} bis {clock_text(nearest.closes)}{_terms(nearest, schedule)}{_remark(nearest.note, today)}."
    if nearest and nearest.day == at.date():
        span = nearest.span
        return f"{head} ab {clock_text(span.opens)}{_terms(span, schedule)}{_remark(span.note, today)}."
    over = "geschlossen" if today.is_closed else "keine Sprechzeit mehr" if today.spans else "keine Sprechzeit"
    parts = [f"{head} {over}{_remark('', today)}.", *_emergencies(schedule, at)]
    if nearest:
        parts.append(_again(nearest, schedule, at))
    return " ".join(parts)


def closed_between(first_day: date, last_day: date, reason: str = "") -> str:
    """Return "24. Dezember bis 1. Januar geschlossen (Betriebsferien)"."""
    extra = f" ({reason})" if reason else ""
    return f"{day_range(first_day, last_day)} geschlossen{extra}"


def day_range(first_day: date, last_day: date) -> str:
    """Return "24. Dezember bis 1. Januar", "24. bis 30. Dezember", "24. Dezember"."""
    if first_day == last_day:
        return day_text(first_day)
    if (first_day.year, first_day.month) == (last_day.year, last_day.month):
        return f"{first_day.day}. bis {day_text(last_day)}"
    return f"{day_text(first_day)} bis {day_text(last_day)}"


def day_text(day: date) -> str:
    """Return "24. Dezember"."""
    return f"{day.day}. {MONTHS[day.month - 1]}"


def _again(opening: Opening, schedule: Schedule, at: datetime) -> str:
    day = WEEKDAYS[opening.day.weekday()]
    if opening.day - at.date() > WEEK:
        # "Wieder am Montag" would be taken for the next one.
        day = f"{day}, {day_text(opening.day)},"
    return f"Wieder am {day} ab {clock_text(opening.span.opens)}{_terms(opening.span, schedule)}."


def _emergencies(schedule: Schedule, at: datetime) -> list[str]:
    return [
        f"Notdienst von {clock_text(row.opens).removesuffix(' Uhr')} bis {clock_text(row.closes)}{_after(row.note)}."
        for row in schedule.emergencies
        if row.day == at.date() and at.time() < row.closes
    ]


def _terms(span: Span, schedule: Schedule) -> str:
    return ", nur mit Termin" if span.by_appointment else _after(schedule.walk_in_terms)


def _remark(note: str, today: DayHours) -> str:
    remark = ", ".join(part for part in (note, today.reason) if part)
    return f" ({remark})" if remark else ""


def _after(text: str) -> str:
    return f", {text}" if text else ""
