"""Keeps lists, places and search in step with what editors change; importers do so themselves, once at the end."""

import threading

from django.db import transaction
from django.db.models.signals import post_delete, post_save

from wagtail.signals import page_published

from cms.generation import raise_generation
from directories import facets, places
from directories.models import DirectoryPage, Entry
from search.signal_handlers import schedule

_waiting = threading.local()


def connect() -> None:
    """Wire all signals of the directories; called once when Django is ready."""
    post_save.connect(on_entry_saved, sender=Entry, dispatch_uid="directory-entry-saved")
    post_delete.connect(on_entry_deleted, sender=Entry, dispatch_uid="directory-entry-deleted")
    page_published.connect(on_directory_published, sender=DirectoryPage, dispatch_uid="directory-published")


def on_entry_saved(instance: Entry, **signal) -> None:
    facets.write([instance], instance.directory.fields.all())
    _refresh(instance)


def on_entry_deleted(instance: Entry, **signal) -> None:
    _refresh(instance)


def on_directory_published(instance: DirectoryPage, **signal) -> None:
    """The editor may have renamed a field or made it a filter."""
    facets.rewrite(instance.pk)
    # Once more: whoever looked before saw the old facets under the number of the published page.
    raise_generation()


def _refresh(entry: Entry) -> None:
    _waiting.are_places_due = True
    transaction.on_commit(_rebuild_places, robust=True)
    for page_id in DirectoryPage.in_all_languages([entry.directory_id]):
        schedule(page_id)


def _rebuild_places() -> None:
    """Once for all entries of a transaction, and a new generation before it and after it.

    Before: a process that dies here must not leave old lists for good. After: the one before may keep the old places.
    """
    if not getattr(_waiting, "are_places_due", False):
        return
    _waiting.are_places_due = False
    raise_generation()
    try:
        places.rebuild()
    finally:
        raise_generation()
