"""The demo site as a starting point of browser tests: built once, copied for each use."""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from playwright.sync_api import Page

from scripts.demo.content import DATABASE_FILES, ensure_content, ensure_password, ensure_static
from scripts.demo.place import ROOT, Place
from tests.engines.app import AppServer, app_server
from tests.engines.processes import free_port

# Kept between runs; rebuilt when migrations, fixtures or static files have changed.
TEMPLATE = Place(ROOT / "var" / "test" / "demo")
PASSWORD = "nur-fuer-tests"


def demo_place(folder: Path) -> Place:
    """Return a demo of its own in `folder`: its database and uploads may be changed, static files are shared."""
    TEMPLATE.folder.mkdir(parents=True, exist_ok=True)
    # Two test processes want it at the same time; the second waits for the first.
    with (TEMPLATE.folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        ensure_content(TEMPLATE, PASSWORD)
        ensure_password(TEMPLATE, PASSWORD)
        ensure_static(TEMPLATE)
    place = Place(folder, free_port())
    for name in DATABASE_FILES:
        source = TEMPLATE.folder / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        elif source.exists():
            shutil.copy(source, folder / name)
    place.static.symlink_to(TEMPLATE.static)
    return place


def log_in(page: Page, name: str) -> None:
    """Log an account of the demo in as people do; the page then shows the first one of the administration."""
    page.goto("/admin/")
    page.get_by_label("Benutzername").fill(name)
    page.locator("input[type=password]").fill(PASSWORD)
    page.get_by_role("button", name="Anmelden").click()
    page.wait_for_url("**/admin/")


@contextmanager
def at_another_time(place: Place, clock: datetime) -> Iterator[AppServer]:
    """Serve a running demo once more, with the same data and a clock that starts at `clock` (aware)."""
    later = replace(place, port=free_port())
    environment = later.environment() | {"BUILD": "test", "CLOCK": clock.isoformat()}
    with app_server(
        environment, place.folder, port=later.port, application="tests.engines.later:application"
    ) as server:
        yield server


@contextmanager
def demo_site(folder: Path, **variables: str) -> Iterator[AppServer]:
    """Serve a fresh copy of the demo; `variables` change its settings, e.g. PROCESS or CACHE_URL."""
    place = demo_place(folder)
    environment = place.environment() | {"BUILD": "test"} | variables
    with app_server(environment, folder, port=place.port) as server:
        yield server
