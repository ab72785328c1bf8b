"""Rows of a page or record: plain fields, and what they name."""

from typing import Any

from django.db import models

from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from home.demo.source import Row, check, fill
from services.models import (
    Account,
    Contact,
    DocumentRecord,
    Law,
    OfficePage,
    ServicePage,
    TrustLevel,
)

# What the YAML calls by name, and the columns in which the name stands.
NAMES: dict[type[models.Model], tuple[str, ...]] = {
    Account: ("name",),
    Contact: ("function",),
    DocumentRecord: ("name",),
    Law: ("abbreviation", "name"),
    OfficePage: ("title",),
    ServicePage: ("slug",),
    TrustLevel: ("code",),
}
NOT_WRITTEN = {"id", "sort_order", "translation_key"}


def add_rows(owner: ClusterableModel, row: Row, relations: tuple[str, ...]) -> None:
    """Add the rows of these relations to an owner that may not be saved yet."""
    for relation in relations:
        link: Any = owner._meta.get_field(relation)
        for child in row.children(relation):
            instance = link.related_model()
            fill_row(instance, child)
            check(instance, child, exclude=(link.field.name,))
            getattr(owner, relation).add(instance)


def fill_row(instance: models.Model, row: Row) -> None:
    """Set plain fields and what is named; everything else in the row is a mistake."""
    plain = [field.name for field in instance._meta.concrete_fields if not field.is_relation]
    fill(instance, row, *(name for name in plain if name not in NOT_WRITTEN))
    connect(instance, row)
    row.finish()


def connect(instance: models.Model, row: Row) -> None:
    """Set the fields whose records the row calls by name."""
    for field in instance._meta.concrete_fields:
        model: Any = field.related_model
        if model in NAMES and not isinstance(field, ParentalKey) and (name := row.take(field.name)):
            setattr(instance, field.name, find(model, row, field.name, name))


def find(model: type[models.Model], row: Row, key: str, name: str) -> Any:
    """Return the one record of this name; a name that is not there or not clear is an error of the row."""
    condition = models.Q()
    for column in NAMES[model]:
        condition |= models.Q(**{column: name})
    found = list(model._default_manager.filter(condition)[:2])
    if len(found) != 1:
        problem = "gibt es mehrmals" if found else "gibt es nicht"
        raise row.error(key, f"{model._meta.verbose_name} „{name}“ {problem}")
    return found[0]
