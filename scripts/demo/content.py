"""Builds the demo's database and static files, and knows when they no longer fit the sources."""

import hashlib
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import contextmanager
from pathlib import Path

from scripts.demo.place import ROOT, Place, write_private

# What a database was made from: own tables, content, and the code that turns one into the other.
CONTENT_SOURCES = (
    "*/migrations/*.py",
    "fixtures/directories/**/*",
    "fixtures/media/**/*",
    "fixtures/pages/*",
    "fixtures/records/*",
    "fixtures/services/**/*",
    "fixtures/translations/*",
    "directories/importing/*.py",
    "home/demo/**/*.py",
    "*/management/commands/load_demo.py",
)
STATIC_SOURCES = ("static/**/*", "*/static/**/*", "cms/static_storage.py", "requirements/base.txt")
DATABASE_FILES = ("db.sqlite3", "db.sqlite3-wal", "db.sqlite3-shm", "media", "password", "content.fingerprint")


class StepError(Exception):
    """A step of the build failed; its own output has said why."""


def fingerprint(patterns: Iterable[str]) -> str:
    """Return a hash over the path and content of all files that match."""
    digest = hashlib.sha256()
    for path in sorted({path for pattern in patterns for path in ROOT.glob(pattern) if path.is_file()}):
        if "node_modules" not in path.parts:
            digest.update(f"{path.relative_to(ROOT)}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def is_current(place: Place, name: str, patterns: Iterable[str]) -> bool:
    path = place.folder / f"{name}.fingerprint"
    return path.exists() and path.read_text() == fingerprint(patterns)


def ensure_content(place: Place, password: str) -> None:
    """Build the database when there is none; when it no longer fits, keep the old one beside and build anew."""
    stale = place.database.exists()
    if stale and is_current(place, "content", CONTENT_SOURCES):
        say("Datenbank und Inhalte sind da")
        return
    if stale:
        say("Tabellen oder Demo-Inhalte haben sich geändert: die Datenbank wird neu aufgebaut")
    # Built aside and moved into place at the end: an interrupted build leaves the old database untouched.
    building = Place(place.folder / "building", place.port)
    shutil.rmtree(building.folder, ignore_errors=True)
    building.folder.mkdir(parents=True)
    before = fingerprint(CONTENT_SOURCES)
    with step("Tabellen anlegen"):
        manage(building, "migrate", "--verbosity=0")
    with step("Inhalte laden"):
        manage(building, "load_demo")
    set_password(building, password)
    (building.folder / "content.fingerprint").write_text(before)
    if stale:
        say(f"Die bisherige Datenbank bleibt erhalten: {keep_copy(place).relative_to(ROOT)}")
    move(building.folder, place.folder)
    shutil.rmtree(building.folder)


def ensure_password(place: Place, password: str) -> None:
    """Give the demo accounts this password, unless they have it already."""
    if place.kept_text("password") != password:
        set_password(place, password)


def set_password(place: Place, password: str) -> None:
    # Through standard input: a command line can be read by every account of the machine.
    code = "import sys; from home.demo import accounts; accounts.create(sys.stdin.read())"
    manage(place, "shell", "--no-imports", "-c", code, given=password)
    write_private(place.folder / "password", password)


def keep_copy(place: Place) -> Path:
    copies = place.folder / "copies" / time.strftime("%Y-%m-%d_%H-%M-%S")
    copies.mkdir(parents=True)
    move(place.folder, copies)
    return copies


def move(source: Path, target: Path) -> None:
    for name in DATABASE_FILES:
        if (source / name).exists():
            (source / name).rename(target / name)


def ensure_static(place: Place) -> None:
    """Collect, join, hash and compress the static files when a source has changed."""
    if is_current(place, "static", STATIC_SOURCES):
        return
    with step("Stile, Skripte und Bilder zusammenstellen und komprimieren"):
        shutil.rmtree(place.static, ignore_errors=True)
        manage(place, "collectstatic", "--no-input", "--verbosity=0")
    (place.folder / "static.fingerprint").write_text(fingerprint(STATIC_SOURCES))


def manage(place: Place, *arguments: str, given: str = "") -> None:
    """Run a management command in the demo's environment; its output is shown, `given` is its input."""
    command = [sys.executable, "manage.py", *arguments]
    if subprocess.run(command, cwd=ROOT, env=place.environment(), input=given, text=True).returncode:
        raise StepError(f"manage.py {arguments[0]}")


def say(line: str) -> None:
    print(f"▸ {line}", flush=True)


@contextmanager
def step(title: str):
    """Announce a step and how long it took."""
    say(f"{title} …")
    started = time.monotonic()
    yield
    print(f"  fertig nach {time.monotonic() - started:.0f} s", flush=True)
