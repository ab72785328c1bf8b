"""`/services` and `/services/{id}`. The number of statements does not depend on how many services are asked for."""

from typing import Any

from django.http import Http404, HttpRequest

from ninja import Query, Router
from pydantic import Field

from cms import api_pages, live_facts
from cms.api import ERRORS, DetailQuery, ListQuery, bounds, count, paged
from services import records
from services.api.service_facts import of_service
from services.api.service_schemas import ServiceList, ServiceOut
from services.api.surroundings import Surroundings
from services.models import ServicePage

router = Router(tags=["Leistungen"])


class ServiceListQuery(ListQuery):
    per_page: int = Field(100, ge=1, le=1_000, description="Einträge je Seite.")


@router.get("/services", response={200: ServiceList, **ERRORS}, summary="Alle Leistungen")
def list_services(request: HttpRequest, query: Query[ServiceListQuery]) -> dict[str, Any]:
    found = api_pages.with_dates(ServicePage.objects.defer("body"), query.lang)
    total = count(f"services:{query.lang}", found)
    return paged(of_services(request, list(found[bounds(query)])), total, query)


@router.get("/services/{number}", response={200: ServiceOut, **ERRORS}, summary="Eine Leistung")
def one_service(request: HttpRequest, number: str, query: Query[DetailQuery]) -> dict[str, Any]:
    found = list(api_pages.one(api_pages.with_dates(ServicePage.objects.defer("body"), query.lang), number))
    if not found:
        raise Http404
    return of_services(request, found)[0]


def of_services(request: HttpRequest, services: list[ServicePage]) -> list[dict[str, Any]]:
    """Return the services (of one language) as `ServiceOut`, in their order."""
    live_facts.fetch(services)
    verified = [service for service in services if service.is_verified]
    records.attach(verified)
    around = Surroundings.of(verified)
    return [of_service(request, service, around) for service in services]
