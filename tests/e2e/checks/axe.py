"""axe-core: what a program can find against WCAG 2.2 AA, and its own best practice."""

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

from tests.e2e.checks.scripts import run
from tests.engines.required import missing

AXE = Path(__file__).resolve().parents[3] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page, tags: list[str] | None = None) -> list[str]:
    """Return one line per element that breaks a rule."""
    page.evaluate(axe_source())
    return run(page, "axe.js", tags or TAGS)


@cache
def axe_source() -> str:
    if not AXE.exists():
        missing("axe-core fehlt: scripts/node.sh .")
    return AXE.read_text()
