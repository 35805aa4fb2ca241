"""One request at a time to a host, and not too often."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock

LONGEST_DELAY = 30.0
"""Seconds that are waited between two requests to a host, even where it wishes for more."""
MANY = 1_000
"""Hosts from which those that were not asked of late are forgotten."""


@dataclass
class _Lane:
    """The way to one host."""

    lock: Lock = field(default_factory=Lock)
    last: float = float("-inf")
    """When a request last began."""
    users: int = 0


class Pace:
    """Lets requests to each host begin `seconds` apart, over all threads."""

    def __init__(self, seconds: float, clock: Callable[[], float], sleep: Callable[[float], object]) -> None:
        self._seconds = seconds
        self._clock = clock
        self._sleep = sleep
        self._lanes: dict[str, _Lane] = {}
        self._lock = Lock()

    @contextmanager
    def turn(self, host: str, delay: float = 0.0) -> Iterator[None]:
        """Wait until a request to `host` may begin, at least `delay` seconds after the last; then no other may."""
        with self._lane(host) as lane, lane.lock:
            wait = lane.last + max(self._seconds, min(delay, LONGEST_DELAY)) - self._clock()
            if wait > 0:
                self._sleep(wait)
            lane.last = self._clock()
            yield

    @contextmanager
    def _lane(self, host: str) -> Iterator[_Lane]:
        with self._lock:
            lane = self._lanes.setdefault(host, _Lane())
            lane.users += 1
        try:
            yield lane
        finally:
            with self._lock:
                lane.users -= 1
                if len(self._lanes) > MANY:
                    self._forget()

    def _forget(self) -> None:
        long_ago = self._clock() - max(self._seconds, LONGEST_DELAY)
        self._lanes = {host: lane for host, lane in self._lanes.items() if lane.users or lane.last > long_ago}
