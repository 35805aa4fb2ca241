"""Writing behind: what need not be on the disk before a person gets a reply."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Event, Thread

from bot.logs import in_one_line

PAUSE = 2.0
"""Seconds between two writes: what a crash costs."""

log = logging.getLogger(__name__)


class WriteBehind:
    """Calls each of `writers` every PAUSE seconds, in a thread of its own, and once more at the end."""

    def __init__(self, *writers: Callable[[], None]) -> None:
        self._writers = writers
        self._ended = Event()

    def start(self) -> None:
        """Write from now on until `end`."""
        Thread(target=self._run, name="writing behind", daemon=True).start()

    def end(self) -> None:
        """Write a last time. Doesn't belong on an event loop."""
        self._ended.set()
        self.flush()

    def flush(self) -> None:
        """Write now. What fails is logged: nobody can mend it in a discussion."""
        for write in self._writers:
            try:
                write()
            except Exception as error:  # noqa: BLE001 - the next writer is still to come
                log.warning("Something could not be kept (%s)", in_one_line(error))

    def _run(self) -> None:
        while not self._ended.wait(PAUSE):
            self.flush()
