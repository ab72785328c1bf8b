"""The demo on PostgreSQL, as production runs it, with any number of pages to measure with."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from scripts.demo.content import CONTENT_SOURCES, ensure_static, fingerprint
from scripts.demo.place import HOST, ROOT, Place
from tests.engines.app import AppServer, app_server
from tests.engines.demo import TEMPLATE
from tests.engines.front import Front, front
from tests.engines.postgres import postgres_server
from tests.engines.required import program

# Loading the demo takes a minute; a dump of it is restored in seconds until the demo changes.
KEPT = Place(ROOT / "var" / "bench" / "demo")


@dataclass(frozen=True)
class City:
    """One database of a server and the environment of processes that use it."""

    database: str
    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        return Place(self.folder).environment() | {
            "BUILD": "bench",
            "DATABASE_URL": self.database,
            "MEDIA_ROOT": str(KEPT.media),
            "PROCESS": "public",
            "STATIC_ROOT": str(TEMPLATE.static),
        }

    def manage(self, *arguments: str) -> None:
        # As the editors' process: the public one has no administration.
        environment = self.environment | {"PROCESS": "editor"}
        command = [sys.executable, "manage.py", *arguments]
        subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)

    def raise_generation(self) -> None:
        """Make every page outdated, as if an editor had published something."""
        execute(self.database, "UPDATE cms_generation SET number = number + 1")

    @contextmanager
    def app(self, *, workers: int = 1, **variables: str) -> Iterator[AppServer]:
        """Run the public process; `variables` change its settings."""
        with app_server(self.environment | variables, self.folder, workers=workers) as app:
            yield app

    @contextmanager
    def front(self, app: AppServer, static: Path = TEMPLATE.static) -> Iterator[Front]:
        """Run nginx before the process (which then needs TRUSTED_PROXIES=1)."""
        with front(f"{HOST}:{app.port}", self.folder / "nginx", static=static, media=KEPT.media) as proxy:
            yield proxy


@contextmanager
def cities(*names: str) -> Iterator[list[City]]:
    """Run a server with one demo database per name while the block runs."""
    TEMPLATE.folder.mkdir(parents=True, exist_ok=True)
    ensure_static(TEMPLATE)
    with tempfile.TemporaryDirectory() as folder, postgres_server() as server:
        found = []
        for name in names:
            (Path(folder) / name).mkdir()
            found.append(City(new_database(server, name), Path(folder) / name))
        restore_demo(found[0])
        for city in found[1:]:
            restore_demo(city)
        yield found


@contextmanager
def bulk_city(pages: int) -> Iterator[City]:
    with cities("bulk") as (city,):
        city.manage("load_bulk", "--pages", str(pages))
        yield city


def new_database(server: str, name: str) -> str:
    execute(server, f"CREATE DATABASE {name}")
    return urlsplit(server)._replace(path=f"/{name}").geturl()


def execute(url: str, statement: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement)


def restore_demo(city: City) -> None:
    dump, made_from = KEPT.folder / "demo.dump", KEPT.folder / "demo.fingerprint"
    current = fingerprint(CONTENT_SOURCES)
    if dump.exists() and KEPT.kept_text(made_from.name) == current:
        run("pg_restore", "--no-owner", f"--dbname={city.database}", str(dump))
    else:
        print("  Demo auf PostgreSQL laden …", flush=True)
        city.manage("migrate", "--verbosity=0")
        city.manage("load_demo")
        run("pg_dump", "--format=custom", f"--file={dump}", city.database)
        made_from.write_text(current)
    execute(city.database, "VACUUM ANALYZE")


def run(name: str, *arguments: str) -> None:
    subprocess.run([program(name, "postgresql", f"/usr/lib/postgresql/*/bin/{name}"), *arguments], check=True)
