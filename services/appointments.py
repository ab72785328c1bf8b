"""What an appointment means for a service as a whole: it may be needed at one office and not at another."""

from typing import Any

from services.enums import AppointmentNeed

WITHOUT = {AppointmentNeed.NONE, AppointmentNeed.POSSIBLE}
WITH = {AppointmentNeed.REQUIRED, AppointmentNeed.POSSIBLE}


def needs(service: Any) -> set[str]:
    """Return what holds at the offices of a service (rows fetched), or for the service itself; "" is not known."""
    rows = service.service_offices.all()
    return {row.appointment or service.appointment for row in rows} or {service.appointment}


def can_be_without(service: Any) -> bool:
    """Whether there is an office where nobody needs an appointment."""
    return bool(needs(service) & WITHOUT)


def can_be_made(service: Any) -> bool:
    """Whether there is an office that wants or offers an appointment."""
    return bool(needs(service) & WITH)
