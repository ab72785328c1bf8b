"""Builds what several measurements start from, so that none of them pays for it. It has no figures."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.city import cities
from bench.figures import Figure
from tests.engines.demo import demo_place

ASKED = "Demo auf SQLite und PostgreSQL bereitlegen"
MINUTES = 5


def measure() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        demo_place(Path(folder))
    with cities("demo"):
        pass
    yield from ()
