"""What the lists over all services show: appointments, online services, forms, disruptions; flat in statements."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cms import live_facts
from cms.localized import localized_by_id
from services import a_to_z, appointments, disruptions, records
from services.enums import Availability, ListKind, OnlineState
from services.models.office import OfficePage
from services.models.service import ServicePage


@dataclass(frozen=True)
class Entry:
    """A service with the rows of it that the list is about."""

    service: Any
    rows: list[Any]


def context(kind: str, locale_id: int) -> dict[str, Any]:
    """Return what the template `services/lists/<kind>.html` needs; nothing for kinds that serve themselves."""
    builders: dict[str, Callable[[int], dict[str, Any]]] = {
        ListKind.APPOINTMENTS: _appointments,
        ListKind.ONLINE: _online,
        ListKind.FORMS: _forms,
        ListKind.DISRUPTIONS: lambda locale_id: disruption_lists(),
    }
    build = builders.get(kind)
    return build(locale_id) if build else {}


def disruption_lists() -> dict[str, Any]:
    """Return what runs, what is planned, and what ended within a week."""
    found = disruptions.all_known()
    return {
        "running": [disruption for disruption in found if disruption.is_running],
        "planned": [disruption for disruption in found if not disruption.is_running],
        "ended": disruptions.recently_ended(),
    }


def _appointments(locale_id: int) -> dict[str, Any]:
    services = _services(locale_id, "service_offices")
    needed = [service for service in services if appointments.can_be_made(service)]
    ids = [row.office_id for service in needed for row in service.service_offices.all()]
    offices = localized_by_id(OfficePage.objects.all(), ids, locale_id)
    entries = []
    for service in needed:
        rows = [row for row in service.service_offices.all() if row.office_id in offices]
        for row in rows:
            row.office = offices[row.office_id]
        entries.append(Entry(service, rows))
    named = {service.pk for service in needed}
    without = [page for page in services if page.pk not in named and appointments.can_be_without(page)]
    return {"entries": entries, "without": without}


def _online(locale_id: int) -> dict[str, Any]:
    services = _services(locale_id, "online_services")
    records.attach(services, ("online_services",))
    usable, planned = [], []
    for service in services:
        rows = list(service.online_services.all())
        if ready := [row for row in rows if row.url and row.state == OnlineState.ONLINE]:
            usable.append(Entry(service, ready))
        planned += [Entry(service, [row]) for row in rows if row.state == OnlineState.PLANNED]
    named = {entry.service.pk for entry in usable}
    others = [
        service
        for service in services
        if service.pk not in named and service.online_availability in {Availability.YES, Availability.PARTLY}
    ]
    return {"entries": usable, "planned": planned, "others": others}


def _forms(locale_id: int) -> dict[str, Any]:
    services = _services(locale_id, "forms", "online_services")
    # A form that nobody can fetch helps nobody; the page of the service still names it.
    usable = [
        Entry(service, [row for row in service.forms.all() if row.document_id or row.url]) for service in services
    ]
    return {"entries": [entry for entry in usable if entry.rows]}


def _services(locale_id: int, *relations: str) -> list[ServicePage]:
    """Return the live, verified services of a language from A to Z with these rows: two statements."""
    found = list(ServicePage.objects.live().filter(locale_id=locale_id).defer("body", "internal_note"))
    live_facts.fetch(found, relations)
    return sorted((page for page in found if page.is_verified), key=lambda page: a_to_z.sort_key(page.title))
