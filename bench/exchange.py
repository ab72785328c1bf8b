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
MINUTES = 12
FEW, MANY = 1_000, 5_000
MEMORY = 150
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
        few, many = city.folder / "few.xml", city.folder / "many.xml"
        deliveries.write(few, FEW)
        deliveries.write(many, MANY)
        seconds, memory = told(city, "import_xzufi", str(few))
        yield timed(f"Import: {number(FEW)} neue Leistungen", seconds, 5 * 60)
        seconds, more = told(city, "import_xzufi", str(many))
        # The first thousand are there already.
        share = seconds * MANY / (MANY - FEW)
        yield timed(f"Import: {number(MANY)} neue Leistungen (hochgerechnet von 4.000)", share, 25 * 60)
        again, last = told(city, "import_xzufi", str(many))
        yield timed(f"Import: {number(MANY)} unveränderte Leistungen", again, 60)
        written = city.folder / "catalogue.xml"
        seconds, out = told(city, "export_xzufi", str(written))
        yield timed(f"Export: {number(MANY)} Leistungen, {size(written)}", seconds, 60)
        most = max(memory, more, last, out) - idle
        yield Figure("Import und Export: Speicher über Leerlauf", f"≤ {MEMORY} MB", f"{most} MB", most <= MEMORY)


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
