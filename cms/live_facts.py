"""Facts exist once, on the German page: a translation shows its own texts with the values that hold now.

Synchronized fields would leave a Turkish page at the old fee until somebody publishes it again. So whatever is the same
in every language is read from the live German page whenever a translation is shown. A German row without translation
appears in German; a translated row whose German row is gone does not appear.
"""

import copy
from collections.abc import Iterable
from typing import Any

from django.conf import settings

from wagtail.models import Locale

from cms import freshness
from cms.models.translated_row import TranslatedRow
from cms.rows import fetch_rows


def fetch(pages: Iterable[Any], relations: tuple[str, ...] | None = None) -> None:
    """Fill rows and facts of pages of one model: one statement, one more when there are translations among them.

    `relations` names the rows that are needed, all of the model by default.
    """
    found = list(pages)
    if not found:
        return
    if relations is None:
        relations = getattr(found[0], "row_relations", ())
    facts = getattr(found[0], "fact_fields", ())
    source_locale = source_locale_id() if relations or facts else None
    translations = [page for page in found if source_locale and page.locale_id != source_locale]
    if not translations:
        fetch_rows(found, relations)
        return
    sources = _sources(translations)
    fetch_rows([*found, *sources.values()], relations)
    for page in translations:
        if source := sources.get(page.translation_key):
            _apply(page, source, relations, facts)


def source_locale_id() -> int:
    """Return the id of the German locale."""
    return freshness.remember(
        "source-locale", lambda: Locale.objects.values_list("pk", flat=True).get(language_code=settings.LANGUAGE_CODE)
    )


def _sources(translations: list[Any]) -> dict[Any, Any]:
    keys = [page.translation_key for page in translations]
    model = type(translations[0])
    german = model.objects.live().filter(translation_key__in=keys, locale_id=source_locale_id())
    return {page.translation_key: page for page in german}


def _apply(page: Any, source: Any, relations: tuple[str, ...], facts: tuple[str, ...]) -> None:
    for name in facts:
        field = page._meta.get_field(name)
        setattr(page, field.attname, getattr(source, field.attname))
    related = page.__dict__["_cluster_related_objects"] if relations else {}
    for relation in relations:
        parent = page._meta.get_field(relation).field.name
        rows = [_shown(row, related[relation]) for row in getattr(source, relation).all()]
        for row in rows:
            setattr(row, parent, page)
        related[relation] = rows


def _shown(row: Any, translated: list[Any]) -> Any:
    """Return a copy of the German row with the texts of its translation, or marked as German."""
    shown = copy.copy(row)
    # A copy shares what Django has cached on it.
    shown._state = copy.copy(row._state)
    shown._state.fields_cache = dict(row._state.fields_cache)
    if isinstance(row, TranslatedRow):
        shown.source = row
        own = next((other for other in translated if other.translation_key == row.translation_key), None)
        texts = row.translated_fields
        # A row is in one language: with a text that nobody has translated yet all of it is German.
        if own is None or any(getattr(row, name) and not getattr(own, name) for name in texts):
            shown.language = settings.LANGUAGE_CODE
        else:
            for name in texts:
                setattr(shown, name, getattr(own, name))
    return shown
