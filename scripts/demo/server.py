"""Runs the web server in the foreground until somebody stops it."""

import http.client
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable

from scripts.demo.place import HOST, ROOT, Place

COMMAND = ("gunicorn", "cms.wsgi:application", "--workers=2", "--threads=4", "--log-level=warning")
PATIENCE = 60.0


def is_taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return True
    return False


def serve(place: Place, announce: Callable[[], None]) -> int:
    """Start the server, call `announce` as soon as the home page answers, return the exit code when it has stopped."""
    command = [sys.executable, "-m", *COMMAND, f"--bind={HOST}:{place.port}"]
    server = subprocess.Popen(command, cwd=ROOT, env=place.environment())
    signal.signal(signal.SIGTERM, lambda *_: server.terminate())
    try:
        if not answers(place.port, server):
            return stop(server) or 1
        announce()
        return server.wait()
    except KeyboardInterrupt:
        stop(server)
        return 0


def answers(port: int, server: subprocess.Popen) -> bool:
    """Wait until the home page answers; False when the server ended before or took too long."""
    deadline = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < deadline:
        connection = http.client.HTTPConnection(HOST, port, timeout=PATIENCE)
        try:
            connection.request("GET", "/")
            return connection.getresponse().status == 200
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
    return False


def stop(server: subprocess.Popen) -> int:
    server.terminate()
    try:
        return server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        server.kill()
        return server.wait()
