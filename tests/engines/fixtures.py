"""The engines as pytest fixtures. What is expensive lives as long as the test process; `own_site` as long as a file."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.engines.app import AppServer
from tests.engines.browser import chromium
from tests.engines.demo import demo_site
from tests.engines.postgres import postgres_server
from tests.engines.redis import RedisServer, redis_server

Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL server, whatever database the suite itself runs on."""
    with postgres_server() as url:
        yield url


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[RedisServer]:
    """A Redis server of this test's own: it may be stopped or killed."""
    with redis_server(tmp_path) as server:
        yield server


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    """The demo site behind gunicorn, shared by all tests of this process: look, do not change."""
    with demo_site(tmp_path_factory.mktemp("site")) as server:
        yield server


@pytest.fixture(scope="module")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    """A demo site of this test file's own: tests may log in, edit and publish."""
    with demo_site(tmp_path_factory.mktemp("own-site")) as server:
        yield server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # Playwright's synchronous interface keeps an event loop running, in which Django would refuse the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with chromium() as browser:
        yield browser


@pytest.fixture
def visit(browser: Browser, site: AppServer) -> Iterator[Visit]:
    """A function that opens a page of the shared site as a new visitor: `visit("/", width=320)`.

    Options are those of a Playwright browser context: color_scheme, forced_colors, reduced_motion,
    java_script_enabled, bypass_csp, base_url and so on.
    """
    contexts = []

    def open_page(path: str = "/", *, width: int = 1280, height: int = 800, **options) -> Page:
        settings = {"base_url": site.url, "locale": "de-DE", "timezone_id": "Europe/Berlin"} | options
        contexts.append(browser.new_context(viewport={"width": width, "height": height}, **settings))
        page = contexts[-1].new_page()
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
