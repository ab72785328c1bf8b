"""Directories and their entries as schema.org knows them."""

from typing import Any

from django.http import HttpRequest

from cms import site_address
from directories.models.entries import Entry


def place(request: HttpRequest, page: Any, entry: Entry) -> dict[str, Any]:
    """Return an entry as a place with address and position."""
    address = site_address.full(request, page.get_url(request) + entry.url)
    return {
        "@type": "Place",
        "@id": address,
        "name": entry.name,
        "url": address,
        "address": {
            "@type": "PostalAddress",
            "streetAddress": entry.street,
            "postalCode": entry.postcode,
            "addressLocality": entry.city,
            "addressCountry": "DE",
        }
        if entry.street or entry.city
        else None,
        "geo": {"@type": "GeoCoordinates", "latitude": entry.latitude, "longitude": entry.longitude}
        if entry.position
        else None,
    }


def dataset(request: HttpRequest, page: Any) -> dict[str, Any]:
    """Return a directory as open data with its two files."""
    address = site_address.full(request, page.get_url(request))
    return {
        "@type": "Dataset",
        "name": page.title,
        "description": page.description,
        "url": address,
        "license": page.licence_url,
        "isBasedOn": page.source_url,
        "dateModified": page.data_as_of.isoformat() if page.data_as_of else None,
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": f"{address}{name}"}
            for kind, name in (("text/csv", "eintraege.csv"), ("application/geo+json", "eintraege.geojson"))
        ],
    }
