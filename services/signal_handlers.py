"""Wires what happens when a record changes that pages show."""

from django.db.models.signals import pre_delete

from wagtail.signals import published, unpublished

from services import record_changes


def connect() -> None:
    """Wire all signals of the services; called once when Django is ready."""
    published.connect(record_changes.on_published, dispatch_uid="record-published")
    unpublished.connect(record_changes.on_removed, dispatch_uid="record-unpublished")
    pre_delete.connect(record_changes.on_removed, dispatch_uid="record-deleted")
