"""Weekly hours as sentences: pure functions but for the clock and the page's `valid_until`.

Never a bare "geöffnet": the sentence names the day, and says when nobody is let in without an appointment.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta

from cms import clock, freshness

WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Span:
    """Half-open local time [opens, closes) on a weekday (0 = Monday)."""

    weekday: int
    opens: time
    closes: time
    by_appointment: bool = False
    note: str = ""


@dataclass(frozen=True)
class Day:
    """A line of the weekly table: `day` is the name, `text` the hours in words."""

    day: str
    text: str


def week(spans: list[Span]) -> list[Day]:
    """Return one line per weekday that has hours, Monday first; empty without any hours."""
    lines = []
    for number, name in enumerate(WEEKDAYS):
        parts = [_span_text(span) for span in sorted(_of_day(spans, number), key=lambda span: span.opens)]
        if parts:
            lines.append(Day(name, " und ".join(parts)))
    return lines


def sentence_for_today(spans: list[Span], by_appointment_only: bool) -> str:
    """Return the sentence for now and tell the page when it changes; empty without any hours."""
    if not spans:
        return ""
    now = clock.now()
    freshness.valid_until(next_change(spans, now))
    return sentence(spans, now, by_appointment_only)


def sentence(spans: list[Span], now: datetime, by_appointment_only: bool = False) -> str:
    """Return what is true at `now` (aware, Europe/Berlin), for example "Heute, Montag, bis 18 Uhr, nur mit Termin."."""
    joined = _joined([replace(span, by_appointment=span.by_appointment or by_appointment_only) for span in spans])
    today = _of_day(joined, now.weekday())
    start = f"Heute, {WEEKDAYS[now.weekday()]},"
    if running := running_span(joined, now):
        return f"{start} bis {clock_text(running.closes)}{_terms(running)}."
    if later := next((span for span in today if now.time() < span.opens), None):
        return f"{start} ab {clock_text(later.opens)}{_terms(later)}."
    following = min(joined, key=lambda span: ((span.weekday - now.weekday() - 1) % 7, span.opens, span.by_appointment))
    over = " mehr" if today else ""
    again = f"Wieder am {WEEKDAYS[following.weekday]} ab {clock_text(following.opens)}{_terms(following)}"
    return f"{start} keine Sprechzeit{over}. {again}."


def running_span(spans: list[Span], now: datetime) -> Span | None:
    """Return the span that holds `now`, one without appointment first; None outside all of them."""
    holding = [span for span in _of_day(spans, now.weekday()) if span.opens <= now.time() < span.closes]
    return min(holding, key=lambda span: span.by_appointment, default=None)


def runs_now(spans: list[Span]) -> bool | None:
    """Return whether a span runs at this moment; None without any hours."""
    return running_span(spans, clock.now()) is not None if spans else None


def next_change(spans: list[Span], now: datetime) -> datetime:
    """Return an instant after `now` up to which the sentence stays as it is; at the latest the next midnight.

    Before a change of the clock it is the next full hour: hours then come twice or not at all.
    """
    midnight = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
    edges = {edge for span in _of_day(spans, now.weekday()) for edge in (span.opens, span.closes) if edge > now.time()}
    instants = [midnight, *(datetime.combine(now.date(), edge, now.tzinfo).replace(fold=now.fold) for edge in edges)]
    # In UTC, because two times of one zone are compared by the clock on the wall.
    first = min(instant.astimezone(UTC) for instant in instants)
    if now.utcoffset() != midnight.utcoffset():
        first = min(first, now.astimezone(UTC).replace(minute=0, second=0, microsecond=0) + HOUR)
    return first.astimezone(now.tzinfo)


def clock_text(moment: time) -> str:
    """Return "8 Uhr" or "8:30 Uhr"."""
    return f"{moment.hour}:{moment.minute:02} Uhr" if moment.minute else f"{moment.hour} Uhr"


def _of_day(spans: list[Span], weekday: int) -> list[Span]:
    return [span for span in spans if span.weekday == weekday]


def _joined(spans: list[Span]) -> list[Span]:
    """Return the spans in order of their beginning; what follows without a gap on the same terms is one."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.weekday, span.by_appointment, span.opens)):
        last = found[-1] if found else None
        same = last and (last.weekday, last.by_appointment) == (span.weekday, span.by_appointment)
        if last and same and span.opens <= last.closes:
            found[-1] = replace(last, closes=max(last.closes, span.closes))
        else:
            found.append(span)
    return sorted(found, key=lambda span: (span.opens, span.by_appointment))


def _span_text(span: Span) -> str:
    opens, closes = clock_text(span.opens).removesuffix(" Uhr"), clock_text(span.closes)
    extra = ", ".join(part for part in ("nur mit Termin" if span.by_appointment else "", span.note) if part)
    return f"{opens}–{closes}" + (f" ({extra})" if extra else "")


def _terms(span: Span) -> str:
    return ", nur mit Termin" if span.by_appointment else ""
