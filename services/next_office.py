"""The office to go to while this one is closed: another one that offers the same and opens first."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cms import clock, live_facts
from cms.localized import localized
from services import hours
from services.models.links import ServiceOffice
from services.opening_hours import State, Status


@dataclass(frozen=True)
class NextOffice:
    """Another live office and what holds there now."""

    office: Any
    status: Status


def next_office(office: Any, own_services: set[int]) -> NextOffice | None:
    """Return the office that receives people before this one does; None while this one does so itself.

    `own_services` are ids of German services. An office without any of its own does what its parent does, as all
    offices beside it that have none. Three statements, and only while this one is closed.
    """
    own = hours.status_now(office)
    if own.state != State.CLOSED:
        return None
    candidates = [NextOffice(other, hours.status_now(other)) for other in _equals(office, own_services)]
    sooner = [found for found in candidates if _begin(found.status) < _begin(own)]
    return min(sooner, key=lambda found: (_begin(found.status), found.status.state != State.OPEN), default=None)


def _begin(status: Status) -> datetime:
    """Return when people are received: now, at the next opening, or never as far as anybody knows."""
    if status.is_open:
        return clock.now()
    return status.opens_at or datetime.max.replace(tzinfo=clock.now().tzinfo)


def _equals(office: Any, own_services: set[int]) -> list[Any]:
    """Return other live offices that do the same, chosen by the facts of the German pages, in the office's language."""
    model = type(office)
    german = model.objects.live().filter(is_external=office.is_external, locale_id=live_facts.source_locale_id())
    others = german.exclude(pk=office.german_id)
    if own_services:
        offered: dict[int, set[int]] = {}
        links = ServiceOffice.objects.filter(service__in=own_services)
        for office_id, service in links.values_list("office_id", "service_id"):
            offered.setdefault(office_id, set()).add(service)
        found = others.filter(pk__in=[pk for pk, services in offered.items() if services >= own_services])
    elif office.parent_office_id:
        found = others.filter(parent_office=office.parent_office_id, service_links=None)
    else:
        return []
    if office.locale_id == live_facts.source_locale_id():
        return model.with_rows(found)
    return model.with_rows(localized(model.objects.all(), found.values_list("pk", flat=True), office.locale_id))
