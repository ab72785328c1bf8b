"""SQL statements of every kind of page, rendered with warm memory, and which of them repeat or write."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure
from scripts.demo.place import ROOT
from tests.addresses import STATEMENTS
from tests.engines.demo import demo_place

ASKED = "SQL-Anweisungen je Seite"
MINUTES = 1


def measure() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        environment = demo_place(Path(folder)).environment() | {"PROCESS": "public"}
        command = [sys.executable, "-m", "bench.counting", *STATEMENTS]
        found = json.loads(subprocess.check_output(command, cwd=ROOT, env=environment, text=True))
    for path, limit in STATEMENTS.items():
        yield figure(path, limit, *found[path])


def figure(path: str, limit: int, count: int, repeated: int, writing: int) -> Figure:
    return Figure(
        f"Anweisungen {path}",
        f"≤ {limit}, 0 doppelt, 0 schreibend",
        f"{count}, {repeated} doppelt, {writing} schreibend",
        count <= limit and not repeated and not writing,
    )
