"""What the results page shows of the pages that were found."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest
from django.utils.safestring import SafeString

from wagtail.models import Page

from search.engine import Found, Match
from search.enums import Group, Kind
from search.highlighting import highlight


@dataclass(frozen=True)
class Hit:
    """One result. `kind` is a word for people, `facts` are short; title and summary hold <mark>."""

    title: SafeString
    url: str
    kind: str
    facts: list[str]
    summary: SafeString


@dataclass(frozen=True)
class HitGroup:
    """Results that belong together; `count` is the number in all pages of the list."""

    kind: str
    title: str
    count: int
    hits: list[Hit]


def groups(found: Found, shown: Iterable[Match], request: HttpRequest) -> list[HitGroup]:
    """Return the matches of one page of the list as groups. Four statements at most, however many hits."""
    shown = list(shown)
    pages = _pages([match.page_id for match in shown])
    facts = _facts(pages.values())
    counts = _counts(found)
    result = []
    for group, matches in groupby(shown, key=lambda match: match.group):
        hits = [
            _hit(page, url, facts.get(page.pk, []), found.tokens)
            for match in matches
            if (page := pages.get(match.page_id)) and (url := page.get_url(request))
        ]
        if hits:
            result.append(HitGroup(group.value, str(Group(group).label), counts[group], hits))
    return result


def _pages(ids: list[int]) -> dict[int, Page]:
    # Live is asked again: a page may have been taken off the site a moment ago.
    return Page.objects.live().filter(pk__in=ids).select_related("search_document").in_bulk() if ids else {}


def _facts(pages: Iterable[Page]) -> dict[int, list[str]]:
    ids = defaultdict(list)
    for page in pages:
        ids[page.specific_class].append(page.pk)
    return {page_id: facts for model, keys in ids.items() for page_id, facts in model.hit_facts(keys).items()}


def _counts(found: Found) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for match in found.matches:
        counts[match.group] += 1
    return counts


def _hit(page: Page, url: str, facts: list[str], tokens: list[str]) -> Hit:
    document = page.search_document
    kind = "" if document.kind == Kind.PAGE else str(Kind(document.kind).label)
    return Hit(highlight(page.title, tokens), url, kind, facts, highlight(document.summary, tokens))
