"""Rows of rows: all links of all steps with one statement. What a form or preview holds in memory stays as it is."""

from collections.abc import Iterable
from typing import Any

from cms.rows import fetch_rows


def fetch_missing(owners: Iterable[Any], relation: str) -> list[Any]:
    """Fill the child relation on those of `owners` (one model) that lack it; return all rows, owner by owner."""
    found = list(owners)
    fetch_rows([owner for owner in found if owner.pk and not _holds(owner, relation)], (relation,))
    return [row for owner in found for row in getattr(owner, relation).all()]


def _holds(owner: Any, relation: str) -> bool:
    return relation in owner.__dict__.get("_cluster_related_objects", {})
