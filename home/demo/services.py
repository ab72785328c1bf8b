"""Topics, offices and services of the demo, from the reviewed YAML in `fixtures/services/`."""

from typing import Any

from django.db.models import Model

from modelcluster.models import ClusterableModel
from wagtail.models import Page

from home.demo.references import References
from home.demo.source import FIXTURES, Row, check, fill, read
from services import models as rows
from services.enums import TopicKind
from services.models import OfficePage, ServicePage, TopicPage

NOT_SERVICES = {"topics.yaml", "offices.yaml"}
SERVICE_FIELDS = {
    name: name
    for name in (
        "official_name",
        "leika_key",
        "ozg_id",
        "ozg_service",
        "target_group",
        "online_availability",
        "appointment",
        "verification",
        "internal_note",
        "summary",
    )
}
# Child relation → (model, model field → YAML key).
SERVICE_ROWS: dict[str, tuple[type[Model], dict[str, str]]] = {
    "fees": (rows.Fee, {name: name for name in ("label", "kind", "amount", "amount_to", "unit", "valid_from")}),
    "documents": (rows.RequiredDocument, {"text": "text", "condition": "condition"}),
    "deadlines": (rows.Deadline, {"kind": "kind", "text": "text"}),
    "steps": (rows.Step, {"title": "title", "text": "text"}),
    "online_services": (rows.OnlineService, {name: name for name in ("label", "url", "provider", "note")}),
    "legal_bases": (rows.LegalBasis, {"label": "label", "url": "url"}),
    "hints": (rows.Hint, {"kind": "kind", "text": "text"}),
}
OFFICE_FIELDS = {
    name: name
    for name in (
        "is_external",
        "street",
        "postcode",
        "city",
        "email",
        "by_appointment_only",
        "hours_note",
        "accessibility",
        "note",
    )
}
OFFICE_ROWS: dict[str, tuple[type[Model], dict[str, str]]] = {
    "phones": (rows.OfficePhone, {"label": "label", "number": "number"}),
    "opening_hours": (
        rows.OfficeHours,
        {name: name for name in ("kind", "weekday", "opens", "closes", "by_appointment", "note")},
    ),
}


def load_topics(references: References) -> list[Row]:
    """Add missing topics and life situations in their order; returns all rows, for the services that follow."""
    found = sorted(read("services/topics.yaml"), key=lambda row: row.take("order", 0))
    for row in found:
        kind = row.take("kind", TopicKind.TOPIC)
        parent = references.need_page(row, "kind", "/themen/" if kind == TopicKind.TOPIC else "/lebenslagen/")
        topic = TopicPage(title=row.need("title"), slug=row.need("slug"), kind=kind)
        fill(topic, row, icon="icon", summary="summary")
        row.take("top")
        _add(parent, topic, row)
    return found


def load_offices(references: References) -> None:
    parent = references.need_page(Row("services/offices.yaml", "alle", {}), "path", "/dienststellen/")
    found = read("services/offices.yaml")
    for row in found:
        office = OfficePage(title=row.need("title"), slug=row.need("slug"))
        fill(office, row, **OFFICE_FIELDS)
        _add_children(office, row, OFFICE_ROWS)
        above = row.take("parent")
        if above:
            office.parent_office = OfficePage.objects.filter(title=above).first()
            if office.parent_office is None:
                raise row.error("parent", f"die Stelle „{above}“ gibt es nicht, oder sie steht weiter unten")
        _add(parent, office, row)


def load_services(references: References, topics: list[Row]) -> None:
    top = {
        (topic.data["slug"], slug): position
        for topic in topics
        for position, slug in enumerate(topic.data.get("top", []), start=1)
    }
    parent = references.need_page(Row("services", "alle", {}), "path", "/leistungen/")
    for name in sorted(path.name for path in (FIXTURES / "services").glob("*.yaml") if path.name not in NOT_SERVICES):
        for row in read(f"services/{name}"):
            _load_service(parent, row, top)


def _load_service(parent: Page, row: Row, top: dict[tuple[str, str], int]) -> None:
    service = ServicePage(title=row.need("title"), slug=row.need("slug"), source_number=row.need("nr"))
    fill(service, row, **SERVICE_FIELDS)
    _add_children(service, row, SERVICE_ROWS)
    for title in row.take("offices", []):
        office = OfficePage.objects.filter(title=title).first()
        if office is None:
            raise row.error("offices", f"die Stelle „{title}“ gibt es nicht")
        service.service_offices.add(rows.ServiceOffice(office=office))
    for slug in [row.need("topic"), *row.take("life_situations", [])]:
        topic = TopicPage.objects.filter(slug=slug).first()
        if topic is None:
            raise row.error("topic", f"das Thema „{slug}“ gibt es nicht")
        service.service_topics.add(rows.ServiceTopic(topic=topic, top_position=top.get((slug, service.slug))))
    _add(parent, service, row)


def _add_children(owner: ClusterableModel, row: Row, relations: dict[str, tuple[type[Model], dict[str, str]]]) -> None:
    for relation, (model, fields) in relations.items():
        for child in row.children(relation):
            instance: Any = model()
            fill(instance, child, **fields)
            child.finish()
            check(instance, child, exclude=("page",))
            getattr(owner, relation).add(instance)


def _add(parent: Page, page: Page, row: Row) -> None:
    """Publish a new page below its index; one that exists stays as the editors left it."""
    row.finish()
    if type(page).objects.child_of(parent).filter(slug=page.slug).exists():
        return
    page.live = False
    parent.add_child(instance=page)
    check(page, row)
    page.save_revision().publish()
