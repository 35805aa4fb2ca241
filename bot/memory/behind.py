"""Writing behind: what need not be on the disk before a person gets a reply."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Lock, Timer

from bot.logs import in_one_line
from bot.wording import describe
from knowledge import FactboxError

PAUSE = 2.0
"""Seconds until something is written: what a crash costs."""
AGAIN = 60.0
"""Seconds until what failed is tried again."""

Write = Callable[[], None]

log = logging.getLogger(__name__)


class WriteBehind:
    """Calls what is to be written in a thread of its own, a little later, together with what came meanwhile."""

    def __init__(self) -> None:
        self._waiting: dict[Write, None] = {}
        self._timer: Timer | None = None
        self._lock = Lock()
        self._turn = Lock()
        self._told: set[str] = set()

    def soon(self, write: Write) -> None:
        """Call `write` within PAUSE seconds, once even if it is asked for more often."""
        with self._lock:
            self._waiting[write] = None
            self._call_in(PAUSE)

    def now(self) -> None:
        """Write what is waiting. What fails is tried again in time, and logged once as long as it fails."""
        with self._turn:
            failures = {write: line for write in self._taken() if (line := _failure(write))}
            for line in {*failures.values()} - self._told:
                log.warning("Something can't be read or kept yet, and the bot goes on without: %s", line)
            self._told = {*failures.values()}
            if failures:
                with self._lock:
                    self._waiting = dict.fromkeys([*failures, *self._waiting])
                    self._call_in(AGAIN)

    def _taken(self) -> list[Write]:
        with self._lock:
            waiting, self._waiting = [*self._waiting], {}
            if self._timer:
                self._timer.cancel()
                self._timer = None
        return waiting

    def _call_in(self, seconds: float) -> None:
        if self._timer is None:
            self._timer = Timer(seconds, self.now)
            self._timer.daemon = True
            self._timer.start()


def _failure(write: Write) -> str | None:
    """Call `write`; what it failed of, in a line, None where it didn't."""
    try:
        write()
    except FactboxError as error:
        return describe(error)
    except Exception as error:  # noqa: BLE001 - the next is still to be written
        return in_one_line(error)
    return None
