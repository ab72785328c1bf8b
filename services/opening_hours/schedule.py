"""What holds on a day: the week, a public holiday, an exception or a closure."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time

from services.opening_hours.public_holidays import public_holiday
from services.opening_hours.spans import Span


@dataclass(frozen=True)
class DatedHours:
    """Hours instead of those of the week from `first_day` to `last_day`, both included; without times: closed."""

    first_day: date
    last_day: date
    opens: time | None = None
    closes: time | None = None
    by_appointment: bool = False
    reason: str = ""
    is_closure: bool = False

    def covers(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    @property
    def rank(self) -> tuple[int, bool]:
        """Smaller decides: the shorter one says more about a day, an exception of the office more than a closure."""
        return ((self.last_day - self.first_day).days, self.is_closure)


@dataclass(frozen=True)
class EmergencyHours:
    """Who is still there on a day of a closure, and for whom: "nur für Bestattungen"."""

    day: date
    opens: time
    closes: time
    note: str = ""


@dataclass(frozen=True)
class DayHours:
    """The spans of one day.

    `is_special`: other hours than those of the week hold. `is_closed`: none do, which is more than a day without hours.
    """

    spans: tuple[Span, ...]
    reason: str = ""
    is_special: bool = False

    @property
    def is_closed(self) -> bool:
        return self.is_special and not self.spans


@dataclass(frozen=True)
class Opening:
    """A span on the day on which it is."""

    day: date
    span: Span


@dataclass(frozen=True)
class Schedule:
    """All hours of one office (or one service at it), for visits or on the phone.

    `week` are the weekly spans, `dated` exceptions and closures, `only_by_appointment` holds for all of them.
    `walk_in_terms` are words for hours without appointment where somebody has said so ("ohne Termin").
    `is_of_service`: longer hours of the office on a day do not make those of the service longer.
    """

    week: tuple[Span, ...] = ()
    dated: tuple[DatedHours, ...] = ()
    emergencies: tuple[EmergencyHours, ...] = ()
    only_by_appointment: bool = False
    walk_in_terms: str = ""
    is_of_service: bool = False
    holiday: Callable[[date], str] = public_holiday

    def on(self, day: date) -> DayHours:
        """Return what holds on `day`.

        The shortest of the exceptions and closures decides. A public holiday gives way to a closure, which says more,
        and to an exception for exactly this day: hours for weeks were not written with the holiday in mind.
        """
        dated = [rule for rule in self.dated if rule.covers(day)]
        rank = min((rule.rank for rule in dated), default=None)
        name = self.holiday(day) if self.week or dated else ""
        if name and (rank is None or (rank > (0, False) and not rank[1])):
            return DayHours((), name, is_special=True)
        if rank is not None:
            return self._on_dated_day(day, [rule for rule in dated if rule.rank == rank])
        return DayHours(tuple(self._on_terms(span) for span in self._of_week(day)))

    def _of_week(self, day: date) -> list[Span]:
        return [span for span in self.week if span.weekday == day.weekday()]

    def _on_dated_day(self, day: date, rules: list[DatedHours]) -> DayHours:
        spans = [
            Span(day.weekday(), rule.opens, rule.closes, rule.by_appointment)
            for rule in rules
            if rule.opens and rule.closes
        ]
        if self.is_of_service:
            spans = [part for span in spans for own in self._of_week(day) if (part := own.within(span))]
        reason = next((rule.reason for rule in rules if rule.reason), "")
        return DayHours(tuple(self._on_terms(span) for span in spans), reason, is_special=True)

    def _on_terms(self, span: Span) -> Span:
        return replace(span, by_appointment=True) if self.only_by_appointment else span
