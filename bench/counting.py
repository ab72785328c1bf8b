"""python -m bench.counting ADDRESS…: SQL statements of pages, as JSON {address: [all, repeated, writing]}.

With warm memory, and in a process of its own, so that the environment says which database is meant.
"""

import json
import sys
from collections import Counter

import django
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

READS = ("SELECT", "PRAGMA", "SAVEPOINT", "RELEASE", "BEGIN")


def count(path: str, client: Client) -> list[int]:
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(path)
    if response.status_code not in {200, 404}:
        raise RuntimeError(f"{path} answers {response.status_code}")
    statements = [query["sql"] for query in queries]
    repeated = sum(times - 1 for times in Counter(statements).values())
    writing = sum(not sql.upper().startswith(READS) for sql in statements)
    return [len(statements), repeated, writing]


def main(paths: list[str]) -> None:
    django.setup()
    client = Client(headers={"host": "127.0.0.1"})
    print(json.dumps({path: count(path, client) for path in paths}))


if __name__ == "__main__":
    main(sys.argv[1:])
