"""Fields that both the source and somebody here have changed: ours stays until somebody decides."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction

from wagtail.models import Locale

from cms import clock
from exchange.models import ConflictState, ImportConflict
from exchange.xzufi.bodies import Addresses
from exchange.xzufi.fields import translations
from exchange.xzufi.merging import same
from exchange.xzufi.rows import Records
from exchange.xzufi.saving import Record


class AlreadyDecidedError(Exception):
    """Somebody was faster."""


def keep(reference: int, found: dict[str, tuple[Any, Any, Any]], ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    """Store new conflicts of a record; those that have settled themselves are closed.

    An open one keeps the state both sides began from. Who has decided for ours is asked again only about a new text.
    """
    known = {conflict.field: conflict for conflict in ImportConflict.objects.filter(reference=reference)}
    for name, (base, own, new) in found.items():
        conflict = known.get(name) or ImportConflict(reference_id=reference, field=name, base=base)
        if conflict.state != ConflictState.OPEN:
            conflict.base, conflict.state = base, ConflictState.OPEN
        conflict.ours, conflict.theirs, conflict.found_at = own, new, clock.now()
        conflict.save()
    for name, conflict in known.items():
        is_open = conflict.state == ConflictState.OPEN and name not in found
        if is_open and name in theirs and same(theirs[name], ours.get(name)):
            conflict.state = ConflictState.TAKEN
            conflict.save(update_fields=["state"])


def may_decide(conflict: ImportConflict, user: Any) -> bool:
    """Whether the user may change the page, and publish it if it is live."""
    page = conflict.reference.page
    rights = page.permissions_for_user(user)
    return bool(rights.can_edit() and (not page.live or rights.can_publish()))


def keep_ours(conflict: ImportConflict, user: AbstractBaseUser) -> None:
    """Decide for our text. Raises PermissionDenied and AlreadyDecidedError."""
    _must_decide(conflict, user)
    with transaction.atomic():
        _still_open(conflict)
        conflict.state = ConflictState.KEPT
        conflict.save(update_fields=["state"])


def take_theirs(conflict: ImportConflict, user: AbstractBaseUser) -> None:
    """Put the delivered text into the page as a revision of the user, published if the page is live.

    Raises PermissionDenied, also where the page is locked, and AlreadyDecidedError.
    """
    _must_decide(conflict, user)
    with transaction.atomic():
        _still_open(conflict)
        _put_into_page(conflict, user)
        conflict.state = ConflictState.TAKEN
        conflict.save(update_fields=["state"])


def _still_open(conflict: ImportConflict) -> None:
    """Hold the row until the transaction ends, so that of two decisions the second finds it decided."""
    held = ImportConflict.objects.select_for_update().get(pk=conflict.pk)
    if held.state != ConflictState.OPEN:
        raise AlreadyDecidedError


def _put_into_page(conflict: ImportConflict, user: AbstractBaseUser) -> None:
    page = conflict.reference.page.specific
    locales = dict(Locale.objects.filter(language_code__in=translations()).values_list("language_code", "pk"))
    record = Record.load(type(page), page.pk, locales, Addresses())
    if record.is_locked:
        raise PermissionDenied("Die Seite ist gesperrt.")
    record.save({conflict.field: conflict.theirs}, Records.load(), user, publish=False)


def _must_decide(conflict: ImportConflict, user: AbstractBaseUser) -> None:
    if not may_decide(conflict, user):
        raise PermissionDenied("Dafür brauchen Sie das Recht, diese Seite zu veröffentlichen.")
