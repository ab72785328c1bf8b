"""`/disruptions`: what does not work now, and what is planned; what has ended is gone."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest

from ninja import Query, Router, Schema
from pydantic import Field

from cms import clock, site_address
from cms.api import ERRORS, DetailQuery, ListQuery, ListReply, bounds, paged
from services import disruptions
from services.models import Disruption, DisruptionTarget

router = Router(tags=["Störungen"])


class TargetOut(Schema):
    kind: str = Field(description="service, office, building oder account.")
    id: str = Field(description="Kennung der Leistung oder Dienststelle in dieser Schnittstelle.")
    title: str
    url: str = Field(description="Leer bei Gebäuden und Nutzerkonten.")


class DisruptionOut(Schema):
    id: str
    title: str
    message: str
    alternative: str
    language: str = Field(description="Störungen gibt es nur auf Deutsch.")
    state: str = Field(description="running oder planned.")
    is_major: bool
    start: datetime | None
    end: datetime | None
    targets: list[TargetOut]
    updated_at: datetime | None


class DisruptionList(ListReply):
    items: list[DisruptionOut]


@router.get("/disruptions", response={200: DisruptionList, **ERRORS}, summary="Störungen, laufende und geplante")
def list_disruptions(request: HttpRequest, query: Query[ListQuery]) -> dict[str, Any]:
    found = disruptions.all_known()
    shown = [_of_disruption(request, disruption) for disruption in found[bounds(query)]]
    return paged(shown, len(found), query)


@router.get("/disruptions/{number}", response={200: DisruptionOut, **ERRORS}, summary="Eine Störung")
def one_disruption(request: HttpRequest, number: str, query: Query[DetailQuery]) -> dict[str, Any]:
    found = [disruption for disruption in disruptions.all_known() if str(disruption.pk) == number]
    if not found:
        raise Http404
    return _of_disruption(request, found[0])


def _of_disruption(request: HttpRequest, disruption: Disruption) -> dict[str, Any]:
    return {
        "id": str(disruption.pk),
        **{name: getattr(disruption, name) for name in ("title", "message", "alternative", "is_major", "start", "end")},
        "language": "de",
        "state": "running" if disruption.is_active(clock.now()) else "planned",
        "targets": [shown for row in disruption.targets.all() if (shown := _target(request, row))],
        "updated_at": disruption.last_published_at,
    }


def _target(request: HttpRequest, row: DisruptionTarget) -> dict[str, Any] | None:
    """Return what is touched; None for what is no longer public."""
    kind = next(kind for kind in DisruptionTarget.KINDS if getattr(row, f"{kind}_id"))
    found = getattr(row, kind)
    if not found.live:
        return None
    if kind in {"building", "account"}:
        return {"kind": kind, "id": str(found.pk), "title": str(found), "url": ""}
    address = site_address.full(request, found.get_url(request) or "")
    return {"kind": kind, "id": str(found.translation_key), "title": found.title, "url": address}
