"""One context per way of looking at the site, shared by all tests of a process: contexts and loading are what costs."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.e2e.good_page import Spoiler
from tests.e2e.samples import Samples
from tests.engines.app import AppServer

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def samples(browser: Browser, site: AppServer) -> Samples:
    return Samples(browser, site.url)


@pytest.fixture(scope="session")
def context_for(browser: Browser, site: AppServer) -> Iterator[Callable[..., BrowserContext]]:
    contexts: dict[str, BrowserContext] = {}

    def context(*, width: int = 1280, height: int = 800, **options) -> BrowserContext:
        key = f"{width} {height} {sorted(options.items())}"
        if key not in contexts:
            settings = {"base_url": site.url, "locale": "de-DE", "timezone_id": "Europe/Berlin"} | options
            contexts[key] = browser.new_context(viewport={"width": width, "height": height}, **settings)
        return contexts[key]

    yield context
    for opened in contexts.values():
        opened.close()


@pytest.fixture
def open_page(context_for: Callable[..., BrowserContext], samples: Samples) -> Iterator[Open]:
    """A function that opens a sample by its name: `open_page("start", width=320, color_scheme="dark")`.

    `before` is called with the empty page, for what has to see everything.
    """
    pages: list[Page] = []

    def opened(name: str, *, before: Callable[[Page], object] | None = None, **options) -> Page:
        page = context_for(**options).new_page()
        pages.append(page)
        if before:
            before(page)
        samples.open(page, name)
        return page

    yield opened
    for page in pages:
        page.close()


@pytest.fixture
def show(browser: Browser) -> Iterator[Spoiler]:
    spoiler = Spoiler(browser)
    yield spoiler
    spoiler.close()
