"""Offices and contacts as vCards 3.0 (RFC 2426), the version that every address book reads.

A contact carries the functional mailbox and the extension of the office, its name only as long as its owner agrees.
"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from icalendar.parser import Contentline

from cms import navigation, site_address
from cms.demonstration import DEMO_SENTENCE
from services.models.contact import Contact

# The backslash first: it escapes the others.
ESCAPES = (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r", ""), ("\n", "\\n"))


def office_card(request: HttpRequest, office: Any) -> HttpResponse:
    """Answer with the office: address, phones, mailbox, weekly hours as a note."""
    hours = [f"{day.day}: {day.text}" for day in office.weekly_hours]
    return _answer(
        office.slug,
        [
            ("FN", _text(office.title)),
            ("N", ";;;;"),
            ("ORG", _organisation(office)),
            *_address(office),
            *(("TEL;TYPE=WORK,VOICE", _text(phone.number)) for phone in office.phones.all()),
            ("EMAIL;TYPE=INTERNET,WORK", _text(office.email)),
            ("URL", site_address.full(request, office.get_url(request))),
            ("NOTE", _note(*hours, office.hours_note)),
        ],
    )


def contact_card(request: HttpRequest, contact: Contact, office: Any) -> HttpResponse:
    """Answer with a contact of an office, by function."""
    name = contact.public_name
    return _answer(
        f"{office.slug}-{contact.pk}",
        [
            ("FN", _text(name or contact.function)),
            ("N", f"{_text(name)};;;;"),
            ("ORG", _organisation(office)),
            ("TITLE", _text(contact.function)),
            *_address(office, contact.room),
            ("TEL;TYPE=WORK,VOICE", _text(contact.phone)),
            ("EMAIL;TYPE=INTERNET,WORK", _text(contact.email)),
            ("URL", site_address.full(request, office.get_url(request))),
            ("NOTE", _note(contact.hours, contact.languages)),
        ],
    )


def _answer(name: str, lines: list[tuple[str, str]]) -> HttpResponse:
    card = [("BEGIN", "VCARD"), ("VERSION", "3.0"), *((key, value) for key, value in lines if value), ("END", "VCARD")]
    body = b"".join(Contentline(f"{key}:{value}").to_ical() + b"\r\n" for key, value in card)
    response = HttpResponse(body, content_type="text/vcard; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.vcf"'
    return response


def _address(office: Any, room: str = "") -> list[tuple[str, str]]:
    """Return post box (empty), room, street, town, region (empty), postcode and country; and the position."""
    place = office.place
    if not place:
        return []
    parts = ("", room or place.room, place.street, place.city, "", place.postcode, "Deutschland")
    return [("ADR;TYPE=WORK", ";".join(map(_text, parts))), ("GEO", place.geo.replace(",", ";"))]


def _organisation(office: Any) -> str:
    title = _text(office.title)
    return title if office.is_external else f"{_text(navigation.site_settings().name)};{title}"


def _note(*parts: str) -> str:
    demo = DEMO_SENTENCE if settings.DEMO else ""
    return _text("\n".join(part for part in (*parts, demo) if part))


def _text(value: str) -> str:
    for plain, escaped in ESCAPES:
        value = value.replace(plain, escaped)
    return value
