"""What a page costs while Redis is dead or hangs, and how fast nginx answers while the application is dead or hangs."""

import os
import signal
import statistics
import time
from collections.abc import Callable, Iterator

from bench.city import City, cities
from bench.figures import Figure, number
from bench.requests import Client
from tests.addresses import SERVICE, TOPIC
from tests.engines.redis import redis_server

ASKED = "Störungen: Redis kostet ≤ 50 ms je Seite, ohne Anwendung antworten bekannte Seiten"
MINUTES = 3
PATHS = ("/", SERVICE, TOPIC, "/leistungen/a-z/", "/kontakt/")
ROUNDS = 30
LIMIT = 50.0


def measure() -> Iterator[Figure]:
    with cities("faults") as (city,):
        for title, harm in (("hängt", hang), ("tot", kill)):
            yield from redis_figures(city, title, harm)
        for title, harm in (("tot", kill), ("hängt", hang)):
            yield application_figure(city, title, harm)


def kill(pid: int) -> None:
    os.killpg(pid, signal.SIGKILL)


def hang(pid: int) -> None:
    os.killpg(pid, signal.SIGSTOP)


def redis_figures(city: City, title: str, harm: Callable[[int], None]) -> Iterator[Figure]:
    """Ask two processes in turn, one with a good Redis, one with a harmed one."""
    folders = [city.folder / f"{name}-{harm.__name__}" for name in ("good", "bad")]
    for folder in folders:
        folder.mkdir()
    with (
        redis_server(folders[0]) as good,
        redis_server(folders[1]) as bad,
        city.app(CACHE_URL=good.url) as good_app,
        city.app(CACHE_URL=bad.url) as bad_app,
    ):
        clients = Client(good_app.port), Client(bad_app.port)
        for client in clients:
            for path in PATHS:
                client.get(path)
        harm(bad.process.pid)
        times = [[client.milliseconds(path) for client in clients] for _round in range(ROUNDS) for path in PATHS]
    # The first one finds out, for a whole worker and 30 seconds; it is told apart.
    first = times[0][1] - times[0][0]
    usual = statistics.median(bad - good for good, bad in times[1:])
    yield Figure(f"Redis {title}: mehr je Seite", "≤ 50 ms", f"{number(usual, 1)} ms", usual <= LIMIT)
    yield Figure(f"Redis {title}: mehr bei der ersten Seite", "–", f"{number(first)} ms")


def application_figure(city: City, title: str, harm: Callable[[int], None]) -> Figure:
    """Harm the application behind nginx when its pages are no longer fresh."""
    with city.app(TRUSTED_PROXIES="1") as app, city.front(app) as proxy:
        client = Client(proxy.server.port)
        for path in PATHS:
            client.get(path)
        time.sleep(2.5)
        harm(app.process.pid)
        # What hangs costs the patience of nginx each time: seen once is enough.
        paths = PATHS[:1] if harm is hang else PATHS * ROUNDS
        answers = [answer(client, path) for path in paths]
    bad = sum(status != 200 for status, _milliseconds in answers)
    times = [milliseconds for _status, milliseconds in answers]
    middle, worst = number(statistics.median(times), 1), number(max(times))
    measured = f"{len(answers) - bad} von {len(answers)}, {middle} ms, höchstens {worst} ms"
    if harm is hang:
        return Figure(f"Anwendung {title}: bekannte Seiten", "–", measured)
    holds = not bad and max(times) <= LIMIT
    return Figure(f"Anwendung {title}: bekannte Seiten", "alle, ≤ 50 ms", measured, holds)


def answer(client: Client, path: str) -> tuple[int, float]:
    started = time.perf_counter()
    status, _body = client.request(path)
    return status, (time.perf_counter() - started) * 1000
