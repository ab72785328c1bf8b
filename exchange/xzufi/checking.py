"""Checks values by the rules of our models before anything is written: what breaks one is left out and told."""

from typing import Any

from django.core.exceptions import ValidationError

from wagtail.models import Page

from exchange.xzufi.codes import MAIN_LANGUAGE
from exchange.xzufi.fields import ROWS, TEXTS, VALUES
from exchange.xzufi.reading import Reading
from exchange.xzufi.row_kinds import LinkRows
from exchange.xzufi.rows import Records, Rows, different
from services.models import OfficePage, ServicePage

NOTHING = Records()
# Not part of what a delivery says.
NOT_CHECKED = {"page", "service", "locale", "translation_key", "sort_order", "law", "record", "document"}


def check(reading: Reading, model: type[ServicePage] | type[OfficePage]) -> None:
    """Leave out of the values what our models would refuse, and say so."""
    values = reading.values
    for name in [*VALUES[model], *(key for key in values if key.partition("@")[0] in TEXTS[model])]:
        value = values.get(name)
        if not value or name in ("go_live_at", "expire_at", "parent_office", "reviewed_on"):
            continue
        if reason := _broken(model, name.partition("@")[0], value):
            reading.say(f"{name} „{str(value)[:60]}“ fehlt: {reason}")
            values[name] = ""
    for relation, kind in ROWS[model].items():
        if relation in values and not isinstance(kind, LinkRows):
            for item in values[relation]:
                item.update({name: different(item[name]) for name in kind.texts})
            values[relation] = [item for item in values[relation] if check_row(reading, model, relation, kind, item)]


def check_row(reading: Reading, model: type[Page], relation: str, kind: Rows, item: dict[str, Any]) -> bool:
    """Whether a row can be kept; an address that is none is taken out of it."""
    errors = _errors(model, relation, kind, item)
    for name in ("url", "own_url"):
        if name in errors:
            reading.say(f"{kind.label}: die Adresse „{str(item['url'])[:60]}“ fehlt: {errors.pop(name)}")
            item["url"] = ""
    if not errors:
        return True
    name, reason = next(iter(errors.items()))
    shown = next((item[text].get(MAIN_LANGUAGE, "") for text in kind.texts), "") or str(next(iter(item.values()), ""))
    reading.say(f"{kind.label}: „{shown[:60]}“ fehlt ({name}: {reason})")
    return False


def _errors(model: type[Page], relation: str, kind: Rows, item: dict[str, Any]) -> dict[str, str]:
    row = model._meta.get_field(relation).related_model()
    try:
        kind.write(row, item, NOTHING)
        row.clean_fields(exclude=NOT_CHECKED)
        row.clean()
    except ValidationError as error:
        return {name: str(messages[0]) for name, messages in error.message_dict.items()}
    for name in kind.texts:
        # A translation that does not fit is none; the German row stays.
        longest = getattr(row._meta.get_field(kind.columns.get(name, name)), "max_length", None)
        item[name] = {key: text for key, text in item[name].items() if not longest or len(text) <= longest}
    return {}


def _broken(model: type[Page], name: str, value: Any) -> str:
    field = model._meta.get_field(name)
    try:
        field.clean(value, None)
    except ValidationError as error:
        return str(error.messages[0])
    return ""
