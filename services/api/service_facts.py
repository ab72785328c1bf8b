"""A service page as the dictionary that becomes a `ServiceOut`."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest

from cms import api_pages, site_address
from services import disruptions, fees
from services.api.spans import span_hours
from services.api.surroundings import Surroundings
from services.enums import ResponsibilityKind
from services.models import ServicePage

# Values of the page itself; all others are rows.
TEXTS = (
    *("official_name", "summary", "ozg_id", "ozg_service", "service_type", "sdg_area", "target_group"),
    *("online_availability", "appointment", "payment_means", "area", "first_step", "remedy", "identification"),
    *("evidence", "tacit_approval", "procedure_languages"),
)
# Rows whose values are passed on as they are.
ROWS = {
    "deadlines": ("kind", "duration", "duration_to", "unit", "words"),
    "steps": ("title", "text"),
    "legal_bases": ("text", "url"),
    "hints": ("kind", "text"),
}
CONTACT = ("function", "phone", "email", "room", "hours", "languages", "has_sign_language")


def of_service(request: HttpRequest, service: ServicePage, around: Surroundings) -> dict[str, Any]:
    """Return all facts of a service whose rows are fetched, or only its name while nobody has checked them."""
    found = api_pages.link(request, service) | {
        "slug": service.slug,
        "updated_at": api_pages.updated_at(service),
        "verification": service.verification,
    }
    if not service.is_verified:
        return found
    language = found["language"]
    return (
        found
        | {name: getattr(service, name) for name in TEXTS}
        | {
            relation: [_row(row, language, *names) for row in getattr(service, relation).all()]
            for relation, names in ROWS.items()
        }
        | _facts(request, service, language, around)
        | _neighbours(request, service, language, around)
    )


def _row(row: Any, language: str, *names: str) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names} | {"language": row.language or language}


def _facts(request: HttpRequest, service: ServicePage, language: str, around: Surroundings) -> dict[str, Any]:
    return {
        "leika_keys": [row.key for row in service.service_keys.all()],
        "fees": list(_fees(service, language)),
        "documents": [
            _row(row, language, "name", "form", "condition")
            | {name: getattr(row.record, name, "") for name in ("explanation", "where_to_get")}
            for row in service.documents.all()
        ],
        "online_services": [
            _row(row, language, "label", "url", "state", "provider", "account", "trust_level", "note")
            for row in service.online_services.all()
        ],
        "forms": [
            _row(row, language, "title", "number", "is_accessible", "note") | {"url": _form_url(request, row, around)}
            for row in service.forms.all()
        ],
    }


def _fees(service: ServicePage, language: str) -> Iterable[dict[str, Any]]:
    rows = service.fees.all()
    in_force = {fee.pk for fee in fees.in_force(rows)}
    for fee in rows:
        values = _row(fee, language, "label", "kind", "amount", "amount_to", "unit", "valid_from")
        yield values | {"in_force": fee.pk in in_force}


def _form_url(request: HttpRequest, row: Any, around: Surroundings) -> str:
    file = around.files.get(row.document_id)
    return site_address.full(request, file.url) if file else row.url


def _neighbours(request: HttpRequest, service: ServicePage, language: str, around: Surroundings) -> dict[str, Any]:
    offices = [row for row in service.service_offices.all() if row.office_id in around.offices]
    topics = [row for row in service.service_topics.all() if row.topic_id in around.topics]
    contacts = [around.contacts.get(row.contact_id) for row in service.service_contacts.all()]
    related = [around.services.get(row.related_id) for row in service.related_services.all()]
    touched = disruptions.of_service(service, [around.offices[row.office_id] for row in offices])
    return {
        "offices": [_office(request, service, row, around.offices[row.office_id]) for row in offices],
        "responsibilities": list(_responsibilities(service, language, around)),
        "contacts": [{name: getattr(contact, name) for name in CONTACT} for contact in contacts if contact],
        "topics": [
            api_pages.link(request, topic) | {"kind": topic.kind}
            for topic in (around.topics[row.topic_id] for row in topics)
        ],
        "related_services": [api_pages.link(request, other) for other in related if other],
        "disruptions": [str(disruption.pk) for disruption in touched],
    }


def _office(request: HttpRequest, service: ServicePage, row: Any, office: Any) -> dict[str, Any]:
    names = ("appointment", "booking_url", "booking_phone", "have_ready", "how_to_cancel")
    return (
        api_pages.link(request, office)
        | {name: getattr(row, name) for name in names}
        | {
            "is_external": office.is_external,
            "hours": [span_hours(own.span) for own in service.service_hours.all() if own.office_id == row.office_id],
        }
    )


def _responsibilities(service: ServicePage, language: str, around: Surroundings) -> Iterable[dict[str, Any]]:
    for row in service.responsibilities.all():
        office = around.offices.get(row.office_id)
        if office is None:
            continue
        district = around.districts.get(row.district_id)
        value = str(district or "") if row.kind == ResponsibilityKind.DISTRICT else row.value
        yield _row(row, language, "kind", "note") | {"value": value, "office_id": str(office.translation_key)}
