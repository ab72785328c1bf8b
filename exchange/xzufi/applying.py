"""Writes values into pages. Pages are changed in memory; saving and publishing is left to others."""

from datetime import datetime
from typing import Any

from cms.models import TranslatedRow
from exchange.xzufi.bodies import write_body
from exchange.xzufi.codes import MAIN_LANGUAGE
from exchange.xzufi.fields import ROWS, TEXTS, VALUES, has_body
from exchange.xzufi.rows import Records, Rows, match

Values = dict[str, Any]


def apply(page: Any, changes: Values, records: Records) -> None:
    """Change a German page: its own fields, and the German rows."""
    model = type(page)
    for name in VALUES[model]:
        if name in changes:
            _set_value(page, name, changes[name])
    _apply_texts(page, changes, MAIN_LANGUAGE)
    for relation, kind in ROWS[model].items():
        if relation in changes:
            _apply_rows(page, relation, kind, changes[relation], records)


def apply_translation(page: Any, german: Any, changes: Values, language: str) -> None:
    """Change the texts of a translation; its rows follow those of the (changed) German page by translation key."""
    _apply_texts(page, changes, language)
    for relation, kind in ROWS[type(page)].items():
        if relation in changes and kind.texts:
            _apply_row_texts(page, german, relation, changes[relation], language)


def is_for(changes: Values, language: str, model: type) -> bool:
    """Whether some of the changes are in a translation."""
    if any(name.endswith(f"@{language}") for name in changes):
        return True
    return any(relation in changes and kind.texts for relation, kind in ROWS[model].items())


def _apply_texts(page: Any, changes: Values, language: str) -> None:
    suffix = "" if language == MAIN_LANGUAGE else f"@{language}"
    for name in TEXTS[type(page)]:
        if (text := changes.get(name + suffix)) is not None and (text or name != "title"):
            setattr(page, name, text)
            if name == "title":
                page.draft_title = text
    if has_body(type(page)) and f"body{suffix}" in changes:
        page.body = write_body(changes[f"body{suffix}"])
    if (words := changes.get(f"citizen_words{suffix}")) is not None:
        # Stored with the page by its own signal.
        page.unsaved_citizen_words = tuple(word["phrase"] for word in words)


def _set_value(page: Any, name: str, value: Any) -> None:
    field = page._meta.get_field(name)
    if value and field.get_internal_type() == "DateTimeField":
        value = datetime.fromisoformat(value)
    elif value and field.get_internal_type() == "DateField":
        value = field.to_python(value)
    setattr(page, field.attname, value)


def _apply_rows(page: Any, relation: str, kind: Rows, items: list[dict], records: Records) -> None:
    manager = getattr(page, relation)
    model = page._meta.get_field(relation).related_model
    known = list(manager.all())
    carried = [row for row in known if kind.carries(row)]
    rows = []
    for item, row in zip(items, match(carried, items, kind), strict=True):
        row = row or model(**({"locale_id": page.locale_id} if issubclass(model, TranslatedRow) else {}))
        kind.write(row, item, records)
        rows.append(row)
    rows += [row for row in known if not kind.carries(row)]
    for place, row in enumerate(rows):
        row.sort_order = place
    manager.set(rows)


def _apply_row_texts(page: Any, german: Any, relation: str, items: list[dict], language: str) -> None:
    """Give German rows with texts in the language their translated rows; all others are shown in German."""
    manager = getattr(page, relation)
    kind = ROWS[type(page)][relation]
    originals = [row for row in getattr(german, relation).all() if kind.carries(row)]
    own = {row.translation_key: row for row in manager.all()}
    rows = []
    for original, item in zip(match(originals, items, kind), items, strict=True):
        if original is None:
            continue
        row = own.pop(original.translation_key, None)
        if not any(item[name].get(language) for name in kind.texts):
            continue
        row = row or _copy(original, page.locale_id)
        kind.write_texts(row, original, item, language)
        row.sort_order = original.sort_order
        rows.append(row)
    live = {row.translation_key for row in getattr(german, relation).all()}
    # Translations of rows that the exchange does not know stay.
    rows += [row for key, row in own.items() if key in live and not kind.carries(row)]
    manager.set(rows)


def _copy(original: Any, locale_id: int) -> Any:
    """Return a new row with the values of the German one."""
    left_out = {"id", "page", "service", "locale"}
    names = [field.attname for field in original._meta.concrete_fields if field.name not in left_out]
    return type(original)(locale_id=locale_id, **{name: getattr(original, name) for name in names})
