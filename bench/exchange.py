"""Import and export of services in XZuFi on PostgreSQL: times, and memory above an idle process."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench import deliveries
from bench.city import City, cities
from bench.figures import Figure, number
from scripts.demo.place import ROOT

ASKED = "XZuFi: 1.000 Leistungen ≤ 5 min, 5.000 ≤ 25 min, unverändert ≤ 60 s, Export ≤ 60 s, ≤ 150 MB mehr"
MINUTES = 25
FEW, MANY = 1_000, 5_000
MEMORY = 150
# Seconds that the larger delivery may take here; on a slow machine it is left out, so that the hour is kept.
ROOM = 960
# The command in a process that tells how much memory it took at most, in MB.
TOLD = (
    "import resource, sys\n"
    "from django.core.management import execute_from_command_line\n"
    "execute_from_command_line(['manage.py', *sys.argv[1:]])\n"
    "print('MB', resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)\n"
)


def measure() -> Iterator[Figure]:
    with cities("exchange") as (city,):
        idle = told(city, "check")[1]
        delivery, written = city.folder / "delivery.xml", city.folder / "catalogue.xml"
        deliveries.write(delivery, FEW)
        seconds, memory = told(city, "import_xzufi", str(delivery))
        yield timed(f"Import: {number(FEW)} neue Leistungen", seconds, 5 * 60)
        count, most = FEW, [memory]
        if seconds * (MANY - FEW) / FEW < ROOM:
            deliveries.write(delivery, MANY)
            more, memory = told(city, "import_xzufi", str(delivery))
            yield timed(f"Import: {number(MANY)} neue Leistungen, in zwei Lieferungen", seconds + more, 25 * 60)
            count, most = MANY, [*most, memory]
        seconds, memory = told(city, "import_xzufi", str(delivery))
        yield timed(f"Import: {number(count)} unveränderte Leistungen", seconds, 60)
        most.append(memory)
        seconds, memory = told(city, "export_xzufi", str(written), "--with-unverified")
        yield timed(f"Export: {number(count)} Leistungen, {size(written)}", seconds, 60)
        above = max(*most, memory) - idle
        yield Figure("Import und Export: Speicher über Leerlauf", f"≤ {MEMORY} MB", f"{above} MB", above <= MEMORY)


def told(city: City, *arguments: str) -> tuple[float, int]:
    """Run a command; return its seconds and the most memory it took in MB."""
    environment = city.environment | {"PROCESS": "editor"}
    started = time.monotonic()
    output = subprocess.check_output([sys.executable, "-c", TOLD, *arguments], cwd=ROOT, env=environment, text=True)
    return time.monotonic() - started, int(output.rpartition("MB ")[2])


def timed(what: str, seconds: float, limit: int) -> Figure:
    asked = f"≤ {number(limit / 60)} min" if limit > 60 else f"≤ {limit} s"
    return Figure(what, asked, f"{number(seconds, 1)} s", seconds <= limit)


def size(path: Path) -> str:
    return f"{number(path.stat().st_size / 1_000_000)} MB"
