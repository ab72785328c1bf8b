"""The opening-hours engine: pure functions, no database. Models hand their rows to it in services.hours.

    status(Schedule(week=(Span(0, time(8), time(12)),)), at)

returns a Status: state, one plain sentence, the next opening or closing, and how long all of this stays true.
"""

from services.opening_hours.public_holidays import public_holiday
from services.opening_hours.schedule import DatedHours, DayHours, EmergencyHours, Opening, Schedule
from services.opening_hours.spans import WEEKDAYS, Day, Span, clock_text, span_text, week
from services.opening_hours.specials import SpecialDays, special_days
from services.opening_hours.status import State, Status, status
from services.opening_hours.wording import closed_between, day_range, day_text

__all__ = [
    "WEEKDAYS",
    "DatedHours",
    "Day",
    "DayHours",
    "EmergencyHours",
    "Opening",
    "Schedule",
    "Span",
    "SpecialDays",
    "State",
    "Status",
    "clock_text",
    "closed_between",
    "day_range",
    "day_text",
    "public_holiday",
    "span_text",
    "special_days",
    "status",
    "week",
]
