"""The text of a page as canonical markup, and back."""

import hashlib
import json
import re
from html import escape
from typing import Any

from wagtail.documents import get_document_model
from wagtail.models import Page, Site

from exchange.xzufi import markup

INNER_LINK = re.compile(r"<a\b[^>]*\blinktype=\"(?P<type>\w+)\"[^>]*>")
NUMBER = re.compile(r"\bid=\"(\d+)\"")


class Addresses:
    """Full addresses of pages and files that texts link to; each is asked for once."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], str] = {}

    def outward(self, html: str) -> str:
        """Replace links to pages and files of ours by their addresses; what is gone is no link any more."""
        return INNER_LINK.sub(lambda link: self._tag(link["type"], NUMBER.search(link[0])), html)

    def _tag(self, kind: str, number: re.Match | None) -> str:
        key = (kind, number[1] if number else "")
        if key not in self.known:
            self.known[key] = _address(*key)
        return f'<a href="{escape(self.known[key])}">' if self.known[key] else "<a>"


def _address(kind: str, number: str) -> str:
    if kind == "page" and number:
        page = Page.objects.live().filter(pk=number).first()
        return (page.full_url or "") if page else ""
    document = get_document_model().objects.filter(pk=number).first() if kind == "document" and number else None
    return file_address(document) if document else ""


def file_address(document: Any) -> str:
    """Return the whole address of a file of ours."""
    if document.url.startswith("http"):
        return document.url
    # Cached by Wagtail.
    roots = Site.get_site_root_paths()
    return f"{roots[0].root_url}{document.url}" if roots else document.url


def read_body(body: Any, addresses: Addresses, *, for_export: bool = False) -> str:
    """Return the headings and texts of a page. Other blocks cannot be carried.

    Unless `for_export`, these leave a mark, so that a text with a picture never counts as unchanged.
    """
    parts = []
    for block in body.raw_data:
        if block["type"] == "heading":
            level, text = block["value"]["level"], block["value"]["text"]
            parts.append(f"<{level}>{escape(text, quote=False)}</{level}>")
        elif block["type"] == "text":
            parts.append(addresses.outward(block["value"] or ""))
        elif not for_export:
            parts.append(f"<p>[[{block['type']} {_digest(block['value'])}]]</p>")
    return markup.canonical("".join(parts))


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True, default=str).encode()).hexdigest()[:12]


def write_body(html: str) -> str:
    """Return canonical markup as the JSON of a body: headings of level 2 are blocks, what is between them is text."""
    blocks: list[dict[str, Any]] = []
    for block in markup.blocks(html):
        if block.tag == "h2":
            blocks.append({"type": "heading", "value": {"text": " ".join(block.items[0].text.split()), "level": "h2"}})
        elif blocks and blocks[-1]["type"] == "text":
            blocks[-1]["value"] += block.html
        else:
            blocks.append({"type": "text", "value": block.html})
    return json.dumps(blocks)
