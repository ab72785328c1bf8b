"""Fetches all rows of a page in one statement.

A service has seven kinds of rows; one statement each would cost more than the rest of the page. Each row becomes one
JSON object in the database, `UNION ALL` joins them, and modelcluster is handed the finished objects.
"""

import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from django.db import connection, models
from django.db.models.functions import JSONObject
from django.utils import timezone


def fetch_rows(pages: list[Any], relations: tuple[str, ...]) -> None:
    """Fill the child relations named in `relations` on all `pages` (of one model) with one statement."""
    if not pages or not relations:
        return
    model = type(pages[0])
    children = {relation: model._meta.get_field(relation) for relation in relations}
    found = _read(children, [page.pk for page in pages])
    for page in pages:
        related = page.__dict__.setdefault("_cluster_related_objects", {})
        for relation, field in children.items():
            rows = sorted(
                found.get((relation, page.pk), []), key=lambda row: (getattr(row, "sort_order", None) or 0, row.pk)
            )
            for row in rows:
                setattr(row, field.field.name, page)
            related[relation] = rows


def _read(children: dict[str, Any], owners: list[int]) -> dict[tuple[str, int], list[models.Model]]:
    queries = [_query(relation, field.related_model, field.field, owners) for relation, field in children.items()]
    statement = queries[0].union(*queries[1:], all=True) if len(queries) > 1 else queries[0]
    found: dict[tuple[str, int], list[models.Model]] = {}
    for relation, owner, row in statement:
        found.setdefault((relation, owner), []).append(_instance(children[relation].related_model, row))
    return found


def _query(relation: str, model: type[models.Model], parent: models.ForeignKey, owners: list[int]):
    columns = {field.attname: models.F(field.attname) for field in model._meta.concrete_fields}
    return (
        model._default_manager.order_by()
        .filter(**{f"{parent.name}__in": owners})
        .values_list(models.Value(relation), models.F(parent.attname), JSONObject(**columns))
    )


def _instance(model: type[models.Model], row: Any) -> models.Model:
    data = json.loads(row, parse_float=Decimal) if isinstance(row, str) else row
    return model.from_db(
        connection.alias,
        [field.attname for field in model._meta.concrete_fields],
        [_value(field, data[field.attname]) for field in model._meta.concrete_fields],
    )


def _value(field: models.Field, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(field, models.DecimalField):
        return Decimal(str(value)).quantize(Decimal(1).scaleb(-field.decimal_places))
    value = field.to_python(value)
    if isinstance(value, datetime) and timezone.is_naive(value):
        # SQLite keeps instants as UTC without saying so.
        return value.replace(tzinfo=UTC)
    return value
