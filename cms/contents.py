"""What a body of blocks says about itself: headings and plain words."""

from dataclasses import dataclass
from typing import Any

from django.utils.html import strip_tags
from django.utils.text import slugify


@dataclass(frozen=True)
class Heading:
    """A heading of level 2 with the id of its block as anchor."""

    text: str
    anchor: str


def headings(body: Any) -> list[Heading]:
    """Return the headings of level 2; fewer than three need no list of contents."""
    found = [
        Heading(block.value["text"], slugify(block.value["text"]))
        for block in body
        if block.block_type == "heading" and block.value["level"] == "h2" and block.value["text"]
    ]
    return found if len(found) >= 3 else []


def plain_text(body: Any) -> str:
    """Return all words of the body for the search."""
    parts = [part for block in body for part in block.block.get_searchable_content(block.value)]
    return strip_tags(" ".join(str(part) for part in parts))
