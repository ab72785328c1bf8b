"""Where feedback goes: the department of the page, else that of the office where its service is done."""

from typing import Any

from wagtail.models import Page

from cms.models import Department
from services.models import OfficePage, ServicePage

# Team, section, office and what may stand above; also ends where two offices stand above each other.
HIGHEST = 6


def department_of(page: Page) -> Department | None:
    """Return the department that answers for `page`; None where nobody does, then the feedback goes to the city."""
    own = getattr(page, "department", None)
    if own or not isinstance(page, ServicePage | OfficePage):
        return own
    offices = [row.office_id for row in page.service_offices.all()] if isinstance(page, ServicePage) else [page.pk]
    return next((found for office in _read(offices) if (found := _of_office(office))), None)


def _read(ids: list[int]) -> list[Any]:
    """Return the city's own offices in the order of `ids`; others do not change pages of ours."""
    ours = OfficePage.objects.live().filter(is_external=False)
    found = ours.select_related("department").in_bulk(ids)
    return [found[pk] for pk in ids if pk in found]


def _of_office(office: Any) -> Department | None:
    """Return the department of the office or of the nearest one above it; one statement per step, mostly none."""
    for _step in range(HIGHEST):
        if office is None or office.department:
            break
        above = OfficePage.objects.select_related("department").filter(pk=office.parent_office_id)
        office = above.first() if office.parent_office_id else None
    return office.department if office else None
