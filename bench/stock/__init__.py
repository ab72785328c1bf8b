"""An uncached content page beside the same page of a stock Wagtail project, served alike, on the same PostgreSQL.

The stock project is what `wagtail start` makes, with one app (bench/stock/city): a plain page with the same blocks,
Wagtail's own routing and serving, its default middleware, a menu and a breadcrumb read from the tree, links and footer
from a site setting. It uses this site's own page and block templates, so both send the same HTML, and it has as many
pages. What differs is the way from the address to the template, and what each reads for it.
"""

import json
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench import wrk
from bench.city import City, cities
from bench.figures import Figure, number
from bench.gunicorn import gunicorn
from bench.requests import Client
from bench.stock.project import Project, stock_project
from scripts.demo.place import ROOT
from tests.engines.app import AppServer

ASKED = "Anfragen/s ohne Zwischenspeicher gegen eine gewöhnliche Wagtail-Seite: ≥ 2"
MINUTES = 4
PAGE = "/mitmachen/maengelmelder/"
ROUNDS, SECONDS, CONNECTIONS = 6, 6, 4
LEAST = 2.0
# Both pages say the same; head data and addresses of styles differ a little.
TOLERANCE = 0.05


def measure() -> Iterator[Figure]:
    with (
        cities("house") as (house,),
        stock_project(house) as project,
        servers(house, project) as (ours, theirs),
    ):
        yield size(ours, theirs)
        yield statements(house, project)
        yield ratio(ours, theirs)


@contextmanager
def servers(house: City, project: Project) -> Iterator[tuple[AppServer, AppServer]]:
    with (
        gunicorn("cms.wsgi:application", house.environment, house.folder) as ours,
        gunicorn("stock.wsgi:application", project.environment, project.folder, cwd=project.folder) as theirs,
    ):
        yield ours, theirs


def size(ours: AppServer, theirs: AppServer) -> Figure:
    one, other = (len(body(server)) for server in (ours, theirs))
    measured = f"{number(one)} und {number(other)} Bytes"
    return Figure(f"HTML von {PAGE}", "gleich bis auf 5 %", measured, abs(one - other) <= TOLERANCE * one)


def body(server: AppServer) -> bytes:
    status, found = Client(server.port).request(PAGE)
    if status != 200:
        raise RuntimeError(f"{server.url}{PAGE} answers {status}")
    return re.sub(rb"\s+", b" ", found)


def statements(house: City, project: Project) -> Figure:
    counts = [count(ROOT, house.environment), count(project.folder, project.environment)]
    ours, theirs = (f"{found[0]} ({found[1]} doppelt)" for found in counts)
    return Figure("Anweisungen, Haus und gewöhnlich", "–", f"{ours} und {theirs}")


def count(folder: Path, environment: dict[str, str]) -> list[int]:
    command = [sys.executable, "-m", "bench.counting", PAGE]
    return json.loads(subprocess.check_output(command, cwd=folder, env=environment, text=True))[PAGE]


def ratio(*servers: AppServer) -> Figure:
    """Measure in turn; the medians are compared."""
    found: list[list[float]] = [[], []]
    for _round in range(ROUNDS):
        for rates, server in zip(found, servers, strict=True):
            rates.append(wrk.rate(server.url + PAGE, connections=CONNECTIONS, seconds=SECONDS))
    ours, theirs = map(statistics.median, found)
    measured = f"{number(ours / theirs, 2)} ({number(ours, 1)} und {number(theirs, 1)}/s)"
    return Figure("Anfragen/s, Haus ÷ gewöhnliches Wagtail", f"≥ {number(LEAST)}", measured, ours / theirs >= LEAST)
