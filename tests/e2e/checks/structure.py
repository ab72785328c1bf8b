"""Language, title, headings, landmarks, pictures."""

from playwright.sync_api import Page

from tests.e2e.checks.scripts import run


def structure(page: Page) -> list[str]:
    return run(page, "structure.js")
