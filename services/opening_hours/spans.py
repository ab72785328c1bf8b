"""Weekly hours: spans of a weekday, and the table they make."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import time
from functools import reduce

from django.utils.translation import gettext, gettext_lazy, pgettext

WEEKDAYS = (
    *(gettext_lazy("Montag"), gettext_lazy("Dienstag"), gettext_lazy("Mittwoch"), gettext_lazy("Donnerstag")),
    *(gettext_lazy("Freitag"), gettext_lazy("Samstag"), gettext_lazy("Sonntag")),
)


@dataclass(frozen=True)
class Span:
    """Half-open local time [opens, closes) on a weekday (0 = Monday)."""

    weekday: int
    opens: time
    closes: time
    by_appointment: bool = False
    note: str = ""

    def holds(self, moment: time) -> bool:
        return self.opens <= moment < self.closes

    def within(self, other: "Span") -> "Span | None":
        """Return the part of this span that lies in the other, on the stricter terms; None without any."""
        opens, closes = max(self.opens, other.opens), min(self.closes, other.closes)
        if opens >= closes:
            return None
        by_appointment = self.by_appointment or other.by_appointment
        return replace(self, opens=opens, closes=closes, by_appointment=by_appointment)


@dataclass(frozen=True)
class Day:
    """A line of the weekly table: `day` is the name, `text` the hours in words."""

    day: str
    text: str


def week(spans: Iterable[Span]) -> list[Day]:
    """Return one line per weekday that has hours, Monday first; empty without any hours."""
    in_order = sorted(spans, key=lambda span: span.opens)
    lines = []
    for number, name in enumerate(WEEKDAYS):
        parts = [span_text(span) for span in in_order if span.weekday == number]
        if parts:
            lines.append(Day(str(name), spans_text(parts)))
    return lines


def joined(spans: Iterable[Span]) -> list[Span]:
    """Return the spans of one day in order of their beginning; what follows without a gap on the same terms is one.

    A remark stays only where it holds for the whole of it.
    """
    found: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.by_appointment, span.opens)):
        last = found[-1] if found else None
        if last and last.by_appointment == span.by_appointment and span.opens <= last.closes:
            note = last.note if last.note == span.note else ""
            found[-1] = replace(last, closes=max(last.closes, span.closes), note=note)
        else:
            found.append(span)
    return sorted(found, key=lambda span: (span.opens, span.by_appointment))


def span_text(span: Span) -> str:
    """Return "8–12 Uhr", "13–16 Uhr (nur mit Termin)"."""
    times = gettext("%(opens)s–%(closes)s Uhr") % {"opens": bare_clock(span.opens), "closes": bare_clock(span.closes)}
    extra = ", ".join(part for part in (gettext("nur mit Termin") if span.by_appointment else "", span.note) if part)
    return f"{times} ({extra})" if extra else times


def spans_text(parts: Iterable[str]) -> str:
    """Return the hours of a day: "8–12 Uhr und 13–16 Uhr", "" without any."""
    parts = list(parts)
    return reduce(
        lambda first, second: gettext("%(first)s und %(second)s") % {"first": first, "second": second}, parts or [""]
    )


def clock_text(moment: time) -> str:
    """Return "8 Uhr" or "8:30 Uhr"."""
    return gettext("%(time)s Uhr") % {"time": bare_clock(moment)}


def bare_clock(moment: time) -> str:
    """Return "8" or "8:30"; where nobody says "Uhr", "8:00"."""
    if moment.minute:
        return f"{moment.hour}:{moment.minute:02}"
    return pgettext("volle Stunde", "%(hour)s") % {"hour": moment.hour}
