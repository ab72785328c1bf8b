"""Starts one process, waits until it is ready, stops exactly it and its children."""

import ctypes
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

HOST = "127.0.0.1"
PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None)


class EngineError(RuntimeError):
    """An engine did not start; the message carries what it wrote."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def accepts(port: int) -> bool:
    """Whether something listens on the port."""
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex((HOST, port)) == 0


@contextmanager
def running(
    command: Sequence[str],
    *,
    log: Path,
    ready: Callable[[], bool],
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    user: str | None = None,
    stop_signal: signal.Signals = signal.SIGTERM,
) -> Iterator[subprocess.Popen]:
    """Run a command in a process group of its own while the block runs; its output goes to `log`.

    Should the tests themselves be killed, the system sends `stop_signal`: no engine is left behind.
    """

    def end_with_parent() -> None:
        LIBC.prctl(PR_SET_PDEATHSIG, stop_signal)

    with log.open("ab") as output:
        process = subprocess.Popen(
            command,
            stdout=output,
            stderr=output,
            stdin=subprocess.DEVNULL,
            env=env,
            cwd=cwd,
            user=user,
            start_new_session=True,
            preexec_fn=end_with_parent,
        )
    try:
        wait_until(ready, process, log)
        yield process
    finally:
        stop(process, stop_signal)


def wait_until(ready: Callable[[], bool], process: subprocess.Popen, log: Path, patience: float = 60) -> None:
    deadline = time.monotonic() + patience
    while not ready():
        if process.poll() is not None or time.monotonic() > deadline:
            raise EngineError(f"{process.args!r} did not start:\n{log.read_text(errors='replace')[-4000:]}")
        time.sleep(0.05)


def stop(process: subprocess.Popen, stop_signal: signal.Signals = signal.SIGTERM, patience: float = 10) -> None:
    """End the whole group: politely first, then for certain. A stopped (hung) process is woken up before."""
    for sign in (signal.SIGCONT, stop_signal):
        signal_group(process, sign)
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=patience)
    signal_group(process, signal.SIGKILL)
    process.wait()


def signal_group(process: subprocess.Popen, sign: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, sign)
