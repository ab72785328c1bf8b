"""An editor's desk: a process of its own on the database of a running site, told what to do line by line (JSON)."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from scripts.demo.place import ROOT

PROGRAM = "from tests.faults import desk_actions; desk_actions.main()"


class Desk:
    """`desk.publish(path="/leistungen/", title="…")` does what the function of that name in `desk_actions` does."""

    def __init__(self, process: subprocess.Popen):
        self._process = process

    def __getattr__(self, action: str):
        def call(**arguments: Any) -> None:
            self._process.stdin.write(json.dumps([action, arguments]) + "\n")
            self._process.stdin.flush()
            if self._process.stdout.readline() != "done\n":
                raise RuntimeError(f"{action} {arguments} is not done: see the output of the test")

        return call


@contextmanager
def desk(environment: Mapping[str, str]) -> Iterator[Desk]:
    command = [sys.executable, "manage.py", "shell", "--no-imports", "--command", PROGRAM]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, env=environment, cwd=ROOT, text=True) as process:
        yield Desk(process)
        process.stdin.close()
