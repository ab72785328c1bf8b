"""Less motion, own colours, paper."""

import re

from playwright.sync_api import Page

from tests.e2e.checks.scripts import run

NOT_ON_PAPER = "nav, .skip-links, .site-menu, form, button, .feedback, .site-footer nav"


def motion(page: Page) -> list[str]:
    return run(page, "modes.js")


def edges(page: Page) -> list[str]:
    return run(page, "forced.js")


def paper(page: Page) -> list[str]:
    """What the print of a page must not show and must show; the page is set to print media before."""
    found = [f"auf dem Papier: {text}" for text in page.locator(NOT_ON_PAPER).evaluate_all(SHOWN_TEXT) if text]
    text = page.evaluate("document.body.innerText")
    for words in (re.split(r"[?#]", page.url)[0], page.locator("h1").first.inner_text()):
        if words.strip() not in text:
            found.append(f"fehlt auf dem Papier: {words}")
    return found


SHOWN_TEXT = "elements => elements.filter(one => one.checkVisibility()).map(one => one.outerHTML.slice(0, 80))"
