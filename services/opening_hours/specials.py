"""Days on which other hours hold than in the week: for the list on the page and for machines."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext

from services.opening_hours.schedule import DayHours, Schedule
from services.opening_hours.spans import Span, joined, span_text, spans_text
from services.opening_hours.wording import day_range

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class SpecialDays:
    """Days in a row with the same other hours, or none; both days are included."""

    first_day: date
    last_day: date
    spans: tuple[Span, ...]
    reason: str

    @property
    def days(self) -> str:
        return day_range(self.first_day, self.last_day)

    @property
    def text(self) -> str:
        """Return "geschlossen (Umzug)", "8–12 Uhr (nur mit Termin)"."""
        hours = spans_text(span_text(span) for span in self.spans) or gettext("geschlossen")
        return f"{hours} ({self.reason})" if self.reason else hours


def special_days(schedule: Schedule, first_day: date, number: int) -> list[SpecialDays]:
    """Return what differs from the week on the `number` days from `first_day` on."""
    found: list[SpecialDays] = []
    for day, hours in _differing(schedule, first_day, number):
        spans = tuple(_anytime(span) for span in joined(hours.spans))
        last = found[-1] if found else None
        if last and day - last.last_day == ONE_DAY and (last.spans, last.reason) == (spans, hours.reason):
            found[-1] = SpecialDays(last.first_day, day, spans, hours.reason)
        else:
            found.append(SpecialDays(day, day, spans, hours.reason))
    return found


def _differing(schedule: Schedule, first_day: date, number: int) -> Iterator[tuple[date, DayHours]]:
    for ahead in range(number):
        day = first_day + ahead * ONE_DAY
        hours = schedule.on(day)
        if hours.is_special:
            yield day, hours


def _anytime(span: Span) -> Span:
    """Return the span without its weekday: the same hours on two days are one entry."""
    return Span(0, span.opens, span.closes, span.by_appointment, span.note)
