"""Lighthouse as a mid-range phone, median of three runs, on every template, through nginx."""

import json
import os
import signal
import statistics
import subprocess
from collections.abc import Iterator
from typing import Any

from bench.figures import RESULTS, Figure, number, version
from bench.front import demo_behind_nginx
from scripts.demo.place import ROOT
from tests.addresses import TEMPLATES
from tests.engines.required import program

ASKED = "Lighthouse mobil, Median aus 3, jede Vorlage: ≥ 99/100/100/100"
MINUTES = 18
LEAST = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
# Kept per template: an interrupted run goes on where it stopped.
KEPT = RESULTS.with_name("lighthouse-runs.json")
# Results and errors are not for search engines, and an error says so in its status: that is meant.
NOT_FOR_ENGINES = ("is-crawlable",)
MEANT = {
    "suche": NOT_FOR_ENGINES,
    "treffer": NOT_FOR_ENGINES,
    "kein-treffer": NOT_FOR_ENGINES,
    "nicht-gefunden": (*NOT_FOR_ENGINES, "http-status-code", "errors-in-console"),
}
Run = dict[str, Any]


def measure() -> Iterator[Figure]:
    kept = load_kept()
    with demo_behind_nginx() as base:
        for name, path in TEMPLATES.items():
            if name not in kept:
                kept[name] = runs(base + path, MEANT.get(name, ()))
                KEPT.write_text(json.dumps({"version": version(), "runs": kept}))
            yield figure(name, path, kept[name])
    KEPT.unlink()
    yield slowest(kept)


def load_kept() -> dict[str, list[Run]]:
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    kept = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    return kept["runs"] if kept.get("version") == version() else {}


def runs(address: str, skipped: tuple[str, ...]) -> list[Run]:
    command = ["node", "tools/bench/lighthouse.mjs", address, *skipped]
    environment = os.environ | {"CHROME_PATH": program("chromium", "chromium")}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE)
    try:
        output, _errors = process.communicate(timeout=300)
    finally:
        # As Ctrl-C would: only then it takes its Chromium along.
        process.send_signal(signal.SIGINT)
        process.wait()
    return json.loads(output)


def figure(name: str, path: str, found: list[Run]) -> Figure:
    scores = {category: median(found, category) for category in LEAST}
    missed = sorted({audit for run in found for audit in run["missed"]}) if scores != dict.fromkeys(LEAST, 100) else []
    note = f" ohne {', '.join(MEANT[name])}" if name in MEANT else ""
    return Figure(
        f"Lighthouse {path}{note}",
        "/".join(map(str, LEAST.values())),
        "/".join(f"{score:.0f}" for score in scores.values()) + (f" ({', '.join(missed)})" if missed else ""),
        all(scores[category] >= least for category, least in LEAST.items()),
    )


def median(found: list[Run], value: str) -> float:
    return statistics.median(run[value] for run in found)


def slowest(kept: dict[str, list[Run]]) -> Figure:
    """Tell the weakest of the times behind the scores (quality: LCP ≤ 1.5 s, CLS ≤ 0.01, TBT 0)."""
    lcp, cls, tbt = (max(median(found, name) for found in kept.values()) for name in ("lcp", "cls", "tbt"))
    measured = f"{number(lcp / 1000, 2)} s, {number(cls, 3)}, {number(tbt)} ms"
    return Figure("schwächste Vorlage: LCP, CLS, TBT", "≤ 1,5 s, ≤ 0,01, 0 ms", measured, None)
