"""Fills some services with every part of the record; whatever is invented there says "(Beispiel)".

Kept apart from the reviewed rows, which say what the data say and nothing else.
"""

from typing import Any

from home.demo.rows import add_rows, fill_row, find
from home.demo.source import Row, check, fill, read
from services.models import RelatedService, ServicePage

TEXTS = (
    *("area", "first_step", "remedy", "identification", "evidence", "tacit_approval", "procedure_languages"),
    "sdg_area",
)
ROWS = ("documents", "deadlines", "steps", "online_services", "forms", "legal_bases", "hints")


def load_examples(new: list[ServicePage]) -> None:
    """Add the examples to the services that this run has loaded; a service that was there stays as it is."""
    loaded = {service.pk for service in new}
    for row in read("services/examples.yaml"):
        service = find(ServicePage, row, "slug", row.need("slug"))
        if service.pk in loaded:
            _fill(service, row)


def _fill(service: ServicePage, row: Row) -> None:
    fill(service, row, *TEXTS)
    service.payment_means = row.items("payment_means")
    add_rows(service, row, ROWS)
    _add_appointments(service, row)
    for slug in row.items("related_services"):
        service.related_services.add(RelatedService(related=find(ServicePage, row, "related_services", slug)))
    row.finish()
    check(service, row)
    service.save_revision().publish()


def _add_appointments(service: ServicePage, row: Row) -> None:
    """Say how to get an appointment at an office that the reviewed row names."""
    links: list[Any] = list(service.service_offices.all())
    for child in row.children("service_offices"):
        title = child.need("office")
        link = next((link for link in links if link.office.title == title), None)
        if link is None:
            raise child.error("office", f"die Leistung hat keine Stelle „{title}“")
        fill_row(link, child)
        check(link, child, exclude=("service",))
    service.service_offices = links
