"""Random schedules: the nights on which the clock changes, days around holidays, minutes at which hours begin."""

from datetime import UTC, date, datetime, time
from random import Random

from services.opening_hours import DatedHours, EmergencyHours, Schedule, Span
from tests.services.opening_hours_reference import BERLIN, MINUTE, ONE_DAY, in_minutes

# Both changes of the clock (twice, for holidays are near), Easter, All Saints', the turn of the year, a quiet week.
ANCHORS = [
    *(date(2026, 3, 29), date(2026, 10, 25), date(2027, 3, 28), date(2027, 10, 31)),
    *(date(2026, 4, 5), date(2026, 11, 1), date(2026, 12, 27), date(2026, 11, 23)),
]


def random_case(random: Random) -> tuple[Schedule, datetime]:
    """Return a schedule and an instant near one of the days that are hard."""
    anchor = random.choice(ANCHORS)
    week = [
        Span(random.randrange(7), *random_times(random), random.random() < 0.3) for _ in range(random.randrange(14))
    ]
    dated = [random_rule(random, anchor) for _ in range(random.choice([0, 0, 1, 2, 4]))]
    emergencies = [
        EmergencyHours(anchor + random.randint(-2, 2) * ONE_DAY, *random_times(random), random.choice(["", "nur Fax"]))
        for _ in range(random.randrange(2))
    ]
    schedule = Schedule(tuple(week), tuple(dated), tuple(emergencies), random.random() < 0.2)
    day = datetime.combine(anchor + random.choice([-1, 0, 0, 1]) * ONE_DAY, time(), BERLIN).astimezone(UTC)
    edges = [edge for hours in (*week, *dated, *emergencies) for edge in (hours.opens, hours.closes) if edge]
    minute = random.randrange(24 * 60)
    if edges and random.random() < 0.6:
        minute = in_minutes(random.choice(edges)) + random.randint(-1, 1)
    return schedule, (day + minute * MINUTE).astimezone(BERLIN)


def random_span(random: Random) -> Span:
    return Span(random.randrange(7), *random_times(random), random.random() < 0.3)


def random_rule(random: Random, anchor: date) -> DatedHours:
    first = anchor + random.randint(-10, 6) * ONE_DAY
    last = first + random.choice([0, 0, 0, 1, 4, 8, 19]) * ONE_DAY
    reason = random.choice(["", "Umzug", "Betriebsferien"])
    if random.random() < 0.5:
        return DatedHours(first, last, reason=reason, is_closure=random.random() < 0.5)
    return DatedHours(first, last, *random_times(random), random.random() < 0.3, reason)


def random_times(random: Random) -> tuple[time, time]:
    """Return beginning and end; every third pair lies in the hours of the night in which the clock changes."""
    quarters = range(16) if random.random() < 0.3 else range(24 * 4)
    begin, end = sorted(random.sample(quarters, 2))
    return time(begin // 4, begin % 4 * 15), time(end // 4, end % 4 * 15)
