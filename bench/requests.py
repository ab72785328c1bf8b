"""Asks a server one thing after the other over one connection, and tells how long it took."""

import http.client
import time

from scripts.demo.place import HOST


class Client:
    """A visitor without a memory: no validation, no compression, only what the page costs."""

    def __init__(self, port: int):
        self.port = port
        self.connection = http.client.HTTPConnection(HOST, port, timeout=60)

    def request(self, path: str) -> tuple[int, bytes]:
        """Return status and body; a connection the server closed meanwhile is opened again."""
        for attempt in (1, 2):
            try:
                self.connection.request("GET", path)
                response = self.connection.getresponse()
                return response.status, response.read()
            except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
                self.connection.close()
                if attempt == 2:
                    raise
        raise AssertionError

    def get(self, path: str) -> bytes:
        status, body = self.request(path)
        if status >= 500:
            raise RuntimeError(f"{path} antwortet {status}")
        return body

    def milliseconds(self, path: str) -> float:
        started = time.perf_counter()
        self.get(path)
        return (time.perf_counter() - started) * 1000
