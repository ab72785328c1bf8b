"""Services as schema.org knows them. What nobody has checked is left out."""

from typing import Any

from django.http import HttpRequest

from cms import site_address
from services import fees
from services.enums import FeeKind, OnlineState
from services.office_structured_data import government_office


def government_service(request: HttpRequest, page: Any, offices: list[Any], city: str) -> dict[str, Any]:
    """Return a service with its facts, or only its name and address while the facts are unverified."""
    address = site_address.full(request, page.get_url(request))
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
            *(
                _online_channel(row)
                for row in page.online_services.all()
                if row.url and row.state == OnlineState.ONLINE
            ),
            *({"@type": "ServiceChannel", "serviceLocation": government_office(request, office)} for office in offices),
        ],
        "offers": [_offer(fee) for fee in _fees(page) if fee.kind != FeeKind.SURCHARGE],
    }


def _fees(page: Any) -> list[Any]:
    return [*fees.in_force(page.fees.all()), *fees.announced(page.fees.all())]


def _audience(page: Any) -> dict[str, str] | None:
    return {"@type": "Audience", "audienceType": page.get_target_group_display()} if page.target_group else None


def _operator(office: Any) -> dict[str, str]:
    return {"@type": "Organization" if office.is_external else "GovernmentOrganization", "name": office.title}


def _is_usable(row: Any) -> bool:
    return bool(row.url) and row.state == OnlineState.ONLINE


def _online_channel(row: Any) -> dict[str, Any]:
    return {"@type": "ServiceChannel", "name": row.label, "serviceUrl": row.url}


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
