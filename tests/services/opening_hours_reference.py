"""A slow and obvious second opinion on opening hours: it looks at every minute, and shares no code with the engine."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from services.opening_hours import Schedule

BERLIN = ZoneInfo("Europe/Berlin")
MINUTE, ONE_DAY = timedelta(minutes=1), timedelta(days=1)
DAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
FIXED_HOLIDAYS = {
    (1, 1): "Neujahr",
    (5, 1): "Erster Mai",
    (10, 3): "Tag der Deutschen Einheit",
    (11, 1): "Allerheiligen",
    (12, 25): "Erster Weihnachtstag",
    (12, 26): "Zweiter Weihnachtstag",
}
AFTER_EASTER = {
    -2: "Karfreitag",
    1: "Ostermontag",
    39: "Christi Himmelfahrt",
    50: "Pfingstmontag",
    60: "Fronleichnam",
}


@dataclass
class Second:
    """The second opinion on one schedule. A minute is None (nobody) or says if it needs an appointment."""

    schedule: Schedule
    days: dict[date, list[bool | None]] = field(default_factory=dict)

    def sentence(self, at: datetime) -> str:
        today, minute = at.date(), at.hour * 60 + at.minute
        minutes, reason, closed = self.minutes(today), *self.why(today)
        head = f"Heute, {DAYS[today.weekday()]},"
        remark = f" ({reason})" if reason else ""
        if minutes[minute] is not None:
            return f"{head} bis {words(self.end(today, minute))}{terms(minutes[minute])}{remark}."
        found = self.next(at)
        if found and found[0] == today:
            return f"{head} ab {words(found[1])}{terms(self.minutes(today)[found[1]])}{remark}."
        over = "geschlossen" if closed else "keine Sprechzeit" + (" mehr" if self.spans(today) else "")
        text = f"{head} {over}{remark}."
        for row in self.schedule.emergencies:
            if row.day == today and minute < in_minutes(row.closes):
                text += f" Notdienst von {words(in_minutes(row.opens))[:-4]} bis {words(in_minutes(row.closes))}"
                text += f", {row.note}." if row.note else "."
        if found:
            day, begin = found
            name = DAYS[day.weekday()]
            if (day - today).days > 7:
                name += f", {day.day}. {MONTHS[day.month - 1]},"
            text += f" Wieder am {name} ab {words(begin)}{terms(self.minutes(day)[begin])}."
        return text

    def state(self, at: datetime) -> str:
        needs_appointment = self.minutes(at.date())[at.hour * 60 + at.minute]
        return {None: "closed", True: "by_appointment", False: "open"}[needs_appointment]

    def next(self, at: datetime) -> tuple[date, int] | None:
        """Return day and minute of the next beginning after `at`, by the clock on the wall."""
        day, first = at.date(), at.hour * 60 + at.minute + 1
        for _ in range(366):
            minutes = self.minutes(day)
            for minute in range(first, 24 * 60):
                if minutes[minute] is not None:
                    return day, minute
            day, first = day + ONE_DAY, 0
        return None

    def end(self, day: date, minute: int) -> int:
        """Return the minute at which these terms end, however many spans without a gap that takes."""
        wanted = self.minutes(day)[minute]
        spans = [(begin, end) for begin, end, needs_appointment in self.spans(day) if needs_appointment is wanted]
        while any(begin <= minute < end for begin, end in spans):
            minute += 1
        return minute

    def minutes(self, day: date) -> list[bool | None]:
        if day not in self.days:
            minutes: list[bool | None] = [None] * 24 * 60
            for begin, end, needs_appointment in self.spans(day):
                for minute in range(begin, end):
                    minutes[minute] = needs_appointment and minutes[minute] is not False
            self.days[day] = minutes
        return self.days[day]

    def spans(self, day: date) -> list[tuple[int, int, bool]]:
        rules = self.deciding(day)
        if rules == "holiday":
            return []
        rows: Any = [span for span in self.schedule.week if span.weekday == day.weekday()] if rules is None else rules
        only = self.schedule.only_by_appointment
        return [(in_minutes(r.opens), in_minutes(r.closes), only or r.by_appointment) for r in rows if r.opens]

    def why(self, day: date) -> tuple[str, bool]:
        """Return the reason for other hours than those of the week, and whether the day is closed by it."""
        rules = self.deciding(day)
        if rules == "holiday":
            return holiday(day), True
        if rules is None:
            return "", False
        return next((rule.reason for rule in rules if rule.reason), ""), not self.spans(day)

    def deciding(self, day: date) -> Any:
        """Return the exceptions or closures that hold, "holiday", or None on a day like any other."""
        here = [rule for rule in self.schedule.dated if rule.first_day <= day <= rule.last_day]
        shortest = min(((rule.last_day - rule.first_day).days for rule in here), default=0)
        short = [rule for rule in here if (rule.last_day - rule.first_day).days == shortest]
        exceptions = [rule for rule in short if not rule.is_closure]
        if holiday(day) and (self.schedule.week or here) and not (short and not exceptions):
            return exceptions if exceptions and shortest == 0 else "holiday"
        return (exceptions or short) or None

    def opens_at(self, at: datetime) -> datetime | None:
        found = self.next(at)
        return first_moment(at, *found) if found and self.state(at) == "closed" else None

    def closes_at(self, at: datetime) -> datetime | None:
        if self.state(at) == "closed":
            return None
        return first_moment(at, at.date(), self.end(at.date(), at.hour * 60 + at.minute))


def first_moment(at: datetime, day: date, minute: int) -> datetime:
    """Return the first whole minute (UTC) from `at` on at which the clock on the wall has got to `minute` on `day`."""
    start = max(at.astimezone(UTC), datetime.combine(day, time(), BERLIN).astimezone(UTC))
    moment = start.replace(second=0, microsecond=0)
    while (wall := moment.astimezone(BERLIN)).date() == day and wall.hour * 60 + wall.minute < minute:
        moment += MINUTE
    return moment


def holiday(day: date) -> str:
    """Return the public holiday of North Rhine-Westphalia on `day`; Easter by Gauss, as it stands in every almanac."""
    return FIXED_HOLIDAYS.get((day.month, day.day)) or AFTER_EASTER.get((day - easter(day.year)).days, "")


def easter(year: int) -> date:
    century = year // 100
    moon = (15 + (3 * century + 3) // 4 - (8 * century + 13) // 25 + 19 * (year % 19)) % 30
    moon -= (moon + year % 19 // 11) // 29
    sunday = 7 - (year + year // 4 + 2 - (3 * century + 3) // 4) % 7
    day = 21 + moon + 7 - (21 + moon - sunday) % 7
    return date(year, 3, 1) + timedelta(days=day - 1)


def words(minute: int) -> str:
    hour, rest = divmod(minute, 60)
    return f"{hour}:{rest:02} Uhr" if rest else f"{hour} Uhr"


def terms(needs_appointment: bool | None) -> str:
    return ", nur mit Termin" if needs_appointment else ""


def in_minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
