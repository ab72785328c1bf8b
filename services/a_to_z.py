"""An alphabet as in the phone book: DIN 5007-1, umlauts beside their vowels."""

import string
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

LETTERS = tuple(string.ascii_uppercase)
OTHERS = "0–9"
# Other names per service.
REFERENCES = 2


# Latin letters that Unicode does not take apart.
LETTERS_OF_OTHERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})


def sort_key(title: str) -> str:
    """Return the title folded for sorting: lower case, without marks, ß as ss, ø as o."""
    folded = title.casefold().translate(LETTERS_OF_OTHERS)
    return "".join(char for char in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(char))


def groups(pages: Iterable[Any]) -> list[tuple[str, list[Any]]]:
    """Return (letter, pages) for every letter that has pages, in order; digits and signs come first."""
    found: dict[str, list[Any]] = {}
    for page in sorted(pages, key=lambda page: sort_key(page.title)):
        first = sort_key(page.title)[:1].upper()
        found.setdefault(first if first in LETTERS else OTHERS, []).append(page)
    return sorted(found.items())


def letters(found: list[tuple[str, list[Any]]]) -> list[tuple[str, bool]]:
    """Return all letters with whether they have pages."""
    present = {letter for letter, _pages in found}
    return [(letter, letter in present) for letter in LETTERS]


def references(words: Iterable[tuple[str, Any]]) -> list["Reference"]:
    """Return entries for what people call a service, from (word, page): "Führungszeugnis" beside "Zeugnis beantragen".

    Names only, under another letter than the title, and the shortest two of a page: all of them would bury the list.
    """
    names: dict[Any, list[str]] = {}
    for word, page in words:
        if " " not in word and word[:1].isupper() and sort_key(word)[:1] != sort_key(page.title)[:1]:
            names.setdefault(page, []).append(word)
    return [
        Reference(word, page)
        for page, found in names.items()
        for word in sorted(found, key=lambda word: (len(word), word))[:REFERENCES]
    ]


@dataclass(frozen=True)
class Reference:
    """A word that leads to a page under another title."""

    title: str
    page: Any
