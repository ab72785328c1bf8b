"""The only clock of the project: tests move it, nothing else asks for the time."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone


def now() -> datetime:
    """Return the present instant as an aware datetime in Europe/Berlin."""
    return timezone.localtime(timezone.now())


def start_of(day: date) -> datetime:
    """Return the beginning of `day` as an aware datetime in Europe/Berlin."""
    return datetime.combine(day, time(), now().tzinfo)


def midnight_after(day: date) -> datetime:
    """Return the end of `day` as an aware datetime in Europe/Berlin."""
    return start_of(day + timedelta(days=1))
