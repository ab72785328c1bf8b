"""Marks the words of a query where they stand in a text."""

from collections.abc import Iterable

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from search.engine import quality
from search.folding import WORD, tokens


def highlight(text: str, asked: Iterable[str]) -> SafeString:
    """Return the text, escaped, with <mark> around the words that answer one of the folded words asked for."""
    asked = list(asked)
    parts: list[SafeString] = []
    end = 0
    for match in WORD.finditer(text):
        if any(quality(token, word) for word in tokens(match[0]) for token in asked):
            parts += [conditional_escape(text[end : match.start()]), format_html("<mark>{}</mark>", match[0])]
            end = match.end()
    return format_html_join("", "{}", ((part,) for part in [*parts, conditional_escape(text[end:])]))
