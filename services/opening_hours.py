"""Weekly hours as sentences: pure functions but for the clock and the page's `valid_until`.

Never a bare "geöffnet": the sentence names the day, and says when nobody is let in without an appointment.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from cms import clock, freshness

WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")


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
        parts = [_span_text(span) for span in _of_day(spans, number)]
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
    today = _of_day(spans, now.weekday())
    start = f"Heute, {WEEKDAYS[now.weekday()]},"
    if running := running_span(spans, now):
        return f"{start} bis {clock_text(running.closes)}{_terms(running, by_appointment_only)}."
    if later := next((span for span in today if now.time() < span.opens), None):
        return f"{start} ab {clock_text(later.opens)}{_terms(later, by_appointment_only)}."
    following = _next_day(spans, now.weekday())
    again = f"Wieder am {WEEKDAYS[following.weekday]} ab {clock_text(following.opens)}"
    over = " mehr" if today else ""
    return f"{start} keine Sprechzeit{over}. {again}{_terms(following, by_appointment_only)}."


def running_span(spans: list[Span], now: datetime) -> Span | None:
    """Return the span that holds `now`, None outside all of them."""
    return next((span for span in _of_day(spans, now.weekday()) if span.opens <= now.time() < span.closes), None)


def runs_now(spans: list[Span]) -> bool | None:
    """Return whether a span runs at this moment; None without any hours."""
    return running_span(spans, clock.now()) is not None if spans else None


def next_change(spans: list[Span], now: datetime) -> datetime:
    """Return the first instant after `now` at which the sentence changes; at the latest the next midnight."""
    midnight = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
    edges = [edge for span in _of_day(spans, now.weekday()) for edge in (span.opens, span.closes) if edge > now.time()]
    return min([midnight, *(datetime.combine(now.date(), edge, now.tzinfo) for edge in edges)])


def clock_text(moment: time) -> str:
    """Return "8 Uhr" or "8:30 Uhr"."""
    return f"{moment.hour}:{moment.minute:02} Uhr" if moment.minute else f"{moment.hour} Uhr"


def _of_day(spans: list[Span], weekday: int) -> list[Span]:
    return sorted((span for span in spans if span.weekday == weekday), key=lambda span: span.opens)


def _next_day(spans: list[Span], weekday: int) -> Span:
    return min(spans, key=lambda span: ((span.weekday - weekday - 1) % 7, span.opens))


def _span_text(span: Span) -> str:
    opens, closes = clock_text(span.opens).removesuffix(" Uhr"), clock_text(span.closes)
    extra = ", ".join(part for part in ("nur mit Termin" if span.by_appointment else "", span.note) if part)
    return f"{opens}–{closes}" + (f" ({extra})" if extra else "")


def _terms(span: Span, by_appointment_only: bool) -> str:
    terms = ("nur mit Termin" if span.by_appointment or by_appointment_only else "", span.note)
    return "".join(f", {term}" for term in terms if term)
