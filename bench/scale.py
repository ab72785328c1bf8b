"""100 pages beside 100,000 on PostgreSQL: statements, times, loading, sitemap."""

import json
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator

from bench.city import City, cities
from bench.figures import Figure, number
from bench.requests import Client
from scripts.demo.place import ROOT
from tests.addresses import RESULTS, SERVICE, TOPIC

ASKED = "100.000 Seiten: Anweisungen gleich, Zeit ≤ +10 %, Laden ≤ 60 s, Sitemap ≤ 100 ms"
MINUTES = 8
SMALL, LARGE = 100, 100_000
ROUNDS = 60
# Pages that show the same in both databases: only the rows around them are more.
SAME = (
    "/",
    SERVICE,
    TOPIC,
    "/dienststellen/buergerbuero-mitte/",
    "/smart-city/",
    "/smart-city/konzept/",
    "/veranstaltungen/",
    "/kontakt/",
    "/gibt-es-nicht/",
    RESULTS,
)
# These list what was added, so they have more to show.
LONGER = ("/leistungen/a-z/", "/aktuelles/")
# Only the large one has it.
FOLDER = "/messdaten/grosser-ordner/"


def measure() -> Iterator[Figure]:
    with cities("small", "large") as (small, large):
        small.manage("load_bulk", "--pages", str(SMALL))
        started = time.monotonic()
        large.manage("load_bulk", "--pages", str(LARGE))
        seconds = time.monotonic() - started
        yield Figure(f"{number(LARGE)} Seiten laden", "≤ 60 s", f"{number(seconds)} s", seconds <= 60)
        # The results are measured with as much to find as there are pages.
        for city in (small, large):
            city.manage("search_index", "--rebuild")
        with small.app() as first, large.app() as second:
            few, many = statements(small), statements(large)
            clients = Client(first.port), Client(second.port)
            for path in (*SAME, *LONGER):
                yield counted(path, few[path], many[path])
                yield timed(path, clients, judged=path in SAME)
            yield Figure(f"{FOLDER}: 5.000 Kinder", "–", f"{number(median(clients[1], FOLDER), 1)} ms")
            yield from sitemap(clients[1])


def statements(city: City) -> dict[str, list[int]]:
    """Count in a process of its own: Django knows one database."""
    command = [sys.executable, "-m", "bench.counting", *SAME, *LONGER]
    return json.loads(subprocess.check_output(command, cwd=ROOT, env=city.environment, text=True))


def counted(path: str, few: list[int], many: list[int]) -> Figure:
    return Figure(f"Anweisungen {path}", "gleich", f"{few[0]} und {many[0]}", few == many)


def timed(path: str, clients: tuple[Client, Client], *, judged: bool) -> Figure:
    """Ask both in turn: what disturbs the machine disturbs both."""
    times: tuple[list[float], list[float]] = ([], [])
    for _round in range(ROUNDS):
        for client, found in zip(clients, times, strict=True):
            found.append(client.milliseconds(path))
    few, many = map(statistics.median, times)
    share = (many / few - 1) * 100
    measured = f"{number(few, 1)} und {number(many, 1)} ms: {share:+.0f} %"
    return Figure(f"Zeit {path}", "≤ +10 %" if judged else "–", measured, share <= 10 if judged else None)


def median(client: Client, path: str, rounds: int = 7) -> float:
    return statistics.median(client.milliseconds(path) for _round in range(rounds))


def sitemap(client: Client) -> Iterator[Figure]:
    index = client.get("/sitemap.xml").decode()
    parts = re.findall(r"<loc>https?://[^/]+(/[^<]+)</loc>", index)
    pages = sum(client.get(part).count(b"<loc>") for part in parts)
    times = {path: median(client, path) for path in ("/sitemap.xml", *parts)}
    slowest = max(times, key=lambda path: times[path])
    measured = f"{number(times[slowest])} ms ({slowest})"
    yield Figure("Sitemap, langsamster Teil", "≤ 100 ms", measured, times[slowest] <= 100)
    yield Figure("Sitemap, Teile und Adressen", f"≥ {number(LARGE)}", f"{len(parts)}, {number(pages)}", pages >= LARGE)
