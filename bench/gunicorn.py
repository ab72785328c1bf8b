"""Any WSGI application behind gunicorn: what is compared is served alike."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from scripts.demo.place import HOST, ROOT
from tests.engines.app import AppServer, answers
from tests.engines.processes import free_port, running


@contextmanager
def gunicorn(
    application: str, environment: Mapping[str, str], folder: Path, *, workers: int = 1, cwd: Path = ROOT
) -> Iterator[AppServer]:
    port = free_port()
    command = [
        *(sys.executable, "-m", "gunicorn", application, f"--bind={HOST}:{port}", f"--workers={workers}"),
        *("--threads=4", "--log-level=warning", "--graceful-timeout=2", "--backlog=4096"),
    ]
    with running(
        command,
        log=folder / "gunicorn.log",
        ready=lambda: answers(port),
        env=os.environ | environment,
        cwd=cwd,
    ) as process:
        yield AppServer(port, process)
