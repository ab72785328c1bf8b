"""Brings Wagtail's index of references in step once for each object, not with each of the many saves of a load."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import models
from django.db.models.signals import post_save

from modelcluster.fields import ParentalKey
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update


@contextmanager
def updated_once() -> Iterator[None]:
    """Update the index for everything that is saved while the block runs, when it ends without an error."""
    saved: dict[tuple[type[models.Model], Any], models.Model] = {}

    def note(sender: type[models.Model], instance: models.Model, **signal: Any) -> None:
        # References of a row stand in the index under the page or record it belongs to.
        owner = _owner(instance)
        if ReferenceIndex.is_indexed(type(owner)):
            saved[(type(owner), owner.pk)] = owner

    post_save.connect(note)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        post_save.disconnect(note)
    for model, key in saved:
        # Read anew: what was saved in between knows the rows of that moment.
        if found := model._default_manager.filter(pk=key).first():
            ReferenceIndex.create_or_update_for_object(found)


def _owner(instance: models.Model) -> models.Model:
    parents = [field.name for field in instance._meta.concrete_fields if isinstance(field, ParentalKey)]
    return _owner(getattr(instance, parents[0])) if parents else instance
