"""How long a newcomer waits: `make demo` in a fresh clone, twice; `make test` from its last run."""

import os
import re
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from bench.figures import Figure, number
from scripts.demo.place import ROOT
from tests.engines.processes import free_port, stop, wait_until

ASKED = "make demo ≤ 3 min (Herunterladen nicht gezählt), das zweite Mal ≤ 10 s; make test ≤ 15 min"
MINUTES = 6
READY = "Die Demo läuft"
# The last line of pytest: "412 passed, 3 skipped in 312.45s (0:05:12)".
SUMMARY = re.compile(r"in (?P<seconds>[\d.]+)s(?: \(.*\))?")
LOGS = ("sqlite.log", "postgresql.log")


def measure() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        clone = Path(name) / "clone"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        started = time.monotonic()
        subprocess.run(["make", "--silent", "base"], cwd=clone, check=True)
        yield Figure("Pakete herunterladen und einrichten", "–", f"{number(time.monotonic() - started)} s")
        for title, limit in (("make demo", 180), ("make demo, das zweite Mal", 10)):
            seconds = demo(clone)
            yield Figure(title, f"≤ {limit} s", f"{number(seconds)} s", seconds <= limit)
    yield tests()


def demo(clone: Path) -> float:
    """Return the seconds until the demo says that it is there; then stop it as a person would."""
    log = clone.parent / "demo.log"
    environment = os.environ | {"PORT": str(free_port()), "DEMO_PASSWORD": "nur-zum-messen"}
    started = time.monotonic()
    with log.open("wb") as output:
        process = subprocess.Popen(
            ["make", "--silent", "demo"],
            cwd=clone,
            env=environment,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        wait_until(lambda: READY in log.read_text(errors="replace"), process, log, patience=300)
        return time.monotonic() - started
    finally:
        stop(process, signal.SIGINT)


def tests() -> Figure:
    """Add up what the two test runs said; linting comes on top."""
    logs = [ROOT / "var" / "test" / name for name in LOGS]
    found = [SUMMARY.findall(log.read_text(errors="replace")) for log in logs if log.exists()]
    if len(found) < len(LOGS) or not all(found):
        return Figure("make test", "≤ 15 min", "noch nicht gelaufen: make test")
    minutes = sum(float(seconds[-1]) for seconds in found) / 60
    day = datetime.fromtimestamp(max(log.stat().st_mtime for log in logs))
    return Figure("make test", "≤ 15 min", f"{number(minutes, 1)} min ({day:%d.%m. %H:%M})", minutes <= 15)
