"""The whole demo inside the test process, for tests that look at all of its pages. A pytest plugin.

Loaded once per session into a database of its own, beside the one of all other tests: SQLite takes a copy of the
demo that the browser tests use as well (built once, kept below var/), PostgreSQL loads it anew.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client, override_settings

from wagtail.models import Page

import pytest

from cms import freshness
from home.models import HomePage
from tests.engines.demo import demo_place


@dataclass(frozen=True)
class Demo:
    """Name of the database and folder of the uploads."""

    database: str
    media: Path


@pytest.fixture(scope="session")
def demo_database(django_db_blocker, tmp_path_factory) -> Iterator[Demo]:
    folder = tmp_path_factory.mktemp("demo")
    if connection.vendor == "sqlite":
        place = demo_place(folder)
        yield Demo(str(place.database), place.media)
        return
    demo = Demo(f"demo_{os.getpid()}", folder / "media")
    with django_db_blocker.unblock():
        _administrate(f"CREATE DATABASE {demo.database}")
        with _inside(demo), override_settings(MEDIA_ROOT=demo.media):
            call_command("migrate", verbosity=0)
            call_command("load_demo", stdout=StringIO())
        yield demo
        _administrate(f"DROP DATABASE {demo.database} WITH (FORCE)")


@pytest.fixture
def demo(demo_database, django_db_blocker, settings) -> Iterator[HomePage]:
    """The home page of the demo; whatever a test changes is taken back. Not together with `city` or `db`."""
    settings.MEDIA_ROOT = demo_database.media
    with django_db_blocker.unblock(), _inside(demo_database), transaction.atomic():
        yield HomePage.objects.get(locale__language_code="de")
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def demo_pages(demo_database, django_db_blocker) -> dict[str, str]:
    """The HTML of every live page of the demo by address; read only."""
    with django_db_blocker.unblock(), _inside(demo_database), override_settings(MEDIA_ROOT=demo_database.media):
        addresses = [page.get_url() for page in Page.objects.live().filter(depth__gt=1).order_by("path")]
        addresses += ["/leistungen/a-z/", "/suche/", "/suche/?q=personalausweis", "/aktuelles/feed.atom"]
        client = Client()
        return {address: client.get(address).text for address in addresses if address}


def _administrate(statement: str) -> None:
    with connection.creation._nodb_cursor() as cursor:
        cursor.execute(statement)


@contextmanager
def _inside(demo: Demo) -> Iterator[None]:
    """Point the connection at the demo; whatever this process remembers of a database is forgotten on both ways."""
    own = connection.settings_dict["NAME"]
    _connect(demo.database)
    try:
        yield
    finally:
        _connect(own)


def _connect(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name
    ContentType.objects.clear_cache()
    freshness.forget()
