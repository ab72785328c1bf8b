"""`{% filter examples_marked %}` and `page|has_examples`: what is invented in the demo, on the page of a service.

In the data it says "(Beispiel)", so that results, interface and export say so, too. A page full of that word cannot be
read: it shows a small sign instead, explained once at its top; who listens still hears the word.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

register = template.Library()

GERMAN = "(Beispiel)"
# Of the page, and not shown on it.
UNSEEN = {"internal_note", "draft_title", "search_description", "seo_title"}


@register.filter(is_safe=True)
def examples_marked(html: str) -> SafeString:
    """Return the HTML with the sign in place of the word; attributes keep the word."""
    sign = r'<span class="example-sign" aria-hidden="true">°</span><span class="visually-hidden"> \1</span>'
    return mark_safe(_pattern(gettext("(Beispiel)")).sub(sign, html))  # noqa: S308 (was HTML before)


@register.filter
def has_examples(page: Any) -> bool:
    """Whether a text of the page or of its rows, which are fetched already, is marked as invented."""
    marks = {GERMAN, gettext("(Beispiel)")}
    return any(mark in text for text in _texts(page) for mark in marks)


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """Match a mark in German or the language of the page, not inside of a tag."""
    words = "|".join(re.escape(mark) for mark in sorted({GERMAN, word}))
    return re.compile(rf"\s*({words})(?=[^<>]*(?:<|$))")


def _texts(page: Any) -> Iterator[str]:
    rows = [row for relation in page.row_relations for row in getattr(page, relation).all()]
    for item in [page, *rows]:
        yield from (value for name, value in vars(item).items() if isinstance(value, str) and name not in UNSEEN)
