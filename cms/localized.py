"""Pages chosen on a German page, in the language of the page that shows them."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from wagtail.models import Page

from cms import live_facts


def localized(pages: QuerySet, ids: Iterable[int], locale_id: int) -> list[Any]:
    """Return the live pages with these ids in this order, each as its live translation where there is one.

    One statement. Ids whose page is not live are left out. `pages` may select or defer what it likes.
    """
    order = list(ids)
    if locale_id == live_facts.source_locale_id():
        found = {page.pk: page for page in pages.filter(live=True, pk__in=order)}
        return [found[pk] for pk in order if pk in found]
    keys = Page.objects.filter(pk__in=order).values("translation_key")
    chosen = pages.filter(live=True, translation_key__in=keys)
    by_id = {page.pk: page for page in chosen}
    own = {page.translation_key: page for page in by_id.values() if page.locale_id == locale_id}
    return [own.get(by_id[pk].translation_key, by_id[pk]) for pk in order if pk in by_id]


def localized_by_id(pages: QuerySet, ids: Iterable[int | None], locale_id: int) -> dict[int, Any]:
    """Return the same by the id that was asked for; what is not live is missing.

    One statement; two on a translated page, none without ids.
    """
    wanted = list(dict.fromkeys(pk for pk in ids if pk))
    if not wanted:
        return {}
    found = localized(pages, wanted, locale_id)
    if locale_id == live_facts.source_locale_id():
        return {page.pk: page for page in found}
    by_key = {page.translation_key: page for page in found}
    keys = Page.objects.filter(pk__in=wanted).values_list("pk", "translation_key")
    return {pk: by_key[key] for pk, key in keys if key in by_key}


def in_language(german: list[Any], locale_id: int) -> list[Any]:
    """Return these live German pages of one type, each as its live translation where there is one.

    No statement for German, else one.
    """
    if not german or locale_id == live_facts.source_locale_id():
        return german
    return localized(type(german[0]).objects.all(), (page.pk for page in german), locale_id)
