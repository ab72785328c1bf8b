"""The public holidays of North Rhine-Westphalia. 24 and 31 December and Rosenmontag are none and never assumed."""

from datetime import date
from functools import cache

import holidays


def public_holiday(day: date) -> str:
    """Return the name of the public holiday on `day`, "" on all other days."""
    return _of_year(day.year).get(day, "")


@cache
def _of_year(year: int) -> dict[date, str]:
    return dict(holidays.country_holidays("DE", subdiv="NW", language="de", years=year))
