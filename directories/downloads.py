"""The entries of a list as files: what the page shows under the same selection, without pages."""

import json
from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cms import charts, routing, site_address
from directories import listing, selection, values
from directories.models import DirectoryField, DirectoryPage, Entry

COLUMNS = ("Nummer", "Name", "Straße", "PLZ", "Ort", "Stadtbezirk", "Breite (WGS 84)", "Länge (WGS 84)")
CSV, GEOJSON = "text/csv; charset=utf-8", "application/geo+json; charset=utf-8"


@require_safe
def as_csv(request: HttpRequest, path: str) -> HttpResponse:
    page, fields, entries = _selected(request, path)
    text = charts.as_csv([*COLUMNS, *(field.label for field in fields)], [_cells(entry, fields) for entry in entries])
    return _file(text, CSV, f"{page.slug}.csv")


@require_safe
def as_geojson(request: HttpRequest, path: str) -> HttpResponse:
    page, fields, entries = _selected(request, path)
    address = site_address.full(request, page.get_url(request))
    data = {
        "type": "FeatureCollection",
        "name": page.title,
        "source": page.source_name,
        "license": page.licence_url,
        "dataAsOf": page.data_as_of.isoformat() if page.data_as_of else None,
        "features": [feature(entry, fields, address) for entry in entries],
    }
    return _file(json.dumps(data, ensure_ascii=False), GEOJSON, f"{page.slug}.geojson")


def feature(entry: Entry, fields: Iterable[DirectoryField], address: str) -> dict[str, Any]:
    """Return an entry after RFC 7946: degrees in WGS84, longitude first; `address` is the directory's."""
    geometry = {"type": "Point", "coordinates": [*reversed(entry.position)]} if entry.position else None
    return {
        "type": "Feature",
        "id": entry.external_id,
        "geometry": geometry,
        "properties": {
            "name": entry.name,
            "url": address + entry.url,
            "street": entry.street,
            "postcode": entry.postcode,
            "city": entry.city,
            "district": entry.district.slug if entry.district else None,
            **{field.key: entry.values[field.key] for field in fields if field.key in entry.values},
        },
    }


def _selected(request: HttpRequest, path: str) -> tuple[DirectoryPage, list[DirectoryField], list[Entry]]:
    route = routing.find(request, path)
    page = route.page
    if route.is_part or not isinstance(page, DirectoryPage):
        raise Http404
    fields = list(page.fields.all())
    asked = selection.read(request.GET, page.source_id, fields)
    entries, _origin = listing.selected(page.source_id, asked)
    return page, fields, list(entries.select_related("district"))


def _cells(entry: Entry, fields: Iterable[DirectoryField]) -> list[str]:
    position = [f"{degrees:.6f}" for degrees in entry.position] if entry.position else ["", ""]
    return [
        entry.external_id,
        entry.name,
        entry.street,
        entry.postcode,
        entry.city,
        str(entry.district or ""),
        *position,
        *(values.shown(field, entry.values[field.key]) if field.key in entry.values else "" for field in fields),
    ]


def _file(text: str, content_type: str, name: str) -> HttpResponse:
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text, content_type=content_type, headers=disposition)
