"""Counts requests per network in the memory of the process: nothing is written anywhere, a restart forgets all."""

import threading
from collections import OrderedDict, deque
from datetime import datetime, timedelta

from cms import clock
from cms.client_address import network

# Networks remembered at once; the one heard of least recently goes first.
MAX_NETWORKS = 10_000


class RateLimit:
    """At most `count` requests of one network in any span of `per`; each worker process counts for itself."""

    def __init__(self, count: int, per: timedelta):
        self.count = count
        self.per = per
        self._seen: OrderedDict[str, deque[datetime]] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, scope: str, address: str) -> int:
        """Count a request and return 0, or return the seconds until the next one is welcome."""
        now = clock.now()
        key = f"{scope} {network(address)}"
        with self._lock:
            times = self._seen.setdefault(key, deque())
            self._seen.move_to_end(key)
            if len(self._seen) > MAX_NETWORKS:
                self._seen.popitem(last=False)
            while times and times[0] <= now - self.per:
                times.popleft()
            if len(times) >= self.count:
                return max(1, int((times[0] + self.per - now).total_seconds()))
            times.append(now)
            return 0

    def forget(self) -> None:
        """Start counting anew (tests)."""
        with self._lock:
            self._seen.clear()
