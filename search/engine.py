"""Finds pages: one shared word is enough, rare words and words of the title count more, services come first.

The visitor's text is cut into folded words before anything reads it; the database only ever sees those.
Five statements, whatever is asked: words, their frequency, postings of services and of other pages, documents.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import reduce
from math import log2
from operator import or_

from django.db.models import Count, Q, QuerySet

from search.enums import Group, Kind
from search.folding import content_tokens, key, query_tokens
from search.models import SearchDocument, SearchPosting, SearchWord

# Shorter words are found only as they are: "amt" is part of too much.
MIN_PART = SearchWord.EDGE
# Letters an inflected word of the query may have more than the word of the page: "reisepasses".
ENDING, MIN_STEM = 2, 3
MAX_WORDS_PER_TOKEN = 40
# Services are read completely; of other pages so many postings at most, rare words and heavy ones first.
MAX_POSTINGS = 2_000
# Below this part of the best score a hit is left out; services below the second one stand among the other pages.
WEAK, FITTING = 0.1, 0.35


@dataclass(frozen=True)
class Match:
    """A page that was found, in the part of the results where it stands."""

    page_id: int
    group: Group


@dataclass
class Found:
    """All matches in their order, and the words they were found with (for highlighting)."""

    tokens: list[str]
    matches: list[Match] = field(default_factory=list)


def search(query: str, language: str) -> Found:
    """Return the live pages of a language that share a word with the query, best first."""
    found = Found(content_tokens(query_tokens(query)))
    if found.tokens:
        scores = _scores(_words(found.tokens, language), len(found.tokens))
        found.matches = _ranked(scores, language, key(query))
    return found


def quality(token: str, word: str) -> float:
    """Return how well a word of the index answers a word of the query: 1 when equal, 0 when not at all."""
    if token == word:
        return 1.0
    if token.startswith(word):
        return 0.8 if len(token) - len(word) <= ENDING else 0.0
    if len(token) < MIN_PART:
        return 0.0
    share = len(token) / len(word)
    if word.startswith(token):
        return 0.5 + 0.4 * share
    return 0.4 + 0.4 * share if word.endswith(token) else 0.0


def _words(tokens: list[str], language: str) -> dict[int, dict[int, float]]:
    """Return for each word of the index that answers: which token (by its place) it answers, and how well."""
    known = list(_candidates(tokens, language))
    answers: dict[int, dict[int, float]] = defaultdict(dict)
    for place, token in enumerate(tokens):
        rated = sorted((-quality(token, word), word, pk) for pk, word in known)
        for negative, _word, pk in rated[:MAX_WORDS_PER_TOKEN]:
            if negative:
                answers[pk][place] = -negative
    return answers


def _candidates(tokens: list[str], language: str) -> QuerySet:
    """Return (id, word) of the words that may answer: three look-ups in one statement, each with its own index."""
    words = SearchWord.objects.filter(language=language).values_list("pk", "word")
    stems = [token[:-cut] for token in tokens for cut in range(1, ENDING + 1) if len(token) - cut >= MIN_STEM]
    same = words.filter(word__in=[*tokens, *stems])
    parts = [token for token in tokens if len(token) >= MIN_PART]
    if not parts:
        return same
    begun = words.filter(_any("word__startswith", parts), head__in={token[:MIN_PART] for token in parts})
    ended = words.filter(_any("word__endswith", parts), tail__in={token[-MIN_PART:] for token in parts})
    return same.union(begun, ended)


def _any(lookup: str, values: list[str]) -> Q:
    return reduce(or_, (Q((lookup, value)) for value in values))


def _scores(answers: dict[int, dict[int, float]], token_count: int) -> dict[int, float]:
    """Return the score of every page that has one of the words."""
    frequency = _frequencies(list(answers))
    rarity = [
        1 / (1 + log2(1 + sum(frequency[pk].total() for pk, places in answers.items() if place in places)) / 4)
        for place in range(token_count)
    ]
    best: dict[int, list[float]] = defaultdict(lambda: [0.0] * token_count)
    for page_id, word_id, weight in _postings(frequency):
        for place, how_well in answers[word_id].items():
            score = how_well * weight * rarity[place]
            best[page_id][place] = max(best[page_id][place], score)
    return {page_id: sum(parts) * sum(map(bool, parts)) / token_count for page_id, parts in best.items()}


def _frequencies(word_ids: list[int]) -> dict[int, Counter]:
    rows = SearchPosting.objects.filter(word__in=word_ids).values_list("word_id", "is_service")
    frequency: dict[int, Counter] = defaultdict(Counter)
    # "*" and not a column: PostgreSQL then reads the index alone.
    for word_id, is_service, count in rows.annotate(documents=Count("*")).order_by():
        frequency[word_id][is_service] = count
    return frequency


def _postings(frequency: dict[int, Counter]) -> list[tuple[int, int, int]]:
    postings = SearchPosting.objects.values_list("document_id", "word_id", "weight")
    with_services = [pk for pk, count in frequency.items() if count[True]]
    # IN, because SQLite uses no index for a bare boolean column.
    services = postings.filter(is_service__in=[True], word__in=with_services)
    others = postings.filter(is_service__in=[False], word__in=_affordable(frequency)).order_by("-weight", "document")
    return [*services, *others[:MAX_POSTINGS]]


def _affordable(frequency: dict[int, Counter]) -> list[int]:
    """Return the words to look for in other pages: the rarest one, and more while they are not too many to sort."""
    chosen: list[int] = []
    total = 0
    for pk, count in sorted(frequency.items(), key=lambda item: (item[1][False], item[0])):
        total += count[False]
        if chosen and total > MAX_POSTINGS:
            break
        if count[False]:
            chosen.append(pk)
    return chosen


def _ranked(scores: dict[int, float], language: str, asked: str) -> list[Match]:
    top = max(scores.values(), default=0.0)
    strong = [page_id for page_id, score in scores.items() if score >= top * WEAK]
    documents = SearchDocument.objects.filter(Q(pk__in=strong) | Q(language=language, key=asked))
    ranked = []
    for page_id, kind, title in documents.values_list("pk", "kind", "key"):
        is_asked, score = title == asked, scores.get(page_id, 0.0)
        group = _group(kind, is_asked or score >= top * FITTING)
        ranked.append((list(Group).index(group), not is_asked, -score, page_id, group))
    ranked.sort()
    return [Match(page_id, group) for *_order, page_id, group in ranked]


def _group(kind: str, is_fitting: bool) -> Group:
    if kind == Kind.SERVICE and is_fitting:
        return Group.SERVICES
    return Group.NEWS if kind in {Kind.NEWS, Kind.EVENT} else Group.PAGES
