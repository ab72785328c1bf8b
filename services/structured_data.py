"""Services and offices as schema.org knows them. What nobody has checked is left out."""

from typing import Any

from django.http import HttpRequest

from cms.structured_data import phone
from services.enums import FeeKind, HoursKind

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def government_service(request: HttpRequest, page: Any, offices: list[Any], city: str) -> dict[str, Any]:
    """Return a service with its facts, or only its name and address while the facts are unverified."""
    address = request.build_absolute_uri(page.get_url(request))
    service = {"@type": "GovernmentService", "name": page.title, "url": address}
    if not page.is_verified:
        return service
    return service | {
        "alternateName": page.official_name,
        "description": page.description,
        "areaServed": {"@type": "City", "name": city},
        "audience": _audience(page),
        "serviceOperator": [_operator(office) for office in offices],
        "availableChannel": [
            *(_online_channel(row) for row in page.online_services.all() if row.url),
            *({"@type": "ServiceChannel", "serviceLocation": government_office(request, office)} for office in offices),
        ],
        "offers": [_offer(fee) for fee in page.fees.all() if fee.kind != FeeKind.SURCHARGE],
    }


def government_office(request: HttpRequest, office: Any) -> dict[str, Any]:
    """Return an office with address, phones and the hours at which one may come without an appointment."""
    return {
        "@type": "Organization" if office.is_external else "GovernmentOffice",
        "name": office.title,
        "url": request.build_absolute_uri(office.get_url(request)),
        "email": office.email,
        "telephone": [phone(row.number) for row in office.phones.all()],
        "address": _address(office),
        # Properties of a place; an organisation outside the administration is not one.
        "openingHoursSpecification": [] if office.is_external else _hours(office),
    }


def _audience(page: Any) -> dict[str, str] | None:
    return {"@type": "Audience", "audienceType": page.get_target_group_display()} if page.target_group else None


def _operator(office: Any) -> dict[str, str]:
    return {"@type": "Organization" if office.is_external else "GovernmentOrganization", "name": office.title}


def _online_channel(row: Any) -> dict[str, Any]:
    return {"@type": "ServiceChannel", "name": row.label, "serviceUrl": row.url}


def _address(office: Any) -> dict[str, str] | None:
    if not (office.street or office.city):
        return None
    return {
        "@type": "PostalAddress",
        "streetAddress": office.street,
        "postalCode": office.postcode,
        "addressLocality": office.city,
        "addressCountry": "DE",
    }


def _hours(office: Any) -> list[dict[str, str]]:
    """Weekly hours, never "now". Hours by appointment are not opening hours: nobody is let in."""
    if office.by_appointment_only:
        return []
    return [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": f"https://schema.org/{WEEKDAYS[hours.weekday]}",
            "opens": f"{hours.opens:%H:%M}",
            "closes": f"{hours.closes:%H:%M}",
        }
        for hours in office.opening_hours.all()
        if hours.kind == HoursKind.VISIT and not hours.by_appointment
    ]


def _offer(fee: Any) -> dict[str, Any]:
    offer = {"@type": "Offer", "name": fee.label, "validFrom": fee.valid_from.isoformat() if fee.valid_from else None}
    if fee.kind == FeeKind.FREE:
        return offer | {"price": "0", "priceCurrency": "EUR"}
    if fee.amount_to is None and not fee.unit:
        return offer | {"price": str(fee.amount), "priceCurrency": "EUR"}
    return offer | {
        "priceSpecification": {
            "@type": "UnitPriceSpecification" if fee.unit else "PriceSpecification",
            "price": None if fee.amount_to else str(fee.amount),
            "minPrice": str(fee.amount) if fee.amount_to else None,
            "maxPrice": str(fee.amount_to) if fee.amount_to else None,
            "unitText": fee.unit,
            "priceCurrency": "EUR",
        }
    }
