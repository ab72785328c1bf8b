"""Keeps documents, words and postings in step with the live pages. What is indexed is read from the database anew."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from django.db import transaction

from wagtail.models import Locale, Page

from cms import live_facts
from search.enums import Kind
from search.folding import key
from search.models import CitizenWord, FindablePage, SearchDocument, SearchPosting, SearchWord
from search.weighing import weigh

BATCH = 200


def update(page_ids: Iterable[int]) -> None:
    """Bring the documents of these pages in step: live pages have one, all others none."""
    ids = sorted(page_ids)
    for start in range(0, len(ids), BATCH):
        with transaction.atomic():
            _update(ids[start : start + BATCH])


def rebuild() -> int:
    """Index all pages anew, batch by batch, so that the search goes on meanwhile; return the number of documents."""
    indexed = set(SearchDocument.objects.values_list("pk", flat=True))
    update(indexed | set(_findable().values_list("pk", flat=True)))
    SearchWord.objects.filter(postings=None).delete()
    return SearchDocument.objects.count()


def _findable():
    # An alias shows the words of its source in another language's tree: a second hit for the same thing.
    return Page.objects.filter(live=True, alias_of=None)


def _update(ids: list[int]) -> None:
    # Two publications of one page at the same time must not both insert its document.
    live = list(_findable().select_for_update().filter(pk__in=ids).order_by("pk").values_list("pk", flat=True))
    SearchPosting.objects.filter(document__in=ids).delete()
    SearchDocument.objects.filter(pk__in=ids).delete()
    languages = dict(Locale.objects.values_list("pk", "language_code"))
    phrases = defaultdict(list)
    for page_id, phrase in CitizenWord.objects.filter(page__in=live).values_list("page_id", "phrase"):
        phrases[page_id].append(phrase)
    pages = list(_with_rows(live))
    documents = [_document(page, languages[page.locale_id]) for page in pages]
    SearchDocument.objects.bulk_create(documents, BATCH)
    _add_postings(
        (document, weigh(page.title, phrases[page.pk], page.summary, page.search_text))
        for document, page in zip(documents, pages, strict=True)
    )


def _with_rows(ids: list[int]) -> Iterator[FindablePage]:
    pages = Page.objects.filter(pk__in=ids).order_by("content_type", "pk").specific()
    findable = (page for page in pages if isinstance(page, FindablePage))
    for _type, group in groupby(findable, key=type):
        of_one_type = list(group)
        live_facts.fetch(of_one_type)
        yield from of_one_type


def _document(page: Any, language: str) -> SearchDocument:
    return SearchDocument(
        page_id=page.pk,
        language=language,
        kind=page.search_kind,
        key=key(page.title),
        summary=page.summary,
    )


def _add_postings(weighed: Iterable[tuple[SearchDocument, dict[str, int]]]) -> None:
    documents = list(weighed)
    words_by_language: dict[str, set[str]] = defaultdict(set)
    for document, weights in documents:
        words_by_language[document.language] |= weights.keys()
    ids = {language: _word_ids(language, words) for language, words in sorted(words_by_language.items())}
    SearchPosting.objects.bulk_create(
        [
            SearchPosting(
                word_id=ids[document.language][word],
                document=document,
                is_service=document.kind == Kind.SERVICE,
                weight=weight,
            )
            for document, weights in documents
            for word, weight in weights.items()
        ],
        5_000,
    )


def _word_ids(language: str, words: set[str]) -> dict[str, int]:
    ids = _known_words(language, words)
    edge = SearchWord.EDGE
    # Sorted: two processes that add the same words wait for each other instead of blocking each other.
    missing = sorted(words - ids.keys())
    new = [SearchWord(language=language, word=word, head=word[:edge], tail=word[-edge:]) for word in missing]
    if new:
        SearchWord.objects.bulk_create(new, 1_000, ignore_conflicts=True)
        ids |= _known_words(language, {row.word for row in new})
    return ids


def _known_words(language: str, words: set[str]) -> dict[str, int]:
    return dict(SearchWord.objects.filter(language=language, word__in=words).values_list("word", "pk"))
