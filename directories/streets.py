"""One spelling for all ways to write a street: "Parkstraße 9", "Park-Str. 9" and "parkstr" meet. Pure."""

import re

from search.folding import MAX_CHARACTERS, MAX_WORDS, fold, tokens

HOUSE_NUMBER = re.compile(r"\s+\d+\s*[a-z]?(?:\s*[-–/+,]\s*\d+\s*[a-z]?)*$")
STREET = re.compile(r"str(?:\.|asse)?(?=$|[^a-z])")
LAST_PART = re.compile(r"strasse$")


def street_key(street: str) -> str:
    """Return what all ways to write a street have in common: "Castroper Straße 145 a" gives "castroperstr"."""
    bare = HOUSE_NUMBER.sub("", fold(street[:MAX_CHARACTERS]).strip())
    return re.sub(r"[\W_]", "", STREET.sub("str", bare))[:120]


def names_house(text: str) -> bool:
    """Whether somebody names a house in a street, not only the street."""
    return bool(HOUSE_NUMBER.search(fold(text[:MAX_CHARACTERS]).strip()))


def words(text: str) -> list[str]:
    """Return the folded words of a text in their order; "Hattinger Straße" is one of them: "hattingerstr"."""
    found: list[str] = []
    for word in tokens(text):
        short = LAST_PART.sub("str", word)
        if short == "str" and found:
            found[-1] += short
        else:
            found.append(short)
    return found


def query_words(text: str) -> list[str]:
    """Return the same of a query, cut to a length that a person types."""
    return words(text[:MAX_CHARACTERS])[:MAX_WORDS]
