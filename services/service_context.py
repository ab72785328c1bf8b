"""What the page of a service shows of others: offices with what holds there now, journeys, rules, contacts, topics."""

from dataclasses import dataclass
from typing import Any

from cms import clock
from cms.localized import localized
from services import (
    at_a_glance,
    disruptions,
    fees,
    hours,
    journeys,
    locations,
    opening_hours,
    records,
    responsible,
    sections,
)
from services.locations import Location
from services.models.contact import Contact
from services.models.office import OfficePage
from services.models.topic import TopicPage
from services.opening_hours import Status


@dataclass(frozen=True)
class ServicePlace:
    """An office as this service knows it: `row` holds the appointment, `week` the lines of the hours."""

    office: OfficePage
    row: Any
    status: Status
    week: list[opening_hours.Day]
    announcements: list[str]
    locations: list[Location]


def of_service(page: Any) -> dict[str, Any]:
    """Return the context of the page of a service."""
    records.attach([page])
    places = _places(page)
    offices = [place.office for place in places]
    hints = at_a_glance.hints_by_kind(page)
    rules = responsible.rules(page)
    return {
        "at_a_glance": at_a_glance.facts(page),
        "contents": sections.contents(page, hints, offices, rules),
        "disruptions": disruptions.of_service(page, offices),
        "fees": fees.table(page.fees.all()),
        "hints": hints,
        "offices": offices,
        "places": places,
        "journeys": journeys.journeys_of(page),
        "rules": responsible.table(rules),
        "questions": responsible.questions(rules),
        "contacts": _contacts(page),
        "topics": _linked(page, TopicPage, "service_topics", "topic_id"),
        "related": _linked(page, type(page), "related_services", "related_id"),
    }


def _places(page: Any) -> list[ServicePlace]:
    """Return the live responsible offices in the editors' order (two statements, buildings and closures remembered)."""
    rows = list(page.service_offices.all())
    offices = OfficePage.with_rows(
        localized(OfficePage.objects.select_related("parent_office"), [row.office_id for row in rows], page.locale_id)
    )
    by_id = {office.german_id: office for office in offices} | {office.pk: office for office in offices}
    today = clock.now().date()
    return [
        ServicePlace(
            office=by_id[row.office_id],
            row=row,
            status=hours.status_now(by_id[row.office_id], page),
            week=opening_hours.week(hours.schedule(by_id[row.office_id], page).week),
            announcements=hours.announcements(by_id[row.office_id], today),
            locations=locations.of_office(by_id[row.office_id]),
        )
        for row in rows
        if row.office_id in by_id
    ]


def _contacts(page: Any) -> list[Contact]:
    ids = [row.contact_id for row in page.service_contacts.all()]
    return list(Contact.objects.filter(pk__in=ids, live=True).select_related("office")) if ids else []


def _linked(page: Any, model: type[Any], relation: str, field: str) -> list[Any]:
    ids = [getattr(row, field) for row in getattr(page, relation).all()]
    return localized(model.objects.all(), ids, page.locale_id) if ids else []
