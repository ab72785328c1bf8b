"""Instants as editors read them."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format


def moment(instant: datetime | None) -> str:
    """Return the instant in local time, or nothing for an open end."""
    return date_format(timezone.localtime(instant), "SHORT_DATETIME_FORMAT") if instant else ""
