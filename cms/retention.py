"""How long personal data stay: rules declared on models, a command that follows them, a check for models without.

`retention` says when rows go, `clearings` say which fields of a row go before it does.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core import checks
from django.db import models

from wagtail.models import Revision, RevisionMixin

from cms import clock

# A field of one of these types or names tells something about a person until the model says otherwise.
PERSONAL_TYPES = (models.EmailField, models.GenericIPAddressField)
PERSONAL_NAMES = {"phone", "first_name", "last_name", "full_name", "birthday", "date_of_birth", "street", "user_agent"}


@dataclass(frozen=True)
class Retention:
    """A row lives for `days` after the instant in its field `since`; `purpose` is German, for the privacy page."""

    purpose: str
    since: str
    days: int


@dataclass(frozen=True)
class Clearing:
    """`fields` are emptied `days` after the instant or the last day in the field `since`, in the revisions as well.

    A revision follows the day that stands in itself. `rows` are foreign keys: what they point at holds the same data
    and goes too, once it is `settled`, a condition that its model declares as a `Q`.
    """

    since: str
    days: int
    fields: tuple[str, ...]
    rows: tuple[str, ...] = ()


@dataclass(frozen=True)
class NotPersonal:
    """Says why fields that look personal are not, for example the address of an office."""

    reason: str


# Models of libraries cannot declare their rule themselves.
OF_LIBRARIES = {
    "axes.AccessAttempt": Retention("Schutz der Anmeldung", since="attempt_time", days=30),
    "axes.AccessFailureLog": Retention("Schutz der Anmeldung", since="attempt_time", days=30),
    "axes.AccessLog": Retention("Schutz der Anmeldung", since="attempt_time", days=30),
    "sessions.Session": Retention("Anmeldung der Redaktion", since="expire_date", days=0),
}


def rules() -> Iterator[tuple[type[models.Model], Retention]]:
    """Yield every model with a rule, ours first."""
    for model in apps.get_models():
        rule = getattr(model, "retention", None)
        if isinstance(rule, Retention):
            yield model, rule
    for label, rule in OF_LIBRARIES.items():
        yield apps.get_model(label), rule


def clearings() -> Iterator[tuple[type[models.Model], Clearing]]:
    for model in apps.get_models():
        for clearing in getattr(model, "clearings", ()):
            yield model, clearing


def purge(*, dry_run: bool = False) -> list[tuple[str, int]]:
    """Delete rows and empty fields whose time is over.

    Returns (what, how many rows and revisions) in German words for every rule; with `dry_run` it only counts.
    """
    found = []
    for model, rule in rules():
        old = model._default_manager.filter(**{f"{rule.since}__lt": clock.now() - timedelta(days=rule.days)})
        found.append((str(model._meta.verbose_name_plural), old.count()))
        if not dry_run:
            old.delete()
    for model, clearing in clearings():
        count = _clear_rows(model, clearing, dry_run) + _clear_revisions(model, clearing, dry_run)
        # Not only rows that are cleared now: what was not settled then goes later.
        count += sum(_clear_pointed_at(model, clearing, name, dry_run) for name in clearing.rows)
        names = ", ".join(str(_field(model, name).verbose_name) for name in clearing.fields)
        found.append((f"{model._meta.verbose_name_plural} ({names})", count))
    return found


def _clear_rows(model: type[models.Model], clearing: Clearing, dry_run: bool) -> int:
    empty = _empty(model, clearing)
    over = model._default_manager.filter(**{f"{clearing.since}__lt": _limit(model, clearing)}).exclude(**empty)
    # Not `save`: what is shown does not change, and a revision would keep the name once more.
    return over.count() if dry_run else over.update(**empty)


def _clear_revisions(model: type[models.Model], clearing: Clearing, dry_run: bool) -> int:
    if not issubclass(model, RevisionMixin):
        return 0
    empty = _empty(model, clearing)
    since, limit = _field(model, clearing.since), _limit(model, clearing)
    count = 0
    for revision in Revision.objects.filter(content_type=ContentType.objects.get_for_model(model)).iterator():
        instant = since.to_python(revision.content.get(clearing.since))
        cleared = revision.content | empty
        if instant is None or instant >= limit or cleared == revision.content:
            continue
        count += 1
        if not dry_run:
            Revision.objects.filter(pk=revision.pk).update(content=cleared)
    return count


def _clear_pointed_at(model: type[models.Model], clearing: Clearing, name: str, dry_run: bool) -> int:
    over = model._default_manager.filter(**{f"{clearing.since}__lt": _limit(model, clearing)})
    other: Any = _field(model, name).related_model
    found = other._default_manager.filter(other.settled, pk__in=over.exclude(**{name: None}).values(name))
    count = found.count()
    if not dry_run:
        found.delete()
    return count


def _limit(model: type[models.Model], clearing: Clearing) -> date:
    """Return the day or instant before which `since` must lie; a day counts to its end."""
    limit = clock.now() - timedelta(days=clearing.days)
    return limit if isinstance(_field(model, clearing.since), models.DateTimeField) else limit.date()


def _empty(model: type[models.Model], clearing: Clearing) -> dict[str, str | None]:
    return {name: None if _field(model, name).null else "" for name in clearing.fields}


def _field(model: type[models.Model], name: str) -> models.Field:
    return next(field for field in model._meta.fields if field.name == name)


@checks.register(checks.Tags.models)
def check_retention(app_configs=None, **kwargs) -> list[checks.CheckMessage]:
    return problems(model for model in apps.get_models() if is_ours(model))


def is_ours(model: type[models.Model]) -> bool:
    path = Path(apps.get_app_config(model._meta.app_label).path)
    return path.parent == Path(settings.BASE_DIR)


def problems(found: Iterable[type[models.Model]]) -> list[checks.CheckMessage]:
    """Return a complaint per model with personal fields and no rule, or with a rule that names no field of its own."""
    complaints: list[checks.CheckMessage] = []
    for model in found:
        rule = getattr(model, "retention", None)
        personal = [field.name for field in model._meta.local_fields if is_personal(field)]
        if personal and rule is None:
            hint = "Declare `retention = Retention(…)` on the model, or `NotPersonal(…)` if it is about no person."
            message = f"{', '.join(personal)} may be personal data, but nothing says how long they stay."
            complaints.append(checks.Error(message, hint=hint, obj=model, id="cms.E001"))
        own = getattr(model, "clearings", ())
        named = {name for clearing in own for name in (clearing.since, *clearing.fields, *clearing.rows)}
        if isinstance(rule, Retention):
            named.add(rule.since)
        missing = named - {field.name for field in model._meta.fields}
        complaints += [checks.Error(f"There is no field {name}.", obj=model, id="cms.E002") for name in sorted(missing)]
    return complaints


def is_personal(field: models.Field) -> bool:
    return isinstance(field, PERSONAL_TYPES) or field.name in PERSONAL_NAMES
