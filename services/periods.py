"""Spans of time as people say them."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from services.opening_hours import clock_text


def text(start: datetime | None, end: datetime | None, now: datetime) -> str:
    """Return what is still to come of a span at `now`: from when if it has not begun, until when if it ends.

    "voraussichtlich bis Freitag, 27. November, 18 Uhr", "Freitag, 27. November, 18 Uhr bis 22 Uhr".
    """
    begins = timezone.localtime(start) if start and start > now else None
    ends = timezone.localtime(end) if end else None
    if begins and ends:
        until = clock_text(ends.time()) if begins.date() == ends.date() else _moment(ends)
        return gettext("%(first)s bis %(last)s") % {"first": _moment(begins), "last": until}
    if begins:
        return gettext("ab %(moment)s") % {"moment": _moment(begins)}
    return gettext("voraussichtlich bis %(moment)s") % {"moment": _moment(ends)} if ends else ""


def _moment(moment: datetime) -> str:
    words = {"day": date_format(moment, gettext("l, j. F")), "time": clock_text(moment.time())}
    return gettext("%(day)s, %(time)s") % words
