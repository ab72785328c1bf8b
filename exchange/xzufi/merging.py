"""Compares what was delivered, what we have and what is delivered now, field by field."""

from dataclasses import dataclass, field
from typing import Any

from exchange.xzufi.fields import SETS

MISSING = object()


@dataclass
class Merge:
    """What an import does to a record: values to take, and fields in which both sides changed: (base, ours, theirs)."""

    changes: dict[str, Any] = field(default_factory=dict)
    conflicts: dict[str, tuple[Any, Any, Any]] = field(default_factory=dict)


def merge(base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any]) -> Merge:
    """Take what only they have changed, keep what only we have changed, and tell what both have.

    A field that they do not deliver is left alone. Without a last delivery everything we have counts as our change.
    """
    found = Merge()
    for name, new in theirs.items():
        own, old = ours.get(name), base.get(name, MISSING)
        if same(new, own) or same(new, old):
            continue
        if name in SETS:
            merged = _together(old if old is not MISSING else [], own or [], new)
            if merged != own:
                found.changes[name] = merged
        elif (
            same(own, old)
            or (old is MISSING and is_empty(own))
            or (name == "reviewed_on" and new and new > (own or ""))
        ):
            found.changes[name] = new
        elif name != "reviewed_on":
            found.conflicts[name] = (None if old is MISSING else old, own, new)
    return found


def same(left: Any, right: Any) -> bool:
    """Whether two values say the same; an empty text, list or nothing at all do."""
    return left == right or (is_empty(left) and is_empty(right))


def is_empty(value: Any) -> bool:
    return value is None or value in ("", [])


def _together(base: list, ours: list, theirs: list) -> list:
    """Return our list with what they added and without what they removed."""
    kept = [item for item in ours if item in theirs or item not in base]
    return kept + [item for item in theirs if item not in kept and item not in base]
