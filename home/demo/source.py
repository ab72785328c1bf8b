"""Reads the demo content; every complaint names file, row and field."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.dateparse import parse_datetime

import yaml

FIXTURES = Path(settings.BASE_DIR) / "fixtures"


class DemoError(Exception):
    """A row that cannot be loaded. The message is for the person who wrote it."""


@dataclass
class Row:
    """One mapping of a YAML file; `take` hands out a value once, `finish` complains about what nobody took."""

    file: str
    name: str
    data: dict[str, Any]
    taken: set[str] = field(default_factory=set)

    def take(self, key: str, default: Any = None) -> Any:
        self.taken.add(key)
        return self.data.get(key, default)

    def need(self, key: str) -> Any:
        value = self.take(key)
        if value in (None, ""):
            raise self.error(key, "fehlt")
        return value

    def error(self, key: str, problem: object) -> DemoError:
        return DemoError(f"{self.file}, „{self.name}“, Feld „{key}“: {problem}")

    def finish(self) -> None:
        if unknown := sorted(set(self.data) - self.taken):
            raise self.error(unknown[0], "ist nicht bekannt")

    def children(self, key: str) -> Iterator["Row"]:
        rows = self.take(key, [])
        if not isinstance(rows, list):
            raise self.error(key, "muss eine Liste sein")
        for number, data in enumerate(rows, start=1):
            if not isinstance(data, dict):
                raise self.error(f"{key} {number}", "muss aus Feldern bestehen")
            yield Row(self.file, f"{self.name} › {key} {number}", data)


def read(name: str) -> list[Row]:
    """Return the rows of `fixtures/<name>`."""
    path = FIXTURES / name
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise DemoError(f"{name}: {error}") from error
    rows = data if isinstance(data, list) else [data]
    return [Row(name, _name(row, number), row) for number, row in enumerate(rows, start=1)]


def _name(row: Any, number: int) -> str:
    keys = ("path", "title", "name", "slug", "key")
    return next((str(row[key]) for key in keys if isinstance(row, dict) and row.get(key)), f"Zeile {number}")


def fill(instance: models.Model, row: Row, **names: str) -> None:
    """Set plain fields from a row; `names` maps model field to YAML key. Types and choices are checked by the model."""
    for attribute, key in names.items():
        value = row.take(key)
        model_field = instance._meta.get_field(attribute)
        if value is None:
            continue
        if isinstance(model_field, models.DateTimeField):
            value = instant(row, key, value)
        try:
            setattr(instance, attribute, model_field.to_python(value))
        except ValidationError as error:
            raise row.error(key, "; ".join(error.messages)) from error


def instant(row: Row, key: str, value: Any) -> Any:
    """Return an aware datetime of local time in Bochum."""
    parsed = parse_datetime(str(value))
    if parsed is None:
        raise row.error(key, f"„{value}“ ist kein Zeitpunkt")
    return timezone.make_aware(parsed) if timezone.is_naive(parsed) else parsed


def check(instance: models.Model, row: Row, exclude: tuple[str, ...] = ()) -> None:
    """Run the model's own checks and translate the first complaint."""
    try:
        instance.full_clean(exclude=exclude)
    except ValidationError as error:
        key, messages = next(iter(error.message_dict.items()))
        raise row.error(key, "; ".join(messages)) from error
