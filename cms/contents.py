"""What a body of blocks says about itself: headings and plain words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.html import strip_tags
from django.utils.text import slugify

# No other id of a template begins like this, so no heading of an editor can be taken for one of them.
PREFIX = "abschnitt-"
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})


@dataclass(frozen=True)
class Heading:
    """The words of a heading and the id of its element on the page."""

    text: str
    anchor: str


def anchored(body: Iterable[Any]) -> list[tuple[Any, str]]:
    """Return each block with the id its heading has on the page, "" for a block that is no heading.

    Ids are made of the words; what has no Latin letters gets a number, and so does what stands there twice.
    """
    taken: set[str] = set()
    found = []
    for block in body:
        anchor = _anchor(block.value["text"] or "", taken) if block.block_type == "heading" else ""
        taken.add(anchor)
        found.append((block, anchor))
    return found


def _anchor(text: str, taken: set[str]) -> str:
    words = PREFIX + slugify(text.translate(UMLAUTS))
    numbered = (f"{words.rstrip('-')}-{number}" for number in range(1, len(taken) + 2))
    return words if words not in taken | {PREFIX} else next(anchor for anchor in numbered if anchor not in taken)


def headings(body: Iterable[Any]) -> list[Heading]:
    """Return all headings of level 2 that have words; how many make a list is for the template to say."""
    return [
        Heading(block.value["text"], anchor)
        for block, anchor in anchored(body)
        if anchor and block.value["level"] == "h2" and block.value["text"]
    ]


def plain_text(body: Any) -> str:
    """Return all words of the body for the search."""
    parts = [part for block in body for part in block.block.get_searchable_content(block.value)]
    return strip_tags(" ".join(str(part) for part in parts))
