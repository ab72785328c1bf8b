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
# What a person looks for in a file to find the row again.
NAMING_KEYS = ("path", "title", "name", "slug", "key")


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

    def items(self, key: str) -> list[Any]:
        """Return the list under `key`, empty without it."""
        found = self.take(key, [])
        if not isinstance(found, list):
            raise self.error(key, "muss eine Liste sein")
        return found

    def children(self, key: str) -> Iterator["Row"]:
        for number, data in enumerate(self.items(key), start=1):
            if not isinstance(data, dict):
                raise self.error(f"{key} {number}", "muss aus Feldern bestehen")
            yield Row(self.file, f"{self.name} › {key} {number}", data)

    def finish(self) -> None:
        if unknown := sorted(set(self.data) - self.taken):
            raise self.error(unknown[0], "ist nicht bekannt")

    def error(self, key: str, problem: object) -> DemoError:
        return DemoError(f"{self.file}, „{self.name}“, Feld „{key}“: {problem}")


def read_folder(folder: str, without: set[str]) -> Iterator[Row]:
    """Return the rows of all files in `fixtures/<folder>`, in the order of their names."""
    for path in sorted((FIXTURES / folder).glob("*.yaml")):
        if path.name not in without:
            yield from read(f"{folder}/{path.name}")


def read(name: str) -> list[Row]:
    """Return the rows of `fixtures/<name>`."""
    try:
        data = yaml.safe_load((FIXTURES / name).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise DemoError(f"{name}: {error}") from error
    return [_row(name, number, row) for number, row in enumerate(data if isinstance(data, list) else [data], start=1)]


def _row(name: str, number: int, data: Any) -> Row:
    if not isinstance(data, dict):
        raise DemoError(f"{name}, Zeile {number} der Liste: muss aus Feldern bestehen")
    title = next((str(data[key]) for key in NAMING_KEYS if data.get(key)), f"Zeile {number} der Liste")
    return Row(name, title, data)


def file_of(row: Row, key: str, folder: str) -> Path:
    """Return the file in `fixtures/<folder>` that a row names."""
    path = FIXTURES / folder / row.need(key)
    if not path.is_file():
        raise row.error(key, f"„{path.name}“ gibt es nicht")
    return path


def fill(instance: models.Model, row: Row, *names: str, **renamed: str) -> None:
    """Set plain fields from the keys of the same name; `renamed` maps model field to YAML key.

    What is missing keeps its default. Types are checked here, everything else by `check`.
    """
    for attribute, key in {name: name for name in names}.items() | renamed.items():
        value = row.take(key)
        if value is not None:
            setattr(instance, attribute, _value(instance._meta.get_field(attribute), row, key, value))


def _value(model_field: models.Field, row: Row, key: str, value: Any) -> Any:
    if isinstance(value, list | dict):
        raise row.error(key, "muss ein einzelner Wert sein")
    if isinstance(model_field, models.DateTimeField):
        return _instant(row, key, value)
    try:
        return model_field.to_python(value)
    except ValidationError as error:
        raise row.error(key, "; ".join(error.messages)) from error


def _instant(row: Row, key: str, value: Any) -> Any:
    """Return an aware datetime of local time in Bochum."""
    try:
        parsed = parse_datetime(str(value))
    except ValueError as error:
        raise row.error(key, f"„{value}“ ist kein Zeitpunkt") from error
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
