"""The application behind gunicorn, with production settings."""

import http.client
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts.demo.place import ROOT
from tests.engines.processes import HOST, free_port, running


@dataclass(frozen=True)
class AppServer:
    port: int
    # The master: killed, the application is dead; stopped with its workers, it is slow.
    process: subprocess.Popen

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"


@contextmanager
def app_server(
    environment: Mapping[str, str],
    folder: Path,
    *,
    workers: int = 1,
    threads: int = 4,
    port: int = 0,
    application: str = "cms.wsgi:application",
) -> Iterator[AppServer]:
    """Serve the site whose settings stand in `environment` (see scripts.demo.place) while the block runs.

    `application` may be tests.engines.later:application, where the clock stands at CLOCK.
    """
    port = port or free_port()
    command = [
        *(sys.executable, "-m", "gunicorn", application, f"--bind={HOST}:{port}"),
        *(f"--workers={workers}", f"--threads={threads}", "--log-level=warning", "--graceful-timeout=2"),
    ]
    with running(
        command,
        log=folder / "app.log",
        ready=lambda: answers(port),
        env=os.environ | environment | {"PYTHONUNBUFFERED": "1"},
        cwd=ROOT,
    ) as process:
        yield AppServer(port, process)


def answers(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=60)
    try:
        connection.request("GET", "/", headers={"Host": f"{HOST}:{port}"})
        return connection.getresponse().status < 500
    except OSError:
        return False
    finally:
        connection.close()
