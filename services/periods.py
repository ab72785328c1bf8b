"""Spans of time as people say them."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format

from services.opening_hours import clock_text


def text(start: datetime | None, end: datetime | None, now: datetime) -> str:
    """Return what is still to come of a span at `now`: from when if it has not begun, until when if it ends.

    "voraussichtlich bis Freitag, 27. November, 18 Uhr", "Freitag, 27. November, 18 Uhr bis 22 Uhr".
    """
    begins = timezone.localtime(start) if start and start > now else None
    ends = timezone.localtime(end) if end else None
    if begins and ends:
        until = clock_text(ends.time()) if begins.date() == ends.date() else _moment(ends)
        return f"{_moment(begins)} bis {until}"
    if begins:
        return f"ab {_moment(begins)}"
    return f"voraussichtlich bis {_moment(ends)}" if ends else ""


def _moment(moment: datetime) -> str:
    return f"{date_format(moment, 'l, j. F')}, {clock_text(moment.time())}"
