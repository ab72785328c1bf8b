"""What rows of services lead to: pages, contacts and files, each kind read with one statement for all services."""

from dataclasses import dataclass, field
from typing import Any

from wagtail.documents import get_document_model
from wagtail.models import Page

from cms import freshness
from cms.localized import localized_by_id
from cms.models import District
from services.models import Contact, OfficePage, ServicePage, TopicPage


@dataclass
class Surroundings:
    """By the ids that stand in the rows; what is not live is missing."""

    offices: dict[int, OfficePage] = field(default_factory=dict)
    topics: dict[int, TopicPage] = field(default_factory=dict)
    services: dict[int, Page] = field(default_factory=dict)
    contacts: dict[int, Contact] = field(default_factory=dict)
    files: dict[int, Any] = field(default_factory=dict)
    districts: dict[int, District] = field(default_factory=dict)

    @classmethod
    def of(cls, services: list[ServicePage]) -> "Surroundings":
        if not services:
            return cls()
        locale = services[0].locale_id

        def ids(name: str, *relations: str) -> set[int]:
            rows = (row for service in services for relation in relations for row in getattr(service, relation).all())
            return {pk for row in rows if (pk := getattr(row, name))}

        offices = ids("office_id", "service_offices", "responsibilities")
        return cls(
            offices=localized_by_id(OfficePage.objects.select_related("locale"), offices, locale),
            topics=localized_by_id(
                TopicPage.objects.select_related("locale"), ids("topic_id", "service_topics"), locale
            ),
            services=localized_by_id(
                Page.objects.select_related("locale"), ids("related_id", "related_services"), locale
            ),
            contacts=Contact.objects.filter(live=True).in_bulk(ids("contact_id", "service_contacts")),
            files=get_document_model().objects.in_bulk(ids("document_id", "forms")),
            districts=freshness.remember("districts", District.objects.in_bulk),
        )
