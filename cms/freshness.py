"""What one request knows about time: the generation it renders, and when its page changes by itself.

Design: validate, never purge. Everything remembered here dies with the generation, so nothing is ever purged.
"""

import threading
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass
class Freshness:
    """`generation` rendered, and `until`, the earliest instant any part of the page named (None: never)."""

    generation: int
    until: datetime | None = None

    def etag(self, build: str) -> str:
        """Return the weak ETag `W/"<build>-<generation>-<valid until, seconds since 1970, 0 = never>"`."""
        until = int(self.until.timestamp()) if self.until else 0
        return f'W/"{build}-{self.generation}-{until}"'


_current: ContextVar[Freshness | None] = ContextVar("freshness", default=None)
_lock = threading.Lock()
_memory: dict[str, Any] = {}
_memory_generation = -1


def begin(generation: int) -> Freshness:
    """Start the freshness of a request."""
    freshness = Freshness(generation)
    _current.set(freshness)
    return freshness


def end() -> None:
    _current.set(None)


def valid_until(instant: datetime | None) -> None:
    """Say that what is being rendered changes by itself at `instant`; the earliest one wins."""
    freshness = _current.get()
    if freshness and instant and (freshness.until is None or instant < freshness.until):
        freshness.until = instant


def remember(key: str, build: Callable[[], Any]) -> Any:
    """Return what `build` made for `key` in this generation; outside a public request it is made anew.

    Kept in the memory of the process: small things only (menu, footer, site, locales, alerts).
    """
    global _memory, _memory_generation
    freshness = _current.get()
    if freshness is None:
        return build()
    with _lock:
        if freshness.generation != _memory_generation:
            _memory, _memory_generation = {}, freshness.generation
        memory = _memory
    if key not in memory:
        memory[key] = build()
    return memory[key]


def forget() -> None:
    """Empty the memory of this process (tests move the database back without a new generation)."""
    global _memory, _memory_generation
    with _lock:
        _memory, _memory_generation = {}, -1
