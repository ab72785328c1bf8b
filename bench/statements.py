"""SQL statements of every kind of page, rendered with warm memory, and which of them repeat or write."""

import os
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import django
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.figures import Figure
from tests.addresses import STATEMENTS
from tests.engines.demo import demo_place

ASKED = "SQL-Anweisungen je Seite"
MINUTES = 4
READS = ("SELECT", "PRAGMA", "SAVEPOINT", "RELEASE", "BEGIN")


def measure() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(demo_place(Path(folder)).environment())
        django.setup()
        client = Client(headers={"host": "127.0.0.1"})
        for path, limit in STATEMENTS.items():
            yield figure(client, path, limit)


def figure(client: Client, path: str, limit: int) -> Figure:
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(path)
    statements = [query["sql"] for query in queries]
    repeated = sum(count - 1 for count in Counter(statements).values())
    writing = sum(not sql.upper().startswith(READS) for sql in statements)
    return Figure(
        f"Anweisungen {path}",
        f"≤ {limit}, 0 doppelt, 0 schreibend",
        f"{len(statements)}, {repeated} doppelt, {writing} schreibend",
        response.status_code == 200 and len(statements) <= limit and not repeated and not writing,
    )
