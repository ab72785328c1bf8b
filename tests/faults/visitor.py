"""A visitor as plain HTTP: sees exactly what goes over the wire, follows nothing, keeps no cookie."""

import gzip
import http.client
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.message import Message
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    body: bytes
    seconds: float

    @property
    def text(self) -> str:
        body = gzip.decompress(self.body) if self.headers["Content-Encoding"] == "gzip" else self.body
        return body.decode()


def ask(
    site: str, path: str, headers: Mapping[str, str] | None = None, *, method: str = "GET", body: bytes | None = None
) -> Answer:
    """Ask as browsers do, compressed; `headers` replace or add some."""
    start = time.monotonic()
    connection = http.client.HTTPConnection(urlsplit(site).netloc, timeout=60)
    try:
        connection.request(method, path, body, {"Accept-Encoding": "gzip"} | dict(headers or {}))
        response = connection.getresponse()
        content = response.read()
    finally:
        connection.close()
    return Answer(response.status, response.headers, content, time.monotonic() - start)


def seconds_until(condition: Callable[[], bool], patience: float = 10) -> float:
    """Return how long it took until `condition` held; ask twenty times a second."""
    start = time.monotonic()
    while not condition():
        if time.monotonic() - start > patience:
            raise AssertionError(f"not within {patience} s")
        time.sleep(0.05)
    return time.monotonic() - start
