"""Buildings of the demo with the offices in them, and the closure that shows how one looks."""

from datetime import date
from typing import Any

from home.demo.references import References
from home.demo.source import Row, check, fill, read
from services.models import Building, Closure, EmergencyService, OfficePage

ADDRESS = ("street", "postcode", "city")


def load(references: References) -> None:
    """Add missing buildings and closures; the offices are there already."""
    for row in read("records/buildings.yaml"):
        building = Building(name=row.need("name"))
        fill(building, row, *ADDRESS, "latitude", "longitude")
        offices = [references.need_office(row, "offices", title) for title in row.items("offices")]
        if _publish_new(building, row, name=building.name):
            for office in offices:
                _move_in(office, building)
    for row in read("records/closures.yaml"):
        _load_closure(row, references)


def _move_in(office: OfficePage, building: Building) -> None:
    """Let the address of an office come from its building, unless editors have given it another one."""
    if any(getattr(office, name) != getattr(building, name) for name in ADDRESS):
        return
    office.building = building
    for name in ADDRESS:
        setattr(office, name, "")
    if office.note == building.name:
        office.note = ""
    office.save()
    # Not published a second time: that would stand in the history of the office as a change.
    revision: Any = office.latest_revision
    revision.content = office.serializable_data()
    revision.save(update_fields=["content"])


def _load_closure(row: Row, references: References) -> None:
    closure = Closure(title=row.need("title"))
    fill(closure, row, "first_day", "last_day", "all_offices", "message")
    for child in row.children("emergency_services"):
        service = EmergencyService(office=references.need_office(child, "office", child.need("office")))
        fill(service, child, "day", "opens", "closes", "note")
        child.finish()
        check(service, child, exclude=("closure",))
        closure.emergency_services.add(service)
    _publish_new(closure, row, title=closure.title, first_day=closure.first_day)


def _publish_new(record: Building | Closure, row: Row, **key: str | date) -> bool:
    """Check and publish the record unless there is one with this key; says whether it is new."""
    row.finish()
    if type(record)._default_manager.filter(**key).exists():
        return False
    check(record, row)
    record.live = False
    record.save()
    record.save_revision().publish()
    return True
