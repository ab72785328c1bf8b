"""When an office can be visited or rung: hands the rows of the models to the engine (services.opening_hours).

For pages, results, structured data and the API:

    hours.status(office, at)                          visiting hours of the office at an instant
    hours.status(office, at, service)                 … of one service there: its own hours, its own appointment
    hours.status(office, at, kind=HoursKind.PHONE)    … on the phone
    hours.status_now(office, service)                 the same now; tells the page how long it stays true

A Status has `state` (open, by_appointment, closed, unknown), `sentence` (in the present language, "" where nothing
is known), `is_open` (None where no times are known), `opens_at`, `closes_at` and `valid_until`.
`hours.announcements(office, day)` are the closures of the next two weeks in words. Offices come from
`OfficePage.with_rows` (rows, buildings and closures of all of them in a few statements) or from the router; the
service is a page whose rows are fetched.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from cms import clock, freshness
from services.enums import AppointmentNeed, HoursKind
from services.opening_hours import DatedHours, EmergencyHours, Schedule, Span, Status, closed_between
from services.opening_hours import status as status_of


def status(office: Any, at: datetime, service: Any = None, kind: str = HoursKind.VISIT) -> Status:
    """Return what holds at the office at `at` (aware, Europe/Berlin)."""
    return status_of(schedule(office, service, kind), at)


def status_now(office: Any, service: Any = None, kind: str = HoursKind.VISIT) -> Status:
    """Return what holds at the office now, and tell the page when that changes."""
    found = status(office, clock.now(), service, kind)
    freshness.valid_until(found.valid_until)
    return found


def announcements(office: Any, day: date) -> list[str]:
    """Return the closures of this office that are shown on `day`: "24. Dezember bis 1. Januar geschlossen (…)".

    From its first day on the sentence about today says why.
    """
    return [
        closed_between(closing.first_day, closing.last_day, closing.title if day < closing.first_day else "")
        for closing in office.closings
        if closing.is_announced(day) and closing.closes(office)
    ]


def schedule(office: Any, service: Any = None, kind: str = HoursKind.VISIT) -> Schedule:
    """Return all hours of an office, or of one service there."""
    link = next(iter(_of_office(service.service_offices.all(), office)), None) if service else None
    need = _need(office, service, link)
    of_service = _service_hours(office, service) if kind == HoursKind.VISIT else []
    week = of_service or weekly(office, kind)
    if link and link.appointment == AppointmentNeed.NONE and not of_service:
        week = [replace(span, by_appointment=False) for span in week]
    return Schedule(
        week=tuple(week),
        dated=(*_exceptions(office, kind), *_closures(office)),
        emergencies=tuple(_emergencies(office)) if kind == HoursKind.VISIT else (),
        only_by_appointment=kind == HoursKind.VISIT and need == AppointmentNeed.REQUIRED,
        walk_in_terms=_walk_in_terms(need) if kind == HoursKind.VISIT else "",
        is_of_service=bool(of_service),
    )


def _walk_in_terms(need: str) -> str:
    return str(AppointmentNeed(need).label) if need and need != AppointmentNeed.REQUIRED else ""


def _need(office: Any, service: Any, link: Any) -> str:
    """Return what holds for a visit: what is said of this service here, else the stricter of service and office."""
    if link and link.appointment:
        return link.appointment
    if office.by_appointment_only or (service and service.appointment == AppointmentNeed.REQUIRED):
        return AppointmentNeed.REQUIRED
    return service.appointment if service else ""


def _service_hours(office: Any, service: Any) -> list[Span]:
    return [row.span for row in _of_office(service.service_hours.all(), office)] if service else []


def weekly(office: Any, kind: str) -> list[Span]:
    """Return the weekly spans of an office, for visits those of its building where it takes part in them."""
    of_house = kind == HoursKind.VISIT and office.uses_building_hours and office.house
    rows = (office.house if of_house else office).opening_hours.all()
    return [row.span for row in rows if row.kind == kind]


def _of_office(rows: Iterable[Any], office: Any) -> list[Any]:
    return [row for row in rows if row.office_id in {office.pk, office.german_id}]


def _exceptions(office: Any, kind: str) -> list[DatedHours]:
    return [
        DatedHours(row.first_day, row.last_day, row.opens, row.closes, row.by_appointment, row.reason)
        for row in office.exceptions.all()
        if row.kind == kind
    ]


def _closures(office: Any) -> list[DatedHours]:
    return [
        DatedHours(closing.first_day, closing.last_day, reason=closing.title, is_closure=True)
        for closing in office.closings
        if closing.closes(office)
    ]


def _emergencies(office: Any) -> Iterable[EmergencyHours]:
    return (
        EmergencyHours(row.day, row.opens, row.closes, row.note)
        for closing in office.closings
        for row in closing.emergencies_at(office)
    )
