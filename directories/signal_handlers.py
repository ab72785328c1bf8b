"""Keeps lists, places and search in step with what editors change; importers do so themselves, once at the end."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save

from wagtail.signals import page_published

from cms.generation import watch
from directories import facets, places
from directories.models import DirectoryPage, Entry
from search.signal_handlers import schedule


def connect() -> None:
    """Wire all signals of the directories; called once when Django is ready."""
    watch(Entry)
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


def _refresh(entry: Entry) -> None:
    transaction.on_commit(places.rebuild)
    schedule(entry.directory_id)
