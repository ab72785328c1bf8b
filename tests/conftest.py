from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection
from django.utils import translation

import pytest
from pytest_django.plugin import blocking_manager_key

from cms import freshness

pytest_plugins = ["tests.engines.fixtures", "tests.city", "tests.editor", "tests.demo_site", "tests.small_demo"]

ROOT = Path(__file__).resolve().parent.parent
BROWSER_FIXTURES = {"browser", "visit"}
# Not `demo_database`: what the demo holds is the same on every database, and `make bench` loads it on PostgreSQL.
DATABASE_FIXTURES = {"db", "transactional_db", "live_server"}


def pytest_configure() -> None:
    (ROOT / "var" / "test").mkdir(parents=True, exist_ok=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "e2e" in item.path.relative_to(ROOT).parts or BROWSER_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker("e2e")
        if not uses_database(item):
            item.add_marker("once")


def uses_database(item: pytest.Item) -> bool:
    """Whether another database could make a difference to the test."""
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool(DATABASE_FIXTURES & fixtures or item.get_closest_marker("django_db"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    # A test with real transactions empties the database afterwards, also of what migrations have put there (root
    # page, languages, groups). With several processes no order of the tests keeps the next one from finding it so.
    yield
    if is_transactional(item) and nextitem is not None:
        with item.config.stash[blocking_manager_key].unblock():
            restore_database()


def restore_database() -> None:
    call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
    connection.creation.deserialize_db_from_string(connection._test_serialized_contents)
    # The rows came with their keys: the counters of PostgreSQL have to go on after them.
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), apps.get_models()):
            cursor.execute(statement)


def is_transactional(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    fixtures = {"live_server", "transactional_db"} & set(getattr(item, "fixturenames", ()))
    return bool(fixtures or (marker and marker.kwargs.get("transaction")))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    # A SQLite file of this run's own: two runs in one checkout would overwrite each other's.
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3") and not request.config.getvalue("reuse_db"):
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(autouse=True)
def _forget_everything() -> None:
    # The database is moved back after each test; what a process remembers must not outlive it.
    cache.clear()
    freshness.forget()
    # A request of the test client leaves its language behind.
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(autouse=True)
def _media_folder(settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
