"""Values of the fields an editor defined: how each kind is checked, kept as JSON and shown. Pure."""

import math
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Protocol
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext

from cms.templatetags.design import tel
from directories.enums import FieldKind

MAX_LINE, MAX_TEXT, MAX_CHOICE, MAX_CHOICES = 300, 5_000, 120, 20
YES, NO = {"ja", "j", "yes", "true", "1", "x"}, {"nein", "n", "no", "false", "0"}
PHONE = re.compile(r"\+?[\d /().\-]{3,39}")
GROUPED = re.compile(r"-?\d{1,3}(?:\.\d{3})+")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
is_web_address = URLValidator(schemes=["http", "https"])


class Definition(Protocol):
    """A field of a directory: `options` are the allowed choices, empty for any."""

    key: str
    label: str
    kind: str
    options: list[str]


def clean(definition: Definition, raw: Any) -> Any:
    """Return the value as it is kept in JSON; None for nothing. Raises ValidationError with a German sentence.

    `raw` is text, or a list of texts for a choice, or what was kept before.
    """
    if raw is None or raw in ("", []):
        return None
    if definition.kind == FieldKind.CHOICE:
        return _choice(definition, raw)
    if isinstance(raw, list | tuple | dict):
        raise ValidationError("Hier steht nur ein einzelner Wert.")
    return READERS[FieldKind(definition.kind)](raw)


def clean_all(definitions: Mapping[str, Definition], values: Any) -> dict[str, Any]:
    """Return all values that say something. Raises ValidationError with one sentence per key."""
    if not isinstance(values, dict):
        raise ValidationError("Angaben haben Namen und Werte.")
    cleaned, errors = {}, {}
    for key, raw in values.items():
        try:
            if key not in definitions:
                raise ValidationError("Dieses Feld hat das Verzeichnis nicht.")
            if (value := clean(definitions[key], raw)) is not None:
                cleaned[key] = value
        except ValidationError as error:
            errors[key] = error.messages
    if errors:
        raise ValidationError(errors)
    return cleaned


def shown(definition: Definition, value: Any) -> str:
    """Return the value in words."""
    if definition.kind == FieldKind.CHOICE:
        return ", ".join(value)
    if definition.kind == FieldKind.YES_NO:
        return gettext("ja") if value else gettext("nein")
    if definition.kind == FieldKind.NUMBER:
        return number_format(value, use_l10n=True, force_grouping=True)
    if definition.kind == FieldKind.DATE:
        return date_format(date.fromisoformat(value), "d.m.Y")
    return str(value)


def linked(definition: Definition, value: Any) -> tuple[str, str]:
    """Return the value in words and where it leads, "" for nowhere; the words of a web address are its host."""
    words = shown(definition, value)
    if definition.kind == FieldKind.LINK:
        return urlsplit(words).hostname or words, words
    scheme = {FieldKind.PHONE: tel(words), FieldKind.EMAIL: f"mailto:{words}"}
    return words, scheme.get(FieldKind(definition.kind), "")


def facet_values(definition: Definition, value: Any) -> list[str]:
    """Return the words by which the value is found in a list."""
    return list(value) if definition.kind == FieldKind.CHOICE else [shown(definition, value)]


def one_line(text: Any) -> str:
    """Return the text with single spaces and nothing that cannot be seen."""
    return " ".join(CONTROL.sub(" ", str(text)).split())


def _choice(definition: Definition, raw: Any) -> list[str] | None:
    given = raw if isinstance(raw, list | tuple) else [raw]
    found = list(dict.fromkeys(word for item in given if (word := one_line(item))))
    if unknown := next((word for word in found if definition.options and word not in definition.options), None):
        raise ValidationError(f"„{unknown:.60}“ steht nicht zur Auswahl.")
    if len(found) > MAX_CHOICES or any(len(word) > MAX_CHOICE for word in found):
        raise ValidationError(f"Höchstens {MAX_CHOICES} Werte mit je {MAX_CHOICE} Zeichen.")
    return found or None


def _line(raw: Any) -> str | None:
    text = one_line(raw)
    if len(text) > MAX_LINE:
        raise ValidationError(f"Höchstens {MAX_LINE} Zeichen.")
    return text or None


def _text(raw: Any) -> str | None:
    lines = [one_line(line) for line in str(raw).splitlines()]
    text = "\n".join(line for line in lines if line)
    if len(text) > MAX_TEXT:
        raise ValidationError(f"Höchstens {MAX_TEXT} Zeichen.")
    return text or None


def _number(raw: Any) -> int | float:
    if isinstance(raw, bool):
        raise ValidationError("Das ist keine Zahl.")
    text = one_line(raw)
    # "1.234,5" and "1.234" as people write them, "1234.5" as machines do.
    if not isinstance(raw, int | float) and ("," in text or GROUPED.fullmatch(text)):
        text = text.replace(".", "").replace(",", ".")
    try:
        number = float(text)
    except ValueError as error:
        raise ValidationError("Das ist keine Zahl.") from error
    if not math.isfinite(number) or abs(number) > 1e15:
        raise ValidationError("Das ist keine Zahl.")
    return int(number) if number.is_integer() else number


def _yes_no(raw: Any) -> bool:
    word = one_line(raw).lower()
    if word not in YES | NO:
        raise ValidationError("Hier steht „ja“ oder „nein“.")
    return word in YES


def _link(raw: Any) -> str | None:
    text = one_line(raw).replace(" ", "%20")
    if not text:
        return None
    address = text if re.match(r"[a-z][a-z0-9+.\-]*:", text, re.IGNORECASE) else f"https://{text}"
    try:
        is_web_address(address)
    except ValidationError as error:
        raise ValidationError("Das ist keine Internetadresse.") from error
    return address


def _phone(raw: Any) -> str | None:
    text = one_line(raw)
    if text and not PHONE.fullmatch(text):
        raise ValidationError("Das ist keine Telefonnummer.")
    return text or None


def _email(raw: Any) -> str | None:
    text = one_line(raw)
    if text:
        validate_email(text)
    return text or None


def _date(raw: Any) -> str | None:
    text = one_line(raw)
    german = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text)
    try:
        day = date(int(german[3]), int(german[2]), int(german[1])) if german else date.fromisoformat(text)
    except ValueError as error:
        raise ValidationError("Das ist kein Datum. Schreiben Sie es wie 24.11.2026.") from error
    return day.isoformat()


READERS: dict[FieldKind, Callable[[Any], Any]] = {
    FieldKind.TEXT: _line,
    FieldKind.LONG_TEXT: _text,
    FieldKind.NUMBER: _number,
    FieldKind.YES_NO: _yes_no,
    FieldKind.LINK: _link,
    FieldKind.PHONE: _phone,
    FieldKind.EMAIL: _email,
    FieldKind.DATE: _date,
}
