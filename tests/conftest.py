from pathlib import Path

from django.core.cache import cache

import pytest

from cms import freshness

pytest_plugins = ["tests.engines.fixtures", "tests.city", "tests.editor"]

ROOT = Path(__file__).resolve().parent.parent
BROWSER_FIXTURES = {"browser", "visit"}


def pytest_configure() -> None:
    (ROOT / "var" / "test").mkdir(parents=True, exist_ok=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "e2e" in item.path.relative_to(ROOT).parts or BROWSER_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker("e2e")


@pytest.fixture(autouse=True)
def _forget_everything() -> None:
    # The database is moved back after each test; what a process remembers must not outlive it.
    cache.clear()
    freshness.forget()


@pytest.fixture(autouse=True)
def _media_folder(settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
