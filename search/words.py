"""The citizens' words of one page."""

from collections.abc import Iterable
from typing import Any

from wagtail.models import Page

from search.models.words import CitizenWord


def words_of(page: Page) -> list[str]:
    return list(CitizenWord.objects.filter(page_id=page.pk).values_list("phrase", flat=True))


def store_words(page: Any) -> None:
    """Write the words that the page's form has left on it, if any; they are written once."""
    phrases, page.unsaved_citizen_words = page.unsaved_citizen_words, None
    if phrases is not None:
        replace_words(page, phrases)


def replace_words(page: Page, phrases: Iterable[str]) -> None:
    """Make these the words of the page. Rows that stay keep their source; each change is signalled to the index."""
    wanted = set(phrases)
    for row in CitizenWord.objects.filter(page_id=page.pk):
        if row.phrase in wanted:
            wanted.discard(row.phrase)
        else:
            row.delete()
    language = page.locale.language_code if wanted else ""
    for phrase in sorted(wanted):
        CitizenWord.objects.get_or_create(page_id=page.pk, language=language, phrase=phrase)
