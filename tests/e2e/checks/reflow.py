"""Nothing scrolls sideways, nothing is cut off: narrow, with large text, with wide spacing (WCAG 1.4.4, .10, .12)."""

from playwright.sync_api import Page

from tests.e2e.checks.scripts import run

LARGE_TEXT = "html { font-size: 200% !important; }"
WIDE_SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }
"""


def reflow(page: Page, style: str = "") -> list[str]:
    """Return what leaves the screen; `style` is what a visitor's browser adds to the page."""
    if style:
        page.evaluate(
            """css => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(css);
              document.adoptedStyleSheets = [sheet];
            }""",
            style,
        )
    return run(page, "reflow.js")
