"""What a measurement says, and where it is kept."""

import hashlib
import json
import subprocess
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from scripts.demo.place import ROOT

RESULTS = ROOT / "var" / "bench" / "results.json"


@dataclass(frozen=True)
class Figure:
    """One number: what was asked, what came out, whether it holds (None: only told, not judged)."""

    what: str
    asked: str
    measured: str
    holds: bool | None = None

    def line(self) -> str:
        verdict = {True: "hält", False: "VERFEHLT", None: "–"}[self.holds]
        return f"{self.what:<64} {self.asked:<28} {self.measured:<28} {verdict}"


def number(value: float, places: int = 0) -> str:
    """Write a number the German way: 1.234,5."""
    return f"{value:,.{places}f}".translate(str.maketrans(",.", ".,"))


def version() -> str:
    """Return what is measured: the commit, and a hash of what differs from it."""
    commit = git("describe", "--always", "--abbrev=12").strip()
    difference = git("diff", "HEAD")
    return f"{commit}+{hashlib.sha256(difference.encode()).hexdigest()[:8]}" if difference else commit


def git(*arguments: str) -> str:
    return subprocess.check_output(["git", *arguments], cwd=ROOT, text=True)


def write(path: Path, figures: Iterable[Figure]) -> None:
    """Show each figure as soon as it is there, keep all of them at the end."""
    rows = []
    for figure in figures:
        print(f"  {figure.line()}", flush=True)
        rows.append(asdict(figure))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1))


def read(path: Path) -> list[Figure]:
    return [Figure(**row) for row in json.loads(path.read_text())]


def load_results() -> dict[str, dict]:
    return json.loads(RESULTS.read_text()) if RESULTS.exists() else {}


def save_result(name: str, commit: str, figures: Iterable[Figure]) -> None:
    """Keep the figures at once: an interrupted run goes on after the last measurement that was done."""
    results = load_results() | {name: {"commit": commit, "figures": [asdict(figure) for figure in figures]}}
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    part = RESULTS.with_suffix(".part")
    part.write_text(json.dumps(results, ensure_ascii=False, indent=1))
    part.replace(RESULTS)
