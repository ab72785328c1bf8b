"""A Redis server of its own, which keeps nothing."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.engines.processes import HOST, accepts, free_port, running
from tests.engines.required import program


@dataclass(frozen=True)
class RedisServer:
    port: int
    # Stopped with SIGSTOP it hangs, killed it is gone: both must cost speed only.
    process: subprocess.Popen

    @property
    def url(self) -> str:
        return f"redis://{HOST}:{self.port}/0"


@contextmanager
def redis_server(folder: Path) -> Iterator[RedisServer]:
    port = free_port()
    command = [
        *(program("redis-server", "redis-server"), "--bind", HOST, "--port", str(port)),
        *("--save", "", "--appendonly", "no", "--daemonize", "no", "--dir", str(folder)),
    ]
    with running(command, log=folder / "redis.log", ready=lambda: accepts(port)) as process:
        yield RedisServer(port, process)
