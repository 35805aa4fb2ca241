"""Writing behind: what need not be on the disk before a person gets a reply."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Lock, Timer

from bot.logs import in_one_line

PAUSE = 2.0
"""Seconds until something is written: what a crash costs."""

Write = Callable[[], None]

log = logging.getLogger(__name__)


class WriteBehind:
    """Calls what is to be written in a thread of its own, a little later, together with what came meanwhile."""

    def __init__(self) -> None:
        self._waiting: set[Write] = set()
        self._timer: Timer | None = None
        self._lock = Lock()

    def soon(self, write: Write) -> None:
        """Call `write` within PAUSE seconds, once even if it is asked for more often."""
        with self._lock:
            self._waiting.add(write)
            if self._timer is None:
                self._timer = Timer(PAUSE, self.now)
                self._timer.daemon = True
                self._timer.start()

    def now(self) -> None:
        """Write what is waiting. What fails is logged: nobody can mend it in a discussion."""
        with self._lock:
            waiting, self._waiting = self._waiting, set()
            if self._timer:
                self._timer.cancel()
                self._timer = None
        for write in waiting:
            try:
                write()
            except Exception as error:  # noqa: BLE001 - the next is still to be written
                log.warning("Something could not be kept (%s)", in_one_line(error))
