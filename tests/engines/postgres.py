"""A PostgreSQL server of its own.

`python -m tests.engines.postgres COMMAND…` runs a command with DATABASE_URL pointing to a fresh server: this is how
`make test` runs the suite a second time.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.engines.processes import HOST, EngineError, free_port, running
from tests.engines.required import program

# Throw-away data: nothing has to survive a power cut.
OPTIONS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=128MB", "max_connections=60")
USER = "bochum"


@contextmanager
def postgres_server() -> Iterator[str]:
    """Run a server while the block runs; yield the URL of its empty database."""
    binaries = Path(program("initdb", "postgresql", "/usr/lib/postgresql/*/bin/initdb")).parent
    # PostgreSQL refuses root. Not below the checkout: the other account may not be allowed to look in there.
    account = "postgres" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="bochum-postgres-"))
    if account:
        shutil.chown(folder, account)
    port = free_port()
    try:
        initialise(binaries / "initdb", folder, account)
        with running(
            [str(binaries / "postgres"), "-D", str(folder / "data"), *settings(folder, port)],
            log=folder / "server.log",
            ready=lambda: accepts_commands(port),
            cwd=folder,
            user=account,
            # "Fast": do not wait until the last client has gone.
            stop_signal=signal.SIGINT,
        ):
            yield f"postgres://{USER}@{HOST}:{port}/postgres"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def initialise(initdb: Path, folder: Path, account: str | None) -> None:
    # Sorts German as production does; SQLite does not, so the suite sees both.
    collation = ["--locale-provider=icu", "--icu-locale=de-DE", "--locale=C.UTF-8", "--encoding=UTF8"]
    command = [str(initdb), "-D", str(folder / "data"), "--auth=trust", f"--username={USER}", "--no-sync", *collation]
    result = subprocess.run(command, cwd=folder, user=account, capture_output=True, text=True)
    if result.returncode:
        raise EngineError(f"{' '.join(command)}\n{result.stdout}{result.stderr}")


def settings(folder: Path, port: int) -> list[str]:
    chosen = [*OPTIONS, f"listen_addresses={HOST}", f"port={port}", f"unix_socket_directories={folder}"]
    return [part for setting in chosen for part in ("-c", setting)]


def accepts_commands(port: int) -> bool:
    """Whether the server lets clients in: it listens before it is ready, so it is asked for a login."""
    login = b"\0\x03\0\0user\0" + USER.encode() + b"\0database\0postgres\0\0"
    try:
        with socket.create_connection((HOST, port), timeout=1) as probe:
            probe.sendall((len(login) + 4).to_bytes(4, "big") + login)
            return probe.recv(1) == b"R"
    except OSError:
        return False


def main(command: list[str]) -> int:
    with postgres_server() as url:
        return subprocess.run(command, env=os.environ | {"DATABASE_URL": url}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
