"""Makes the stock project in a throw-away folder: `wagtail start`, one app, the house's pages and words."""

import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.city import City, execute, new_database
from scripts.demo.place import HOST, ROOT

APP = Path(__file__).with_name("city")


@dataclass(frozen=True)
class Project:
    folder: Path
    environment: dict[str, str]

    def run(self, *arguments: str) -> None:
        subprocess.run([sys.executable, *arguments], cwd=self.folder, env=self.environment, check=True)


@contextmanager
def stock_project(house: City) -> Iterator[Project]:
    """Make the project and its database, on the same server as the house's."""
    folder = house.folder / "stock"
    folder.mkdir()
    environment = os.environ | {
        "ALLOWED_HOSTS": HOST,
        "DATABASE_URL": new_database(house.database, "stock"),
        "DJANGO_SETTINGS_MODULE": "city.settings",
        "PYTHONPATH": str(ROOT),
        "SECRET_KEY": secrets.token_urlsafe(50),
        "SITE_ROOT": str(ROOT),
    }
    project = Project(folder, environment)
    # Without the settings of anybody else: the command only copies a template.
    command = [sys.executable, "-c", "from wagtail.bin.wagtail import main; main()", "start", "stock", str(folder)]
    plain = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    subprocess.run(command, cwd=folder, env=plain, check=True, stdout=subprocess.DEVNULL)
    shutil.copytree(APP, folder / "city")
    project.run("manage.py", "makemigrations", "city", "--verbosity=0")
    project.run("manage.py", "migrate", "--verbosity=0")
    project.run("-m", "city.fill", house.database)
    execute(environment["DATABASE_URL"], "VACUUM ANALYZE")
    yield project
