"""An office as other programs get it: hours as rules, never "open now"."""

from datetime import date, datetime, time
from decimal import Decimal

from ninja import Schema
from pydantic import Field

from cms.api import ListReply
from cms.api_pages import PageLink
from services.api.spans import HoursOut


class AddressOut(Schema):
    street: str
    postcode: str
    city: str
    room: str
    latitude: Decimal | None = Field(description="WGS84, Grad.")
    longitude: Decimal | None = Field(description="WGS84, Grad.")


class BuildingOut(Schema):
    """What somebody has looked at on site: yes, partly, no; empty where nobody has."""

    id: str
    name: str
    entrance: str
    step_free: str
    lift: str
    accessible_toilet: str
    disabled_parking: str
    induction_loop: str
    access_note: str
    stop: str
    way_from_stop: str


class PhoneOut(Schema):
    number: str
    label: str


class OfficeHoursOut(HoursOut):
    note: str


class ExceptionOut(Schema):
    """Days, both included, on which other hours hold than in the week; without times it is closed."""

    kind: str = Field(description="visit oder phone.")
    first_day: date
    last_day: date
    opens: time | None
    closes: time | None
    by_appointment: bool
    reason: str


class ClosureOut(Schema):
    title: str
    message: str
    first_day: date
    last_day: date


class OfficeOut(PageLink):
    slug: str
    updated_at: datetime | None
    summary: str
    is_external: bool
    parent: PageLink | None
    address: AddressOut
    building: BuildingOut | None
    email: str
    website: str
    sign_language_contact: str
    phones: list[PhoneOut]
    by_appointment_only: bool
    opening_hours: list[OfficeHoursOut] = Field(description="Besuch, Woche für Woche.")
    phone_hours: list[OfficeHoursOut]
    hours_note: str
    exceptions: list[ExceptionOut]
    closures: list[ClosureOut] = Field(description="Gehen allem anderen vor.")
    accessibility: str
    note: str
    services: list[PageLink]
    disruptions: list[str]


class OfficeList(ListReply):
    items: list[OfficeOut]
