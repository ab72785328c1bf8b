"""Who is who: an id is its text with the schemes it belongs to, never the number alone."""

from typing import NamedTuple

from exchange.xzufi.parsing import Node


class Identity(NamedTuple):
    """Agency, scheme and text of an id, as `exchange.models.ExternalReference` keeps them."""

    agency: str
    scheme: str
    identifier: str

    def __str__(self) -> str:
        return ":".join(part for part in self if part)


def identity(node: Node | None) -> Identity | None:
    """Return what an id element says; None where it is empty or longer than anything we keep."""
    if node is None or not node.text:
        return None
    found = Identity(
        node.attributes.get("schemeAgencyID", ""),
        node.attributes.get("schemeID", ""),
        node.text,
    )
    return found if all(len(part) <= limit for part, limit in zip(found, (100, 100, 200), strict=True)) else None
