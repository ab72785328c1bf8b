"""Topics, offices and services of the demo, from the reviewed YAML in `fixtures/services/`."""

from wagtail.models import Page

from cms.models import Department
from home.demo.references import References
from home.demo.rows import add_rows, find
from home.demo.source import Row, check, fill, read, read_folder
from search.models import CitizenWord
from services.enums import TopicKind
from services.models import (
    Contact,
    OfficePage,
    ServiceContact,
    ServiceKey,
    ServiceOffice,
    ServicePage,
    ServiceTopic,
    TopicPage,
)

NOT_SERVICES = {"topics.yaml", "offices.yaml", "examples.yaml"}
# Keys of the YAML and fields of the models have the same names.
SERVICE_FIELDS = (
    "official_name",
    "service_type",
    "ozg_id",
    "ozg_service",
    "target_group",
    "online_availability",
    "appointment",
    "verification",
    "internal_note",
    "summary",
)
SERVICE_ROWS = ("fees", "documents", "deadlines", "steps", "online_services", "forms", "legal_bases", "hints")
OFFICE_FIELDS = (
    "is_external",
    "street",
    "postcode",
    "city",
    "email",
    "by_appointment_only",
    "uses_building_hours",
    "hours_note",
    "accessibility",
    "note",
)
OFFICE_ROWS = ("phones", "opening_hours")


def load_topics(references: References) -> list[Row]:
    """Add missing topics and life situations in their order; returns all rows, for the services that follow."""
    found = sorted(read("services/topics.yaml"), key=lambda row: row.take("order", 0))
    for row in found:
        kind = row.take("kind", TopicKind.TOPIC)
        parent = references.need_page(row, "kind", "/themen/" if kind == TopicKind.TOPIC else "/lebenslagen/")
        topic = TopicPage(title=row.need("title"), slug=row.need("slug"), kind=kind)
        fill(topic, row, "icon", "summary")
        row.items("top")
        add_page(parent, topic, row)
    return found


def load_offices(references: References) -> None:
    # An office that is a department of the city answers for its page, and for what is written about its services.
    departments = Department.objects.in_bulk(field_name="name")
    for row in read("services/offices.yaml"):
        office = OfficePage(title=row.need("title"), slug=row.need("slug"))
        office.department = departments.get(office.title)
        fill(office, row, *OFFICE_FIELDS)
        add_rows(office, row, OFFICE_ROWS)
        if above := row.take("parent"):
            office.parent_office = references.need_office(row, "parent", above)
        add_page(references.need_page(row, "slug", "/dienststellen/"), office, row)


def load_services(references: References, topics: list[Row]) -> list[ServicePage]:
    """Add missing services and return them; the records they name are there already."""
    top = {
        (topic.data["slug"], slug): position
        for topic in topics
        for position, slug in enumerate(topic.items("top"), start=1)
    }
    services = (_load_service(references, row, top) for row in read_folder("services", NOT_SERVICES))
    return [service for service in services if service]


def _load_service(references: References, row: Row, top: dict[tuple[str, str], int]) -> ServicePage | None:
    service = ServicePage(title=row.need("title"), slug=row.need("slug"))
    fill(service, row, *SERVICE_FIELDS, source_number="nr")
    add_rows(service, row, SERVICE_ROWS)
    if key := row.take("leika_key"):
        service.service_keys.add(ServiceKey(key=key))
    for title in row.items("offices"):
        service.service_offices.add(ServiceOffice(office=references.need_office(row, "offices", title)))
    for function in row.items("service_contacts"):
        contact = find(Contact, row, "service_contacts", function)
        service.service_contacts.add(ServiceContact(contact=contact))
    situations = [("life_situations", slug) for slug in row.items("life_situations")]
    for key, slug in [("topic", row.need("topic")), *situations]:
        topic = references.need_topic(row, key, slug)
        service.service_topics.add(ServiceTopic(topic=topic, top_position=top.get((slug, service.slug))))
    words = row.items("citizen_words")
    if not add_page(references.need_page(row, "slug", "/leistungen/"), service, row):
        return None
    add_words(service, words, row)
    return service


def add_words(page: Page, words: list[str], row: Row) -> None:
    for phrase in words:
        word = CitizenWord(page=page, phrase=phrase, source=CitizenWord.Source.IMPORT)
        check(word, row)
        word.save()


def add_page(parent: Page, page: Page, row: Row) -> bool:
    """Publish a new page below its index and say so; one that exists stays as the editors left it."""
    row.finish()
    if type(page).objects.child_of(parent).filter(slug=page.slug).exists():
        return False
    page.live = False
    parent.add_child(instance=page)
    check(page, row)
    page.save_revision().publish()
    return True
