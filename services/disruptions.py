"""What does not work just now, wherever it matters: on services, offices, results, lists, and home if it is major.

A disruption touches a service directly, through one of its offices, through the building of an office, or through the
account its online services need.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import itemgetter
from typing import Any

from cms import clock, freshness
from services.models.disruption import Disruption, DisruptionTarget

# How long an ended disruption stays on the list of disruptions.
REMEMBERED = timedelta(days=7)


@dataclass(frozen=True)
class Touched:
    """What disruptions touch: keys of German pages and records. Translations share the translation key."""

    services: frozenset[Any]
    offices: frozenset[int]
    office_keys: frozenset[Any]
    buildings: frozenset[int]
    accounts: frozenset[int]


def running_or_announced() -> list[Disruption]:
    """Return what is to be shown now, running before announced; tells the page when that changes."""
    now = clock.now()
    for disruption in _recent():
        _tell_changes(disruption, now)
    found = [disruption for disruption in _recent() if _is_shown(disruption, now)]
    return sorted(found, key=lambda disruption: (not disruption.is_active(now), disruption.start or now))


def all_known() -> list[Disruption]:
    """Return everything that has not ended, also what is planned for later than tomorrow."""
    now = clock.now()
    for disruption in _recent():
        _tell_changes(disruption, now)
    found = [disruption for disruption in _recent() if disruption.end is None or now < disruption.end]
    return sorted(found, key=lambda disruption: disruption.start or now)


def of_service(service: Any, offices: Iterable[Any] = ()) -> list[Disruption]:
    """Return the disruptions that touch a service; `offices` are its offices as shown, if there are any."""
    shown = list(offices)
    touched = Touched(
        services=frozenset({service.translation_key}),
        offices=frozenset(row.office_id for row in service.service_offices.all()),
        office_keys=frozenset(office.translation_key for office in shown),
        buildings=frozenset(office.building_id for office in shown if office.building_id),
        accounts=frozenset(row.account_id for row in service.online_services.all() if row.account_id),
    )
    return _touching(touched)


def of_office(office: Any) -> list[Disruption]:
    buildings = frozenset({office.building_id} if office.building_id else ())
    return _touching(
        Touched(frozenset(), frozenset({office.pk}), frozenset({office.translation_key}), buildings, frozenset())
    )


def major() -> list[Disruption]:
    """Return what the home page shows."""
    return [disruption for disruption in running_or_announced() if disruption.is_major]


def recently_ended() -> list[Disruption]:
    """Return what ended within the last seven days, the latest first."""
    now = clock.now()
    ended = [(found.end, found) for found in _recent() if found.end and now - REMEMBERED <= found.end <= now]
    for end, _disruption in ended:
        freshness.valid_until(end + REMEMBERED)
    return [found for _end, found in sorted(ended, key=itemgetter(0), reverse=True)]


def _touching(touched: Touched) -> list[Disruption]:
    return [
        disruption
        for disruption in running_or_announced()
        if any(_touches(target, touched) for target in disruption.targets.all())
    ]


def _touches(target: DisruptionTarget, touched: Touched) -> bool:
    return bool(
        (target.service and target.service.translation_key in touched.services)
        or (target.office and target.office.translation_key in touched.office_keys)
        or target.office_id in touched.offices
        or target.building_id in touched.buildings
        or (target.building and any(_is_touched(office, touched) for office in target.building.offices.all()))
        or target.account_id in touched.accounts
    )


def _is_touched(office: Any, touched: Touched) -> bool:
    return office.pk in touched.offices or office.translation_key in touched.office_keys


def _is_shown(disruption: Disruption, now: datetime) -> bool:
    begins = disruption.announced_from()
    return (begins is None or begins <= now) and (disruption.end is None or now < disruption.end)


def _tell_changes(disruption: Disruption, now: datetime) -> None:
    for instant in (disruption.announced_from(), disruption.start, disruption.end):
        if instant and instant > now:
            freshness.valid_until(instant)


def _recent() -> list[Disruption]:
    return freshness.remember("disruptions", _read)


def _read() -> list[Disruption]:
    since = clock.now() - REMEMBERED
    found = (
        Disruption.objects.filter(live=True)
        .exclude(end__lt=since)
        .prefetch_related("targets__service", "targets__office", "targets__building__offices", "targets__account")
    )
    return list(found)
