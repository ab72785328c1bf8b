"""A journey as it is shown: its steps with their links, and what of it is done."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from cms.localized import localized_by_id
from services import journey_progress, nested_rows
from services.models.service import ServicePage


@dataclass(frozen=True)
class Link:
    """Where a step leads. `facts`: short texts about a service, "46 €"."""

    title: str
    url: str
    note: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    """A step as it is shown. `key` stands in the address, `url` is the address once the reader changed its state."""

    key: int
    row: Any
    links: list[Link]
    url: str
    is_done: bool
    is_spared: bool


@dataclass(frozen=True)
class Group:
    """What stands under one number of the journey."""

    number: int
    steps: list[Step]


def shown(page: Any, base: str, done: Collection[int]) -> dict[str, Any]:
    """Return what the template shows of a journey at address `base`, the steps with the keys `done` being done.

    At most five statements, however long it is.
    """
    steps = nested_rows.fetch_missing([page], "steps")
    links = _links(steps, page.locale_id)
    keys = journey_progress.keys(steps, page.last_key)
    groups = journey_progress.groups(steps)
    numbers = {number for number, key in enumerate(keys, start=1) if key in done}
    spared = journey_progress.spared(groups, numbers)
    finished, total = journey_progress.counted(groups, numbers)

    def step(number: int) -> Step:
        key, row = keys[number - 1], steps[number - 1]
        after = journey_progress.part_of_address(journey_progress.toggled(done, key))
        return Step(key, row, links[number - 1], f"{base}{after}", number in numbers, number in spared)

    return {
        "groups": [
            Group(group.number, [step(number) for part in group.parts for number in part.numbers]) for group in groups
        ],
        "finished": finished,
        "total": total,
        "is_begun": bool(done),
        "base_url": base,
    }


def _links(steps: list[Any], locale_id: int) -> list[list[Link]]:
    """Return the links of each step; a service that is not live is left out."""
    rows = nested_rows.fetch_missing(steps, "links")
    services = localized_by_id(ServicePage.objects.all(), (row.service_id for row in rows), locale_id)
    facts = ServicePage.hit_facts([service.pk for service in services.values()]) if services else {}

    def link(row: Any) -> Link | None:
        if not row.service_id:
            return Link(row.label, row.url, row.note)
        service = services.get(row.service_id)
        if service is None:
            return None
        return Link(row.label or service.title, service.get_url(), row.note, tuple(facts.get(service.pk, ())))

    return [[shown for row in step.links.all() if (shown := link(row))] for step in steps]
