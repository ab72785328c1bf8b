"""Rows of a service or office beside their form in an exchange: plain values, and texts by language.

One class per kind of row; most follow the names of the model's fields. What a row has besides stays as it is when an
import changes it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import Any

from django.db import models

from exchange.xzufi.codes import MAIN_LANGUAGE
from services.models import DocumentRecord, Law, TrustLevel

Item = dict[str, Any]


@dataclass
class Records:
    """Records that rows may point to, by what a delivery calls them. Three statements."""

    documents: dict[str, DocumentRecord] = field(default_factory=dict)
    laws: dict[str, Law] = field(default_factory=dict)
    trust_levels: dict[str, TrustLevel] = field(default_factory=dict)

    @classmethod
    def load(cls) -> "Records":
        return cls(
            {record.name: record for record in DocumentRecord.objects.filter(live=True)},
            {str(law): law for law in Law.objects.filter(live=True)},
            {level.code: level for level in TrustLevel.objects.filter(live=True)},
        )


class Rows:
    """One kind of row: how it is read, written, and recognised again."""

    # Texts that stand in a field of another name.
    columns: dict[str, str] = {}

    def __init__(self, label: str, values: tuple[str, ...] = (), texts: tuple[str, ...] = ()) -> None:
        self.label, self.values, self.texts = label, values, texts

    def carries(self, row: Any) -> bool:
        """Whether the exchange knows such rows; it leaves all others alone."""
        return True

    def read(self, row: Any) -> Item:
        """Return the German row; its texts by language, with German only."""
        item: Item = {name: plain(getattr(row, name)) for name in self.values}
        return item | {name: in_main_language(getattr(row, name)) for name in self.texts}

    def read_text(self, row: Any, original: Any, name: str) -> str:
        """Return a text of a translated row; `original` is the German one."""
        return getattr(row, name)

    def write(self, row: Any, item: Item, records: Records) -> None:
        """Set the German row."""
        for name in self.values:
            setattr(row, name, typed(row._meta.get_field(name), item[name]))
        self.write_texts(row, row, item, MAIN_LANGUAGE)

    def write_texts(self, row: Any, original: Any, item: Item, language: str) -> None:
        """Set the texts of a translated row; `original` is the German one."""
        for name in self.texts:
            setattr(row, name, item[name].get(language, ""))

    def key(self, item: Item) -> Any:
        """Return what makes it the same row although something about it has changed."""
        names = [item[name].get(MAIN_LANGUAGE) for name in self.texts]
        return (item.get("kind"), *names[:1]) if names else tuple(item[name] for name in self.values)


def plain(value: Any) -> Any:
    """Return a value of a row as JSON carries it."""
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return value.isoformat() if isinstance(value, date) else value


def typed(model_field: models.Field, value: Any) -> Any:
    return value if value is None else model_field.to_python(value)


def in_main_language(text: str) -> dict[str, str]:
    return {MAIN_LANGUAGE: lines(text)} if text and text.strip() else {}


def different(texts: dict[str, str]) -> dict[str, str]:
    """Return the texts without translations that say the same as the German text: they are none."""
    return {key: text for key, text in texts.items() if key == MAIN_LANGUAGE or text != texts.get(MAIN_LANGUAGE)}


def lines(text: str) -> str:
    """Return a text with its white space in order; empty lines are left out."""
    return "\n".join(line for line in (" ".join(line.split()) for line in text.splitlines()) if line)


def match(rows: list[Any], items: list[Item], kind: Rows) -> list[Any | None]:
    """Return for each item the row that it is, None for a new one: the same row first, then the same name.

    A row is not taken for another because of its place: its translations would be those of something else.
    """
    left = [(row, kind.read(row)) for row in rows]
    found: list[Any | None] = [None] * len(items)
    for is_same in (_equal, lambda item, known: kind.key(item) == kind.key(known)):
        for place, item in enumerate(items):
            if found[place] is None:
                found[place] = _taken(left, item, is_same)
    return found


def _equal(item: Item, known: Item) -> bool:
    return all(_in_german(item[name]) == known[name] for name in known)


def _in_german(value: Any) -> Any:
    return {MAIN_LANGUAGE: value[MAIN_LANGUAGE]} if isinstance(value, dict) and MAIN_LANGUAGE in value else value


def _taken(left: list[tuple[Any, Item]], item: Item, is_same: Callable[[Item, Item], bool]) -> Any | None:
    for place, (row, known) in enumerate(left):
        if is_same(item, known):
            del left[place]
            return row
    return None
