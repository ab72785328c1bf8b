"""Offices as schema.org knows them: address, phones and hours, never "now"."""

from typing import Any

from django.http import HttpRequest

from cms import clock, freshness, site_address
from cms.structured_data import phone
from services import hours
from services.enums import HoursKind
from services.opening_hours import Span, SpecialDays, special_days

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Days ahead for which exceptions, closures and public holidays are told.
AHEAD = 60


def government_office(request: HttpRequest, office: Any) -> dict[str, Any]:
    """Return an office with address, phones and the hours at which one may come without an appointment."""
    return {
        "@type": "Organization" if office.is_external else "GovernmentOffice",
        "name": office.title,
        "url": site_address.full(request, office.get_url(request)),
        "email": office.email,
        "telephone": [phone(row.number) for row in office.phones.all()],
        "address": _address(office),
        # Properties of a place; an organisation outside the administration is not one.
        **({} if office.is_external else _of_place(office)),
    }


def _of_place(office: Any) -> dict[str, Any]:
    place = office.place
    has_position = bool(place.geo)
    return {
        "geo": {"@type": "GeoCoordinates", "latitude": str(place.latitude), "longitude": str(place.longitude)}
        if has_position
        else None,
        # Hours by appointment are not opening hours: nobody is let in.
        "openingHoursSpecification": [] if office.by_appointment_only else _weekly(office),
        "specialOpeningHoursSpecification": [] if office.by_appointment_only else _special(office),
    }


def _address(office: Any) -> dict[str, str] | None:
    place = office.place
    if not place:
        return None
    return {
        "@type": "PostalAddress",
        "streetAddress": place.street,
        "postalCode": place.postcode,
        "addressLocality": place.city,
        "addressCountry": "DE",
    }


def _weekly(office: Any) -> list[dict[str, str]]:
    return [
        _specification(span) | {"dayOfWeek": f"https://schema.org/{WEEKDAYS[span.weekday]}"}
        for span in hours.weekly(office, HoursKind.VISIT)
        if not span.by_appointment
    ]


def _special(office: Any) -> list[dict[str, str]]:
    """Return the days on which something else holds. They change at midnight; closed is "from 0 to 0 o'clock"."""
    today = clock.now().date()
    schedule = hours.schedule(office)
    if schedule.week or schedule.dated:
        freshness.valid_until(clock.midnight_after(today))
    return [row for days in special_days(schedule, today, AHEAD) for row in _rows(days)]


def _rows(days: SpecialDays) -> list[dict[str, str]]:
    period = {"validFrom": days.first_day.isoformat(), "validThrough": days.last_day.isoformat()}
    without_appointment = [span for span in days.spans if not span.by_appointment]
    closed = {"@type": "OpeningHoursSpecification", "opens": "00:00", "closes": "00:00"}
    if days.spans:
        # Hours by appointment only are neither open nor closed.
        return [_specification(span) | period for span in without_appointment]
    return [closed | period]


def _specification(span: Span) -> dict[str, str]:
    return {
        "@type": "OpeningHoursSpecification",
        "opens": f"{span.opens:%H:%M}",
        "closes": f"{span.closes:%H:%M}",
    }
