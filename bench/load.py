"""Visitors who do not wait for each other: requests leave by the clock, however slowly answers come.

For the loopback interface only, and bounded: by connections, by time for each answer, by the end of the plan.
"""

import asyncio
import re
import resource
import time
from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from scripts.demo.place import HOST

# As many as this process may open; more visitors at once count as errors.
MAX_CONNECTIONS = min(15_000, resource.getrlimit(resource.RLIMIT_NOFILE)[0] - 200)
PATIENCE = 30.0
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


@dataclass
class Outcome:
    """Answers by status (0: none came), and seconds from the planned instant to the whole answer."""

    statuses: Counter = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    most_open: int = 0
    latest_start: float = 0.0

    @property
    def errors(self) -> int:
        return sum(count for status, count in self.statuses.items() if status != 200)


class Visitor(asyncio.Protocol):
    """A connection with one request at a time."""

    def __init__(self, load: "Load"):
        self.load = load
        self.received = b""
        self.planned = 0.0
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def ask(self, request: bytes, planned: float) -> None:
        assert self.transport
        self.received, self.planned = b"", planned
        self.transport.write(request)

    def data_received(self, data: bytes) -> None:
        self.received += data
        head, separator, body = self.received.partition(b"\r\n\r\n")
        if not separator:
            return
        length = LENGTH.search(head)
        if (length and len(body) >= int(length[1])) or (not length and body.endswith(b"0\r\n\r\n")):
            self.load.answered(self, int(head[9:12]))

    def connection_lost(self, exc: Exception | None) -> None:
        self.load.lost(self)


class Load:
    """`rate(t)` requests per second at `t` seconds after the start, for `seconds`, round and round over `paths`."""

    def __init__(self, port: int, paths: Sequence[str], rate: Callable[[float], float], seconds: float):
        head = f"Host: {HOST}:{port}\r\nAccept-Encoding: gzip\r\n\r\n"
        self.requests = [f"GET {path} HTTP/1.1\r\n{head}".encode() for path in paths]
        self.port, self.rate, self.seconds = port, rate, seconds
        self.idle: deque[Visitor] = deque()
        self.waiting: dict[Visitor, None] = {}
        self.outcome = Outcome()
        self.sent = 0
        self.opening: set[asyncio.Task] = set()

    async def run(self) -> Outcome:
        started = last = time.monotonic()
        owed = 0.0
        while (now := time.monotonic()) - started < self.seconds:
            owed += self.rate(now - started) * (now - last)
            last = now
            for _request in range(int(owed)):
                self.send(now)
            owed -= int(owed)
            await asyncio.sleep(0.004)
        self.outcome.latest_start = time.monotonic() - started - self.seconds
        deadline = time.monotonic() + PATIENCE
        while (self.waiting or self.opening) and time.monotonic() < deadline:
            await asyncio.sleep(0.02)
        self.outcome.statuses[0] += len(self.waiting) + len(self.opening)
        self.close()
        return self.outcome

    def send(self, planned: float) -> None:
        request = self.requests[self.sent % len(self.requests)]
        self.sent += 1
        if self.idle:
            visitor = self.idle.pop()
            self.waiting[visitor] = None
            visitor.ask(request, planned)
        elif len(self.waiting) + len(self.opening) >= MAX_CONNECTIONS:
            self.outcome.statuses[0] += 1
        else:
            task = asyncio.create_task(self.open(request, planned))
            self.opening.add(task)
            task.add_done_callback(self.opening.discard)
        self.outcome.most_open = max(self.outcome.most_open, len(self.waiting) + len(self.opening))

    async def open(self, request: bytes, planned: float) -> None:
        try:
            _transport, visitor = await asyncio.get_running_loop().create_connection(
                lambda: Visitor(self), HOST, self.port
            )
        except OSError:
            self.outcome.statuses[0] += 1
            return
        self.waiting[visitor] = None
        visitor.ask(request, planned)

    def answered(self, visitor: Visitor, status: int) -> None:
        self.outcome.statuses[status] += 1
        self.outcome.seconds.append(time.monotonic() - visitor.planned)
        self.waiting.pop(visitor, None)
        self.idle.append(visitor)

    def lost(self, visitor: Visitor) -> None:
        if visitor in self.waiting:
            del self.waiting[visitor]
            self.outcome.statuses[0] += 1
        elif visitor in self.idle:
            self.idle.remove(visitor)

    def close(self) -> None:
        for visitor in [*self.idle, *self.waiting]:
            if visitor.transport:
                visitor.transport.abort()
        self.idle.clear()
        self.waiting.clear()
