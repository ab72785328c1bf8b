"""Pages that rows lead to, by the id that stands in the row."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from wagtail.models import Page

from cms import live_facts
from cms.localized import localized


def chosen(pages: QuerySet, ids: Iterable[int | None], locale_id: int) -> dict[int, Any]:
    """Return the live page for each id, in the language of the page that shows it; what is not live is missing.

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
