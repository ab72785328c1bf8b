import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import psycopg
import pytest
import redis as redis_client

from scripts.demo.place import ROOT
from tests.engines.nginx import WRITABLE, nginx_server
from tests.engines.postgres import postgres_server
from tests.engines.processes import EngineError, accepts, free_port, running
from tests.engines.required import program

NGINX = """
pid nginx.pid;
error_log error.log;
events {}
http {
  access_log off;
  include writable.conf;
  include local.conf;
}
"""


def ends_soon(pid: Path) -> bool:
    """Whether the process is gone, or a zombie that nobody has asked for yet, within ten seconds."""
    status = Path("/proc") / pid.read_text().strip() / "stat"
    deadline = time.monotonic() + 10
    while status.exists() and ") Z " not in status.read_text():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def test_postgres_sorts_german_and_is_gone_afterwards():
    with postgres_server() as url:
        port = int(url.rsplit(":", 1)[1].split("/")[0])
        with psycopg.connect(url) as connection:
            names = connection.execute("SELECT n FROM (VALUES ('Zoo'), ('Ärzte'), ('Amt')) t(n) ORDER BY n").fetchall()
        assert [name for (name,) in names] == ["Amt", "Ärzte", "Zoo"]
    assert not accepts(port)


def test_redis_answers_and_keeps_nothing(redis, tmp_path):
    client = redis_client.Redis.from_url(redis.url)
    client.set("city", "Bochum")
    assert client.get("city") == b"Bochum"
    assert not list(tmp_path.glob("*.rdb"))


def test_nginx_runs_a_configuration_unchanged_with_local_parts(tmp_path):
    config = tmp_path / "source.conf"
    config.write_text(NGINX)
    folder = tmp_path / "nginx"
    folder.mkdir()
    port = free_port()
    server = f'server {{ listen 127.0.0.1:{port}; location / {{ return 200 "Bochum"; }} }}'
    local = {"writable.conf": WRITABLE, "local.conf": server}
    with nginx_server(config, folder, port=port, local=local) as server:
        assert urllib.request.urlopen(server.url).read() == b"Bochum"
        assert (folder / "nginx.conf").read_text() == NGINX
    assert not accepts(port)


def test_stopping_an_engine_ends_its_children_too(tmp_path):
    pid = tmp_path / "child"
    with running(["sh", "-c", f"sleep 60 & echo $! > {pid}; wait"], log=tmp_path / "log", ready=pid.exists):
        pass
    assert ends_soon(pid)


def test_engine_that_does_not_start_says_what_it_wrote(tmp_path):
    command = ["sh", "-c", "echo kein Platz; exit 3"]
    with pytest.raises(EngineError, match="kein Platz"), running(command, log=tmp_path / "log", ready=lambda: False):
        pass


@pytest.mark.parametrize(("ci", "outcome"), [("", pytest.skip.Exception), ("true", pytest.fail.Exception)])
def test_missing_program_skips_here_and_fails_in_ci(monkeypatch, ci, outcome):
    monkeypatch.setitem(os.environ, "CI", ci)
    with pytest.raises(outcome, match="apt-get install no-such-package"):
        program("no-such-program", "no-such-package")


KILLED = """
import pathlib, sys, time
from tests.engines.processes import running
pid, log = map(pathlib.Path, sys.argv[1:])
with running(["sh", "-c", f"echo $$ > {pid}; exec sleep 60"], log=log, ready=pid.exists):
    print("ready", flush=True)
    time.sleep(60)
"""


def test_engine_ends_when_the_tests_are_killed(tmp_path):
    pid = tmp_path / "pid"
    tests = subprocess.Popen([sys.executable, "-c", KILLED, pid, tmp_path / "log"], stdout=subprocess.PIPE, cwd=ROOT)
    assert tests.stdout.readline() == b"ready\n"
    tests.kill()
    tests.wait()
    assert ends_soon(pid)
