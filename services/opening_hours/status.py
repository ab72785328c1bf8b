"""What is true at an instant: pure functions of a schedule and a time."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from django.utils.translation import gettext

from services.opening_hours import wording
from services.opening_hours.schedule import DayHours, Opening, Schedule
from services.opening_hours.spans import Span, joined

HOUR, ONE_DAY = timedelta(hours=1), timedelta(days=1)
# As far as somebody looks for the next opening: a house may be closed for a year.
HORIZON = 366


class State(StrEnum):
    """OPEN lets people in without appointment; BY_APPOINTMENT is never said as "open" and never as "closed"."""

    OPEN = "open"
    BY_APPOINTMENT = "by_appointment"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Status:
    """What holds at an instant. `sentence` is in the present language and names the day; "" where nothing is known.

    `opens_at` is the next opening while none runs, `closes_at` the end of the running one. `valid_until` is the
    instant up to which all of this stays as it is, at the latest midnight; None: it never changes by itself.
    """

    state: State
    sentence: str
    valid_until: datetime | None
    opens_at: datetime | None = None
    closes_at: datetime | None = None

    @property
    def is_open(self) -> bool | None:
        """Whether hours run, with or without appointment; None where no times are known."""
        if self.opens_at is None and self.closes_at is None and self.state != State.CLOSED:
            return None
        return self.closes_at is not None


def status(schedule: Schedule, at: datetime) -> Status:
    """Return what holds at `at` (aware, in the time zone of the office)."""
    today = schedule.on(at.date())
    if not (schedule.week or today.spans or today.is_closed):
        return _without_hours(schedule, at)
    spans = joined(today.spans)
    running = running_span(spans, at.time())
    following = None if running else next_opening(schedule, at)
    return Status(
        _state(running),
        wording.sentence(schedule, at, today, running or following),
        next_change(_edges(today, schedule, at.date()), at),
        opens_at=instant(following.day, following.span.opens, at) if following else None,
        closes_at=instant(at.date(), running.closes, at) if running else None,
    )


def running_span(spans: list[Span], moment: time) -> Span | None:
    """Return the span that holds `moment`, one without appointment first; None outside all of them."""
    return min((span for span in spans if span.holds(moment)), key=lambda span: span.by_appointment, default=None)


def next_opening(schedule: Schedule, at: datetime) -> Opening | None:
    """Return the first span that begins after `at`, today or within the next year."""
    for ahead in range(HORIZON):
        day = at.date() + ahead * ONE_DAY
        for span in joined(schedule.on(day).spans):
            if ahead or at.time() < span.opens:
                return Opening(day, span)
    return None


def next_change(edges: set[time], at: datetime) -> datetime:
    """Return an instant after `at` up to which nothing changes; at the latest the next midnight.

    `edges` are the times of today at which something begins or ends. Before a change of the clock it is the next full
    hour: times of the day then come twice or not at all.
    """
    midnight = datetime.combine(at.date() + ONE_DAY, time(), at.tzinfo)
    still_to_come = (datetime.combine(at.date(), edge, at.tzinfo) for edge in edges if edge > at.time())
    # In UTC, because two times of one zone are compared by the clock on the wall.
    first = min(moment.replace(fold=at.fold).astimezone(UTC) for moment in (midnight, *still_to_come))
    if at.utcoffset() != midnight.utcoffset():
        first = min(first, at.astimezone(UTC).replace(minute=0, second=0, microsecond=0) + HOUR)
    return first.astimezone(at.tzinfo)


def instant(day: date, moment: time, at: datetime) -> datetime:
    """Return the first instant from `at` on at which the clock on the wall says `moment` on `day`.

    A time that the clock jumps over is the instant of the jump.
    """
    found = [datetime.combine(day, moment, at.tzinfo).replace(fold=fold) for fold in (0, 1)]
    if found[0].astimezone(UTC) > found[1].astimezone(UTC):
        return _jump(day, at)
    later = [candidate for candidate in found if candidate.astimezone(UTC) >= at.astimezone(UTC)]
    return (later or found[-1:])[0]


def _jump(day: date, at: datetime) -> datetime:
    """Return the first instant of `day` with the offset of its evening; clocks change on the hour."""
    evening = datetime.combine(day + ONE_DAY, time(), at.tzinfo)
    moment = datetime.combine(day, time(), at.tzinfo).astimezone(UTC)
    while moment.astimezone(at.tzinfo).utcoffset() != evening.utcoffset():
        moment += HOUR
    return moment.astimezone(at.tzinfo)


def _state(running: Span | None) -> State:
    if running is None:
        return State.CLOSED
    return State.BY_APPOINTMENT if running.by_appointment else State.OPEN


def _edges(today: DayHours, schedule: Schedule, day: date) -> set[time]:
    times = [(span.opens, span.closes) for span in today.spans]
    times += [(row.opens, row.closes) for row in schedule.emergencies if row.day == day]
    return {edge for pair in times for edge in pair}


def _without_hours(schedule: Schedule, at: datetime) -> Status:
    changes = any(at.date() <= rule.last_day for rule in schedule.dated)
    until = datetime.combine(at.date() + ONE_DAY, time(), at.tzinfo) if changes else None
    if schedule.only_by_appointment:
        return Status(State.BY_APPOINTMENT, gettext("Nur mit Termin."), until)
    return Status(State.UNKNOWN, "", until)
