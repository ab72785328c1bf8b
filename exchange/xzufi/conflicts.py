"""Fields that both the source and somebody here have changed: ours stays until somebody decides."""

import json
from hashlib import sha256
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction

from wagtail.models import Locale, Page

from cms import clock
from exchange.models import ConflictState, ImportConflict
from exchange.xzufi.bodies import Addresses
from exchange.xzufi.fields import translations
from exchange.xzufi.merging import same
from exchange.xzufi.rows import Records
from exchange.xzufi.saving import Record


class AlreadyDecidedError(Exception):
    """Somebody was faster."""


class ChangedMeanwhileError(Exception):
    """The texts are no longer those that were shown."""


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


def ours_now(conflict: ImportConflict) -> Any:
    """Return the value of our page as it is now: somebody may have changed it since the import."""
    return _record(conflict).values.get(conflict.field)


def digest(conflict: ImportConflict, ours: Any) -> str:
    """Return a mark of the three texts; a decision about others than were shown is none."""
    shown = [ours, conflict.theirs, conflict.base]
    return sha256(json.dumps(shown, sort_keys=True, default=str).encode()).hexdigest()


def keep_ours(conflict: ImportConflict, user: AbstractBaseUser, shown: str) -> None:
    """Decide for our text. Raises PermissionDenied, AlreadyDecidedError and ChangedMeanwhileError.

    `shown` is the digest of what the user has seen.
    """
    _must_decide(conflict, user)
    with transaction.atomic():
        held, _page = _hold(conflict, shown)
        held.state = ConflictState.KEPT
        held.save(update_fields=["state", "ours"])


def take_theirs(conflict: ImportConflict, user: AbstractBaseUser, shown: str) -> None:
    """Put the delivered text into the page as a revision of the user, published if the page is live.

    Raises what `keep_ours` does; PermissionDenied also where the page is locked.
    """
    _must_decide(conflict, user)
    with transaction.atomic():
        held, record = _hold(conflict, shown)
        if record.is_locked:
            raise PermissionDenied("Die Seite ist gesperrt.")
        record.save({held.field: held.theirs}, Records.load(), user, publish=False)
        held.state = ConflictState.TAKEN
        held.save(update_fields=["state", "ours"])


def _hold(conflict: ImportConflict, shown: str) -> tuple[ImportConflict, Record]:
    """Lock page and conflict until the transaction ends, and return both as they are now; `ours` is what was shown.

    Of two decisions the second finds it decided; an import or an editor in between is not written over unseen.
    """
    # The page first, as an import does: the other way round the two would wait for each other for good.
    Page.objects.select_for_update().get(pk=conflict.reference.page_id)
    held = ImportConflict.objects.select_for_update().get(pk=conflict.pk)
    if held.state != ConflictState.OPEN:
        raise AlreadyDecidedError
    record = _record(held)
    held.ours = record.values.get(held.field)
    if digest(held, held.ours) != shown:
        raise ChangedMeanwhileError
    return held, record


def _record(conflict: ImportConflict) -> Record:
    page = conflict.reference.page.specific
    locales = dict(Locale.objects.filter(language_code__in=translations()).values_list("language_code", "pk"))
    return Record.load(type(page), page.pk, locales, Addresses())


def _must_decide(conflict: ImportConflict, user: AbstractBaseUser) -> None:
    if not may_decide(conflict, user):
        raise PermissionDenied("Dafür brauchen Sie das Recht, diese Seite zu veröffentlichen.")
