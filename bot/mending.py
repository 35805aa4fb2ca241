"""A look at the files of the index where something failed for no reason that is known: they may be damaged."""

from __future__ import annotations

import logging
import time
from math import inf

from bot.memory.behind import WriteBehind
from knowledge import Coverage

PAUSE = 3600.0
"""Seconds between two looks: a fault of the bot's own would else have all files read again and again."""

log = logging.getLogger(__name__)


class Mending:
    """Has the index of `coverage` read from end to end, in a thread, and what is damaged made anew."""

    def __init__(self, coverage: Coverage, behind: WriteBehind) -> None:
        self._coverage = coverage
        self._behind = behind
        self._asked = -inf

    def soon(self) -> None:
        """Look within seconds, unless that was asked for not long ago."""
        if time.monotonic() - self._asked > PAUSE:
            self._asked = time.monotonic()
            self._behind.soon(self._look)

    def _look(self) -> None:
        if not self._coverage.check_files():
            log.warning("The index was damaged on the disk and has been made anew. See that the disk is sound.")
