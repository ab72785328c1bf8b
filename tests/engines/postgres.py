"""A PostgreSQL server of its own.

`python -m tests.engines.postgres COMMAND…` runs a command with DATABASE_URL pointing to a fresh server: this is how
`make test` runs the suite a second time.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.engines.processes import HOST, EngineError, free_port
from tests.engines.required import program

# Throw-away data: nothing has to survive a power cut.
OPTIONS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=128MB", "max_connections=60")
ACCOUNT = "postgres"
USER = "bochum"


@contextmanager
def postgres_server() -> Iterator[str]:
    """Run a server while the block runs; yield the URL of its empty database."""
    binaries = Path(program("initdb", "postgresql", "/usr/lib/postgresql/*/bin/initdb")).parent
    # Not below the checkout: the account that runs the server may not be allowed to look in there.
    folder = Path(tempfile.mkdtemp(prefix="bochum-postgres-"))
    prefix = hand_over(folder)
    port = free_port()
    try:
        run([*prefix, str(binaries / "initdb"), "-D", str(folder / "data"), *initdb_options()], folder)
        run([*prefix, str(binaries / "pg_ctl"), *pg_ctl_options(folder, port), "start"], folder)
        try:
            yield f"postgres://{USER}@{HOST}:{port}/postgres"
        finally:
            run(
                [*prefix, str(binaries / "pg_ctl"), "-D", str(folder / "data"), "-m", "immediate", "-w", "stop"], folder
            )
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def hand_over(folder: Path) -> list[str]:
    """Return how to run a command as somebody PostgreSQL accepts: it refuses root."""
    if os.geteuid() != 0:
        return []
    account = pwd.getpwnam(ACCOUNT)
    os.chown(folder, account.pw_uid, account.pw_gid)
    return ["runuser", "-u", ACCOUNT, "--"]


def initdb_options() -> list[str]:
    # Sorts German as production does; SQLite does not, so the suite sees both.
    collation = ["--locale-provider=icu", "--icu-locale=de-DE", "--locale=C.UTF-8", "--encoding=UTF8"]
    return ["--auth=trust", f"--username={USER}", "--no-sync", *collation]


def pg_ctl_options(folder: Path, port: int) -> list[str]:
    settings = [*OPTIONS, f"listen_addresses={HOST}", f"port={port}", f"unix_socket_directories={folder}"]
    return [
        *("-D", str(folder / "data"), "-l", str(folder / "server.log"), "-w", "-t", "60"),
        *("-o", " ".join(f"-c {setting}" for setting in settings)),
    ]


def run(command: list[str], folder: Path) -> None:
    # To a file, not a pipe: the server that pg_ctl leaves behind would keep a pipe open.
    with (folder / "commands.log").open("ab") as output:
        result = subprocess.run(command, cwd=folder, stdout=output, stderr=output, stdin=subprocess.DEVNULL)
    if result.returncode:
        said = [path.read_text(errors="replace")[-2000:] for path in folder.glob("*.log")]
        raise EngineError("\n".join([" ".join(command), *said]))


def main(command: list[str]) -> int:
    with postgres_server() as url:
        return subprocess.run(command, env=os.environ | {"DATABASE_URL": url}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
