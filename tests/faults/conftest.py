"""A site as in production: two processes (public, editors) on one database, nginx before them, an editor's desk."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from scripts.demo.place import HOST
from tests.engines.app import AppServer, app_server
from tests.engines.demo import TEMPLATE, demo_place
from tests.engines.front import Front, front
from tests.faults.desk import Desk, desk


@dataclass(frozen=True)
class House:
    front: Front
    public: AppServer
    desk: Desk
    media: Path
    # The same site, reached with TLS.
    secure: Front


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # Real processes on a database of their own: the second run of the suite, on PostgreSQL, would see nothing new.
    for item in items:
        if Path(__file__).parent in item.path.parents and "house" in getattr(item, "fixturenames", ()):
            item.add_marker("e2e")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("house")
    place = demo_place(folder)
    environment = place.environment() | {
        "BUILD": "test",
        "STATIC_ROOT": str(TEMPLATE.static),
        "TRUSTED_PROXIES": "1",
    }
    with ExitStack() as stack:
        start: Callable = stack.enter_context
        public = start(app_server(environment | {"PROCESS": "public"}, folder))
        editors = start(app_server(environment | {"PROCESS": "editor"}, folder))
        address = f"{HOST}:{public.port}"
        files = {"static": TEMPLATE.static, "media": place.media}
        server = start(front(address, folder / "front", editors=f"{HOST}:{editors.port}", **files))
        secure = start(front(address, folder / "secure", scheme="https", **files))
        yield House(server, public, start(desk(environment)), place.media, secure)
