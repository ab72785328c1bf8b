"""A page that every check passes, and the way to spoil it."""

from playwright.sync_api import Browser, BrowserContext, Page

from tests.engines.processes import HOST

# Nothing listens there: every answer is given by the test.
ADDRESS = f"http://{HOST}:9/seite/"
HERE = "<!-- HERE -->"
GOOD = f"""<!DOCTYPE html>
<html lang="de">
<head><meta charset="utf-8"><title>Seite</title><meta name="viewport" content="width=device-width">
<style>
  a, button {{ display: inline-block; padding: 1em; border: 1px solid }}
  :focus-visible {{ outline: 3px solid #000 }}
  @media print {{ nav, form {{ display: none }} }}
</style></head>
<body>
<nav aria-label="Sprungmarken"><a href="#inhalt">Zum Inhalt</a></nav>
<main id="inhalt" tabindex="-1"><h1>Seite</h1><h2>Teil</h2><p>Text</p>{HERE}
<form aria-label="Suche"><button>Suchen</button></form>
<p>{ADDRESS}</p></main>
</body></html>"""


class Spoiler:
    """Shows the good page with one change, as a narrow screen does."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.contexts: list[BrowserContext] = []

    def page(self, **options) -> Page:
        self.contexts.append(self.browser.new_context(viewport={"width": 320, "height": 640}, **options))
        return self.contexts[-1].new_page()

    def open(self, page: Page, old: str, new: str, headers: dict[str, str] | None = None) -> Page:
        """Open the good page with `new` in the place of `old`."""
        assert old in GOOD
        answer = {"body": GOOD.replace(old, new, 1), "headers": {"content-type": "text/html"} | (headers or {})}
        page.route("**/*", lambda route: route.fulfill(**answer if route.request.url == ADDRESS else {"status": 204}))
        page.goto(ADDRESS)
        return page

    def __call__(self, old: str = HERE, new: str = "", **options) -> Page:
        """Open it in a new page; `options` are those of a browser context."""
        return self.open(self.page(**options), old, new)

    def close(self) -> None:
        for context in self.contexts:
            context.close()


def assert_found(found: list[str], words: str) -> None:
    assert any(words in line for line in found), found
