import socket
import sqlite3
import stat

import pytest

from cms.settings.env import SCHEMA
from scripts.demo import content
from scripts.demo.place import Place
from scripts.demo.server import is_taken
from tests.engines.processes import free_port


@pytest.fixture
def place(tmp_path):
    place = Place(tmp_path / "demo")
    place.folder.mkdir()
    return place


@pytest.fixture
def commands(monkeypatch, tmp_path):
    """The management commands that ran, with a migrate that writes a small database instead of the site's."""
    ran = []

    def manage(place, *arguments, given=""):
        ran.append(arguments[0])
        if arguments[0] == "migrate":
            sqlite3.connect(place.database).execute("CREATE TABLE city (name TEXT)").connection.close()

    monkeypatch.setattr(content, "manage", manage)
    monkeypatch.setattr(content, "ROOT", tmp_path)
    monkeypatch.setattr(content, "CONTENT_SOURCES", ("sources/*",))
    (tmp_path / "sources").mkdir()
    return ran


def write_row(place, name):
    with sqlite3.connect(place.database) as database:
        database.execute("INSERT INTO city VALUES (?)", (name,))


def rows(path):
    return sqlite3.connect(path).execute("SELECT name FROM city").fetchall()


def test_first_start_builds_everything(place, commands):
    content.ensure_content(place, "geheim")
    assert commands == ["migrate", "load_demo", "shell"]
    assert rows(place.database) == []


def test_second_start_keeps_the_data_and_runs_nothing(place, commands):
    content.ensure_content(place, "geheim")
    write_row(place, "Bochum")
    commands.clear()
    content.ensure_content(place, "geheim")
    content.ensure_password(place, "geheim")
    assert commands == []
    assert rows(place.database) == [("Bochum",)]


def test_changed_sources_rebuild_and_keep_a_copy(place, commands, tmp_path, capsys):
    content.ensure_content(place, "geheim")
    write_row(place, "Bochum")
    (tmp_path / "sources" / "0001_initial.py").write_text("new table")
    content.ensure_content(place, "geheim")
    copy = next((place.folder / "copies").iterdir())
    assert rows(place.database) == []
    assert rows(copy / "db.sqlite3") == [("Bochum",)]
    assert str(copy.relative_to(tmp_path)) in capsys.readouterr().out


def test_failed_rebuild_leaves_the_old_database(place, commands, tmp_path, monkeypatch):
    content.ensure_content(place, "geheim")
    write_row(place, "Bochum")
    (tmp_path / "sources" / "broken.yaml").write_text("broken")

    def fail(place, *arguments, given=""):
        raise content.StepError(arguments[0])

    monkeypatch.setattr(content, "manage", fail)
    with pytest.raises(content.StepError):
        content.ensure_content(place, "geheim")
    assert rows(place.database) == [("Bochum",)]


def test_another_password_is_set_without_touching_the_content(place, commands):
    content.ensure_content(place, "geheim")
    commands.clear()
    content.ensure_password(place, "anderes")
    assert commands == ["shell"]
    assert place.kept_text("password") == "anderes"


def test_secrets_are_private_and_kept(place):
    key = place.environment()["SECRET_KEY"]
    assert len(key) >= 50
    assert place.environment()["SECRET_KEY"] == key
    assert stat.S_IMODE((place.folder / "secret_key").stat().st_mode) == 0o600


def test_environment_ignores_what_the_shell_exports(place, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://production/city")
    monkeypatch.setenv("CACHE_URL", "redis://production")
    environment = place.environment()
    assert environment["DATABASE_URL"] == f"sqlite:///{place.database}"
    assert environment["CACHE_URL"] == ""


def test_environment_sets_every_variable_of_the_site(place):
    assert set(SCHEMA) <= set(place.environment())


def test_taken_port_is_noticed():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        assert is_taken(other.getsockname()[1])
    assert not is_taken(free_port())
