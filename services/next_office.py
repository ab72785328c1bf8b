"""The office to go to while this one is closed: another one that offers the same and opens first."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cms import clock
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
    model = type(office)
    live = model.objects.live().filter(is_external=office.is_external, locale_id=office.locale_id).exclude(pk=office.pk)
    if not own_services:
        siblings = live.filter(parent_office=office.parent_office_id, service_links=None)
        return model.with_rows(siblings) if office.parent_office_id else []
    offered: dict[Any, set[int]] = {}
    links = ServiceOffice.objects.filter(service__in=own_services)
    for key, service in links.values_list("office__translation_key", "service_id"):
        offered.setdefault(key, set()).add(service)
    keys = [key for key, services in offered.items() if services >= own_services]
    return model.with_rows(live.filter(translation_key__in=keys))
