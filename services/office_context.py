"""What the page of an office shows of others: services, offices above and below, contacts, closures."""

from typing import Any

from django.db.models import Q

from cms import clock, freshness, live_facts
from cms.localized import in_language
from services import hours
from services.models.contact import Contact
from services.models.links import ServiceOffice
from services.next_office import next_office
from services.opening_hours import SpecialDays, special_days

# Days ahead for which other hours are announced on the page.
AHEAD = 28


def of_office(page: Any) -> dict[str, Any]:
    """Return the context of the page of an office; four statements, and those of `next_office` while it is closed."""
    if page.pk is None:
        # The preview of a new office has no row yet that others could point to.
        return {"special_days": _special_days(page), "closures": _closures(page)}
    own, of_parent = _services(page)
    above, below = _relatives(page)
    return {
        "services": in_language(own, page.locale_id),
        "parent_services": in_language([service for service in of_parent if service not in own], page.locale_id),
        "parent_office": above,
        "child_offices": below,
        "contacts": list(Contact.objects.filter(office=page.german_id, live=True)),
        "closures": _closures(page),
        "special_days": _special_days(page),
        "next_office": next_office(page, {service.pk for service in own}),
    }


def _services(page: Any) -> tuple[list[Any], list[Any]]:
    """Return the live German services of the office and of the one above it, by title."""
    links = ServiceOffice.objects.filter(
        office__in=[page.german_id, page.parent_office_id],
        service__live=True,
        service__locale_id=live_facts.source_locale_id(),
    ).select_related("service")
    found = list(links.order_by("service__title"))
    own = [link.service for link in found if link.office_id == page.german_id]
    return own, [link.service for link in found if link.office_id != page.german_id]


def _relatives(page: Any) -> tuple[Any, list[Any]]:
    """Return the live office above this one and those below it, with one statement."""
    near = Q(pk=page.parent_office_id) | Q(parent_office=page.german_id, locale_id=live_facts.source_locale_id())
    found = list(type(page).objects.live().filter(near).order_by("title"))
    above = in_language([office for office in found if office.pk == page.parent_office_id], page.locale_id)
    below = in_language([office for office in found if office.pk != page.parent_office_id], page.locale_id)
    return next(iter(above), None), below


def _closures(page: Any) -> list[Any]:
    today = clock.now().date()
    if page.closings:
        freshness.valid_until(clock.midnight_after(today))
    return [closing for closing in page.closings if closing.is_announced(today) and closing.concerns(page)]


def _special_days(page: Any) -> list[SpecialDays]:
    """Return other hours of the coming weeks; closures have a section of their own."""
    today = clock.now().date()
    schedule = hours.schedule(page)
    if schedule.week or schedule.dated:
        freshness.valid_until(clock.midnight_after(today))
    return [days for days in special_days(schedule, today, AHEAD) if not _is_closure(days, page)]


def _is_closure(days: SpecialDays, page: Any) -> bool:
    return not days.spans and any(
        closing.title == days.reason and closing.first_day <= days.first_day <= closing.last_day
        for closing in page.closings
        if closing.closes(page)
    )
