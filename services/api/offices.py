"""`/offices` and `/offices/{id}`: offices of the city and bodies outside it."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest

from wagtail.models import Page

from ninja import Query, Router

from cms import api_pages, clock, freshness, live_facts
from cms.api import ERRORS, DetailQuery, ListQuery, bounds, count, paged
from cms.localized import localized_by_id
from services import disruptions, hours
from services.api.office_schemas import BuildingOut, ExceptionOut, OfficeList, OfficeOut
from services.api.spans import span_hours
from services.enums import HoursKind
from services.models import OfficePage, ServiceOffice

router = Router(tags=["Dienststellen"])
TEXTS = (
    *("slug", "summary", "is_external", "email", "website", "sign_language_contact", "by_appointment_only"),
    *("hours_note", "accessibility", "note"),
)


@router.get("/offices", response={200: OfficeList, **ERRORS}, summary="Alle Dienststellen")
def list_offices(request: HttpRequest, query: Query[ListQuery]) -> dict[str, Any]:
    found = api_pages.with_dates(OfficePage.objects.all(), query.lang)
    total = count(f"offices:{query.lang}", found)
    return paged(of_offices(request, OfficePage.with_rows(found[bounds(query)])), total, query)


@router.get("/offices/{number}", response={200: OfficeOut, **ERRORS}, summary="Eine Dienststelle")
def one_office(request: HttpRequest, number: str, query: Query[DetailQuery]) -> dict[str, Any]:
    found = OfficePage.with_rows(api_pages.one(api_pages.with_dates(OfficePage.objects.all(), query.lang), number))
    if not found:
        raise Http404
    return of_offices(request, found)[0]


def of_offices(request: HttpRequest, offices: list[OfficePage]) -> list[dict[str, Any]]:
    """Return the offices (of one language) as `OfficeOut`, in their order."""
    if not offices:
        return []
    locale = offices[0].locale_id
    links = _services({office.german_id for office in offices})
    linked = Page.objects.select_related("locale")
    services = localized_by_id(linked, (service for _office, service in links), locale)
    parents = localized_by_id(linked, (office.parent_office_id for office in offices), locale)
    return [
        _of_office(
            request,
            office,
            parents.get(office.parent_office_id or 0),
            [services[service] for owner, service in links if owner == office.german_id and service in services],
        )
        for office in offices
    ]


def _services(offices: set[int]) -> list[tuple[int, int]]:
    """Return (office, service) for the German pages, services by title.

    A translated service has rows of its own that name the same office; it is no second service.
    """
    german = live_facts.source_locale_id()
    found = ServiceOffice.objects.filter(office__in=offices, service__live=True, service__locale_id=german)
    return list(found.order_by("service__title").values_list("office_id", "service_id"))


def _of_office(request: HttpRequest, office: OfficePage, parent: Page | None, services: list[Page]) -> dict[str, Any]:
    return (
        api_pages.link(request, office)
        | {name: getattr(office, name) for name in TEXTS}
        | {
            "updated_at": api_pages.updated_at(office),
            "parent": api_pages.link(request, parent) if parent else None,
            "address": office.place,
            "building": _building(office),
            "phones": [{"number": phone.number, "label": phone.label} for phone in office.phones.all()],
            "opening_hours": list(_weekly(office, HoursKind.VISIT)),
            "phone_hours": list(_weekly(office, HoursKind.PHONE)),
            "exceptions": [
                {name: getattr(row, name) for name in ExceptionOut.model_fields} for row in office.exceptions.all()
            ],
            "closures": _closures(office),
            "services": [api_pages.link(request, service) for service in services],
            "disruptions": [str(disruption.pk) for disruption in disruptions.of_office(office)],
        }
    )


def _building(office: OfficePage) -> dict[str, Any] | None:
    house = office.house
    return {name: getattr(house, name) for name in BuildingOut.model_fields} | {"id": str(house.pk)} if house else None


def _weekly(office: OfficePage, kind: HoursKind) -> Iterable[dict[str, Any]]:
    for span in hours.weekly(office, kind):
        yield span_hours(span) | {"note": span.note}


def _closures(office: OfficePage) -> list[dict[str, Any]]:
    """Return the closures that are not over; tells the page that the next midnight may end one."""
    today = clock.now().date()
    found = [closing for closing in office.closings if closing.closes(office) and today <= closing.last_day]
    if found:
        freshness.valid_until(clock.midnight_after(today))
    names = ("title", "message", "first_day", "last_day")
    return [{name: getattr(closing, name) for name in names} for closing in found]
