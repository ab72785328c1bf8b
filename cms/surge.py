"""Whether everybody is coming at once: then visitors of one page no longer all wait while one of them asks for news."""

import threading

# Seconds in the queue of this process: ten times the usual.
LONG_QUEUE = 0.1
# Requests to this process in one second: if a publication outdates as many pages, making them takes longer than that.
MANY = 50


class Surge:
    """Counts requests by the second and looks at how long they waited."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._second = 0
        self._now = self._before = 0

    def is_on(self, arrived: float, now: float) -> bool:
        """Count a request that nginx passed on at `arrived`; both instants are seconds since 1970."""
        with self._lock:
            if int(now) != self._second:
                self._before = self._now if int(now) == self._second + 1 else 0
                self._second, self._now = int(now), 0
            self._now += 1
            return now - arrived > LONG_QUEUE or max(self._now, self._before) > MANY
