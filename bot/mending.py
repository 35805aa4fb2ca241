"""A look at the files of the index, which may be damaged: at the start, and where something failed unforeseen."""

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
            self._behind.soon(self.look)

    def look(self) -> None:
        """Look now. Raises DataError."""
        try:
            is_whole = self._coverage.check_files()
        except ValueError:  # closed meanwhile, with the bot
            return
        if not is_whole:
            log.warning("The index was damaged on the disk and has been made anew. See that the disk is sound.")
