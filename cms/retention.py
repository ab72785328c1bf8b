"""How long personal data stay: rules declared on models, a command that follows them, a check for models without."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core import checks
from django.db import models

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


def purge(*, dry_run: bool = False) -> list[tuple[type[models.Model], int]]:
    """Delete what is older than its rule allows and return (model, rows); with `dry_run` only count."""
    found = []
    for model, rule in rules():
        old = model._default_manager.filter(**{f"{rule.since}__lt": clock.now() - timedelta(days=rule.days)})
        found.append((model, old.count()))
        if not dry_run:
            old.delete()
    return found


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
        elif isinstance(rule, Retention) and rule.since not in {field.name for field in model._meta.fields}:
            complaints.append(checks.Error(f"There is no field {rule.since}.", obj=model, id="cms.E002"))
    return complaints


def is_personal(field: models.Field) -> bool:
    return isinstance(field, PERSONAL_TYPES) or field.name in PERSONAL_NAMES
