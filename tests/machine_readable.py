"""Reads from a page what search engines read."""

import json
import re
from html import unescape
from typing import Any

DATA_BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
LINK = re.compile(r"<link\s([^>]*)>")
META = re.compile(r"<meta\s([^>]*)>")
ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')


def graph(response: Any) -> list[dict[str, Any]]:
    """Return all items of the page's data block."""
    blocks = DATA_BLOCK.findall(response.text)
    assert len(blocks) <= 1
    return json.loads(blocks[0])["@graph"] if blocks else []


def item(response: Any, kind: str) -> dict[str, Any]:
    """Return the one item of this type."""
    (found,) = [item for item in graph(response) if item["@type"] == kind]
    return found


def links(response: Any, rel: str) -> list[dict[str, str]]:
    found = [_attributes(text) for text in LINK.findall(response.text)]
    return [link for link in found if link.get("rel") == rel]


def meta(response: Any) -> dict[str, str]:
    """Return the contents of the meta elements by name or property."""
    found = [_attributes(text) for text in META.findall(response.text)]
    return {tag.get("name") or tag.get("property", ""): tag.get("content", "") for tag in found}


def _attributes(text: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in ATTRIBUTE.findall(text)}
