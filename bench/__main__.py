"""python -m bench [--only NAME] [--fresh]: run what has not been measured at this commit, print all figures."""

import argparse
import importlib
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

from bench import (
    cached,
    contrast,
    durations,
    exchange,
    facts,
    faults,
    figures,
    lighthouse,
    preparation,
    scale,
    statements,
    stock,
    surge,
    visible,
    weight,
)
from scripts.demo.place import ROOT

# The whole run ends within an hour; what did not fit is measured by the next one.
MINUTES = 58
# In this order: first what needs a quiet machine least.
MEASUREMENTS: dict[str, ModuleType] = {
    module.__name__.removeprefix("bench."): module
    for module in (
        preparation,
        statements,
        contrast,
        weight,
        stock,
        cached,
        visible,
        facts,
        faults,
        surge,
        scale,
        exchange,
        durations,
        lighthouse,
    )
}


def main() -> int:
    options = parse()
    if options.child:
        return child(options.child, Path(options.output))
    deadline = time.monotonic() + MINUTES * 60
    fresh = options.fresh or bool(options.only)
    failed = [name for name in chosen(options.only) if not run(name, deadline, fresh=fresh)]
    show(chosen(options.only))
    if failed:
        print(f"Nicht gemessen: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def show(names: list[str]) -> None:
    results = figures.load_results()
    print(f"\n{'Was':<64} {'gefordert':<28} {'gemessen':<28} Urteil")
    for name in names:
        if rows := results.get(name, {}).get("figures", []):
            print(f"-- make bench NAME={name}")
            for row in rows:
                print(figures.Figure(**row).line())


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--only", choices=sorted(MEASUREMENTS), help="nur diese Messung, auf jeden Fall neu")
    parser.add_argument("--fresh", action="store_true", help="alles neu messen")
    parser.add_argument("--child", choices=sorted(MEASUREMENTS), help=argparse.SUPPRESS)
    parser.add_argument("--output", help=argparse.SUPPRESS)
    return parser.parse_args()


def chosen(only: str | None) -> list[str]:
    return [only] if only else list(MEASUREMENTS)


def run(name: str, deadline: float, *, fresh: bool) -> bool:
    """Measure in a process of its own, so that each one sets its own environment; keep the result."""
    commit = figures.version()
    if not fresh and figures.load_results().get(name, {}).get("commit") == commit:
        print(f"▸ {name}: schon gemessen")
        return True
    module = MEASUREMENTS[name]
    print(f"▸ {name}: {module.ASKED} (höchstens {module.MINUTES} min) …", flush=True)
    output = figures.RESULTS.parent / f"{name}.json"
    output.unlink(missing_ok=True)
    started = time.monotonic()
    seconds = min(module.MINUTES * 60, deadline - started)
    if not finished([sys.executable, "-m", "bench", "--child", name, "--output", str(output)], seconds):
        return False
    figures.save_result(name, commit, figures.read(output))
    print(f"  fertig nach {time.monotonic() - started:.0f} s", flush=True)
    return True


def finished(command: list[str], seconds: float) -> bool:
    """Run a command; past its time it is asked to stop, so that it can stop the engines it started."""
    process = subprocess.Popen(command, cwd=ROOT)
    try:
        return process.wait(timeout=seconds) == 0
    except subprocess.TimeoutExpired:
        print("  abgebrochen: die Zeit ist um", flush=True)
        process.terminate()
        process.wait()
        return False


def child(name: str, output: Path) -> int:
    # Turned into an exception, so that every engine's context manager ends.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    figures.write(output, importlib.import_module(f"bench.{name}").measure())
    return 0


if __name__ == "__main__":
    sys.exit(main())
