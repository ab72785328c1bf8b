"""What several services share: laws, documents, accounts, trust levels, contacts; and disruptions.

Loaded before the services that name them. What exists already stays as the editors left it.
"""

from cms.models import Record
from home.demo.rows import add_rows, connect, find
from home.demo.source import Row, check, fill, read
from services.models import (
    Account,
    Contact,
    Disruption,
    DocumentRecord,
    Law,
    ServicePage,
    TrustLevel,
)

# File in `fixtures/records/`, model, and the column that tells one record from another.
SHARED: tuple[tuple[str, type[Record], str], ...] = (
    ("laws", Law, "name"),
    ("accounts", Account, "name"),
    ("trust_levels", TrustLevel, "code"),
    ("contacts", Contact, "function"),
)
FIELDS: dict[type[Record], tuple[str, ...]] = {
    Law: ("name", "abbreviation", "url"),
    Account: ("name", "explanation", "url"),
    TrustLevel: ("code", "name", "explanation"),
    Contact: ("function", "phone", "email"),
}
Waiting = list[tuple[Row, DocumentRecord]]


def load_records() -> Waiting:
    """Add missing records; returns the new documents whose service comes later (`connect_documents`)."""
    for file, model, key in SHARED:
        for row in read(f"records/{file}.yaml"):
            record = model()
            row.need(key)
            fill(record, row, *FIELDS[model])
            connect(record, row)
            _publish_new(record, row, key)
    return _load_documents()


def _load_documents() -> Waiting:
    waiting = []
    for row in read("records/documents.yaml"):
        record = DocumentRecord(name=row.need("name"))
        fill(record, row, "explanation", "where_to_get")
        service = row.take("service")
        if _publish_new(record, row, "name") and service:
            waiting.append((row, record))
    return waiting


def connect_documents(waiting: Waiting) -> None:
    """Let each document name the service with which one gets it, as soon as there are services."""
    for row, record in waiting:
        record.refresh_from_db()
        record.service = find(ServicePage, row, "service", row.data["service"])
        record.save()
        # Not published a second time: that would stand in the history of every service as a change.
        revision = record.latest_revision
        revision.content = record.serializable_data()
        revision.save(update_fields=["content"])


def load_disruptions() -> None:
    for row in read("records/disruptions.yaml"):
        disruption = Disruption(title=row.need("title"))
        fill(disruption, row, "message", "alternative", "start", "end", "is_major")
        add_rows(disruption, row, ("targets",))
        _publish_new(disruption, row, "title")


def _publish_new(record: Record, row: Row, key: str) -> bool:
    """Check and publish the record unless there is one with this key; says whether it is new."""
    row.finish()
    if type(record)._default_manager.filter(**{key: getattr(record, key)}).exists():
        return False
    check(record, row)
    record.live = False
    record.save()
    record.save_revision().publish()
    return True
