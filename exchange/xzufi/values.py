"""The values of a page as an exchange carries them: what is compared, and what is exported."""

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from cms.rows import fetch_rows
from exchange.xzufi.bodies import Addresses, read_body
from exchange.xzufi.codes import HINT_MODULES, MAIN_LANGUAGE, OWN_HINTS
from exchange.xzufi.fields import ROWS, TEXTS, VALUES, has_body
from exchange.xzufi.reading import field_name, iso
from exchange.xzufi.rows import Rows, different, lines, plain
from search.models import CitizenWord
from services.enums import DeadlineKind
from services.models import OfficePage

Values = dict[str, Any]
# A delivery keeps kinds of hints apart (and how long it takes from deadlines): their order means nothing.
HINT_ORDER = [*HINT_MODULES.values(), *OWN_HINTS.values()]
# Rows that point to records: relation and name of the field.
POINTING = (
    *(("documents", "record"), ("legal_bases", "law")),
    *(("online_services", "trust_level"), ("forms", "document")),
)


def read_values(
    page: Any,
    translations: dict[str, Any],
    words: dict[int, list[str]],
    addresses: Addresses,
    *,
    for_export: bool = False,
) -> Values:
    """Return the values of a German page with its translations (by language); rows have been fetched.

    `words` are the citizens' words by page.
    """
    model = type(page)
    pages = {MAIN_LANGUAGE: page, **translations}
    found: Values = {name: _value(page, name) for name in VALUES[model]}
    for language, each in pages.items():
        for name in TEXTS[model]:
            found[field_name(name, language)] = lines(_text(each, name))
        if has_body(model):
            found[field_name("body", language)] = read_body(each.body, addresses, for_export=for_export)
            phrases = sorted(words.get(each.pk, ()))
            found[field_name("citizen_words", language)] = [{"phrase": phrase} for phrase in phrases]
    for relation, kind in ROWS[model].items():
        others = {language: getattr(each, relation).all() for language, each in translations.items()}
        rows = [row for row in _rows(page, relation) if kind.carries(row)]
        found[relation] = [_with_translations(row, kind, others) for row in rows]
    if "hints" in found:
        found["hints"].sort(key=lambda item: HINT_ORDER.index(item["kind"]))
        found["deadlines"].sort(key=lambda item: item["kind"] == DeadlineKind.PROCESSING)
    if getattr(page, "by_appointment_only", False):
        found["opening_hours"] = [hours | {"by_appointment": True} for hours in found["opening_hours"]]
    return found


def fetch(pages: Iterable[Any]) -> None:
    """Fill the rows of pages of one type, and what these point to: two statements and one per kind of record."""
    found = list(pages)
    if not found:
        return
    relations = tuple(ROWS[type(found[0])])
    fetch_rows(found, relations)
    for relation, name in POINTING:
        if relation in relations:
            _fetch_records([row for page in found for row in getattr(page, relation).all()], name)


def _fetch_records(rows: list[Any], name: str) -> None:
    if not rows:
        return
    field = rows[0]._meta.get_field(name)
    wanted = {getattr(row, field.attname) for row in rows} - {None}
    records = field.related_model.objects.in_bulk(wanted) if wanted else {}
    for row in rows:
        setattr(row, name, records.get(getattr(row, field.attname)))


def words_of(pages: Iterable[Any]) -> dict[int, list[str]]:
    """Return the citizens' words of pages, by page."""
    found: dict[int, list[str]] = {}
    ids = [page.pk for page in pages]
    for page_id, phrase in CitizenWord.objects.filter(page__in=ids).values_list("page_id", "phrase"):
        found.setdefault(page_id, []).append(phrase)
    return found


def translations_of(pages: list[Any], locales: dict[str, int]) -> dict[int, dict[str, Any]]:
    """Return the translations of German pages of one type by page and language: one statement."""
    keys: dict[uuid.UUID, int] = {page.translation_key: page.pk for page in pages}
    languages = {number: language for language, number in locales.items()}
    found: dict[int, dict[str, Any]] = {page.pk: {} for page in pages}
    if not pages or not locales:
        return found
    for other in type(pages[0]).objects.filter(translation_key__in=keys, locale__in=languages, alias_of=None):
        found[keys[other.translation_key]][languages[other.locale_id]] = other
    return found


def _value(page: Any, name: str) -> Any:
    if name == "parent_office":
        return page.parent_office_id
    if isinstance(page, OfficePage) and page.building_id and name in ("street", "postcode", "city"):
        return getattr(page.building, name)
    value = getattr(page, name)
    return iso(value) if isinstance(value, datetime) else plain(value)


def _text(page: Any, name: str) -> str:
    return page.draft_title if name == "title" and not page.title else getattr(page, name)


def _rows(page: Any, relation: str) -> list[Any]:
    if relation == "opening_hours" and isinstance(page, OfficePage) and page.uses_building_hours and page.building:
        return [*page.building.opening_hours.all(), *getattr(page, relation).all()]
    return list(getattr(page, relation).all())


def _with_translations(row: Any, kind: Rows, others: dict[str, Any]) -> dict[str, Any]:
    item = kind.read(row)
    for language, rows in others.items():
        key = getattr(row, "translation_key", None)
        other = next((each for each in rows if key and each.translation_key == key), None)
        for name in kind.texts if other else ():
            if text := lines(kind.read_text(other, row, name)):
                item[name] = different(item[name] | {language: text})
    return item
