"""Raises the generation: everything that becomes public passes here, after its transaction has committed.

A request that starts between the change and the commit would otherwise render the old text under the new number.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, models, transaction
from django.db.models.functions import Greatest
from django.db.models.signals import post_delete, post_save

from cms import clock
from cms.models.generation import Generation

_held = threading.local()


def current() -> int:
    """Return the number of the present generation; 0 before anything was published. One statement."""
    # Not through the ORM: this is most of the work of a request for a page that has not changed.
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT number FROM {Generation._meta.db_table} WHERE id = %s", [Generation.ROW])  # noqa: S608
        row = cursor.fetchone()
    return row[0] if row else 0


def raise_generation(**_signal) -> None:
    """Raise the generation as soon as the running transaction has committed; usable as a signal receiver."""
    transaction.on_commit(_raise_or_note)


@contextmanager
def held() -> Iterator[None]:
    """Raise the generation once for all that this thread publishes in the block, at its end, also if it fails.

    For mass changes: thousands of new generations would let every visitor's page be rendered again and again.
    """
    _held.is_raised = False
    try:
        yield
    finally:
        is_raised = _held.is_raised
        del _held.is_raised
        if is_raised:
            raise_now()


def _raise_or_note() -> None:
    if hasattr(_held, "is_raised"):
        _held.is_raised = True
    else:
        raise_now()


def raise_now() -> None:
    """Raise the generation, whatever transaction is running."""
    # One statement: the row is locked by it and by nothing else, so that two publishers neither wait nor lose a number.
    now = int(clock.now().timestamp() * 1000)
    raised = Greatest(models.F("number") + 1, now)
    if not Generation.objects.filter(pk=Generation.ROW).update(number=raised):
        Generation.objects.update_or_create(
            pk=Generation.ROW, defaults={"number": raised}, create_defaults={"number": now}
        )


def watch(*watched: type[models.Model]) -> None:
    """Let every saved or deleted row of these models raise the generation. Called from `AppConfig.ready`."""
    for model in watched:
        post_save.connect(raise_generation, sender=model, dispatch_uid=f"generation-save-{model._meta.label}")
        post_delete.connect(raise_generation, sender=model, dispatch_uid=f"generation-delete-{model._meta.label}")
