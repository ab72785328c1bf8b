"""Everybody at once: from 0 to 2,000 requests per second on 1,000 addresses nobody had opened, and news in between."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import psycopg

from bench.city import City, bulk_city
from bench.figures import Figure, number
from bench.gunicorn import gunicorn
from bench.load import Load, Outcome

ASKED = "0 → 2.000 Anfragen/s auf 1.000 kalte Adressen: 0 Fehler, ein Aufbau je Adresse und Generation"
MINUTES = 4
ADDRESSES, PEAK = 1_000, 2_000
# Seconds: up to the peak, there, and after somebody has published something.
RISE, HOLD, AFTER = 10.0, 10.0, 10.0


def measure() -> Iterator[Figure]:
    with bulk_city(ADDRESSES + 200) as city:
        log = city.folder / "renders.log"
        environment = city.environment | {"RENDER_LOG": str(log), "TRUSTED_PROXIES": "1"}
        with (
            gunicorn("bench.rendering:application", environment, city.folder, workers=2) as app,
            city.front(app) as proxy,
        ):
            outcome = asyncio.run(surge(city, proxy.server.port, addresses(city)))
        yield from figures(outcome, renders(log))


def addresses(city: City) -> list[str]:
    """Return published addresses nobody has opened yet, services first."""
    statement = (
        "SELECT substring(url_path from '^/[^/]+(/.+)$') FROM wagtailcore_page "
        "WHERE live AND depth > 3 AND url_path ~ '/(leistungen|messdaten|aktuelles)/' ORDER BY id LIMIT %s"
    )
    with psycopg.connect(city.database) as connection:
        found = [path for (path,) in connection.execute(statement, [ADDRESSES])]
    assert len(found) == ADDRESSES
    return found


async def surge(city: City, port: int, paths: list[str]) -> Outcome:
    load = Load(port, paths, lambda t: PEAK * min(t / RISE, 1.0), RISE + HOLD + AFTER)
    running = asyncio.create_task(load.run())
    await asyncio.sleep(RISE + HOLD)
    await asyncio.to_thread(city.raise_generation)
    return await running


def renders(log: Path) -> Counter[str]:
    """Count renders by address and ETag, which names the generation."""
    return Counter(log.read_text().splitlines())


def figures(outcome: Outcome, made: Counter[str]) -> Iterator[Figure]:
    answers = outcome.statuses.total()
    statuses = ", ".join(
        f"{status or 'ohne Antwort'}: {number(n)}" for status, n in sorted(outcome.statuses.items()) if n
    )
    yield Figure(
        "Ansturm, Fehler", "0", f"{number(outcome.errors)} von {number(answers)} ({statuses})", not outcome.errors
    )
    most, repeated = max(made.values(), default=0), sum(n - 1 for n in made.values())
    yield Figure(
        "Ansturm, Aufbauten je Adresse und Generation", "1", f"höchstens {most} ({repeated} zu viel)", most == 1
    )
    yield Figure("Ansturm, Aufbauten insgesamt", f"≤ {number(2 * ADDRESSES)}", number(made.total()))
    times = sorted(outcome.seconds)
    middle, late = (times[int(len(times) * share)] * 1000 for share in (0.5, 0.99))
    measured = f"{number(middle)} ms, 99 %: {number(late)} ms, höchstens {number(outcome.most_open)} zugleich"
    yield Figure("Ansturm, Antwortzeit (Mitte)", "–", measured)
