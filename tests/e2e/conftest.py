"""One page per way of looking at the site, shared by all tests of a process: new pages are what costs."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.good_page import Spoiler
from tests.e2e.samples import Samples
from tests.engines.app import AppServer

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def samples(browser: Browser, site: AppServer) -> Samples:
    return Samples(browser, site.url)


@pytest.fixture(scope="session")
def page_for(browser: Browser, site: AppServer) -> Iterator[Callable[..., Page]]:
    pages: dict[str, Page] = {}

    def page(*, width: int = 1280, height: int = 800, **options) -> Page:
        key = f"{width} {height} {sorted(options.items())}"
        if key not in pages:
            settings = {"base_url": site.url, "locale": "de-DE", "timezone_id": "Europe/Berlin"} | options
            pages[key] = browser.new_context(viewport={"width": width, "height": height}, **settings).new_page()
        return pages[key]

    yield page
    for opened in pages.values():
        opened.context.close()


@pytest.fixture
def open_page(page_for: Callable[..., Page], samples: Samples) -> Open:
    """A function that opens a sample by its name: `open_page("start", width=320, color_scheme="dark")`.

    The page is the same for the same options: what a test changes beyond the document, it changes back.
    """

    def opened(name: str, **options) -> Page:
        page = page_for(**options)
        samples.open(page, name)
        return page

    return opened


@pytest.fixture
def show(browser: Browser) -> Iterator[Spoiler]:
    spoiler = Spoiler(browser)
    yield spoiler
    spoiler.close()
