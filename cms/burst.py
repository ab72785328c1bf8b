"""Requests that arrive while their page is being rendered share that render.

nginx lets only one request through for a page it does not have; for a page it has, but that a new generation has
outdated, it lets all through. Each worker process shares for itself: a burst costs one render per worker.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable

from django.http import HttpResponse

# Renders remembered at once, about 30 kB each: more addresses than a surge asks for.
MAX_FLIGHTS = 1_200
# Seconds after which nobody waits for a render any more: nginx has given up (proxy_read_timeout).
PATIENCE = 30.0


class Flight:
    """One render: under way, or landed at the instant `landed_at` with `response`."""

    def __init__(self) -> None:
        self.landed = threading.Event()
        self.landed_at = float("inf")
        self.response: HttpResponse | None = None

    def take(self, render: Callable[[], HttpResponse]) -> HttpResponse:
        try:
            response = render()
            if response.status_code == 200 and not response.streaming:
                # A copy: the middleware around us goes on to change the one it gets.
                self.response = copy(response)
            return response
        finally:
            self.landed_at = time.time()
            self.landed.set()


_lock = threading.Lock()
_flights: OrderedDict[Hashable, Flight] = OrderedDict()


def share(key: Hashable, arrived: float, render: Callable[[], HttpResponse]) -> HttpResponse:
    """Return the response for `key`: another request's, if it was not finished when ours arrived at the front."""
    with _lock:
        flight = _flights.get(key)
        if flight is None or flight.landed_at < arrived:
            flight, is_ours = Flight(), True
            _flights[key] = flight
            _flights.move_to_end(key)
            _forget_old()
        else:
            is_ours = False
    if is_ours:
        return flight.take(render)
    flight.landed.wait(PATIENCE)
    return copy(flight.response) if flight.response else render()


def _forget_old() -> None:
    while len(_flights) > MAX_FLIGHTS or next(iter(_flights.values())).landed_at < time.time() - PATIENCE:
        _flights.popitem(last=False)


def copy(response: HttpResponse) -> HttpResponse:
    return HttpResponse(response.content, status=response.status_code, headers=dict(response.items()))
