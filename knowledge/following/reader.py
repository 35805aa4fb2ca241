"""Feeds read in a process of its own, which is ended where that takes too long.

feedparser takes minutes on some input of a few kilobytes, within one call that nothing else can end.
"""

from __future__ import annotations

import multiprocessing
from multiprocessing.pool import Pool
from threading import Lock
from types import TracebackType
from typing import Self

from knowledge.errors import SourceError
from knowledge.following.entries import FeedDocument
from knowledge.interrupts import held_back

LONGEST = 20.0
"""Seconds for one feed; one of 5 MB with 1,500 entries takes 2."""


class Reader:
    """Reads feeds, one at a time, for any thread; a context manager. Its process starts with the first feed."""

    def __init__(self, seconds: float = LONGEST) -> None:
        self._seconds = seconds
        self._process: Pool | None = None
        self._turn = Lock()

    def read(self, data: bytes, address: str, charset: str | None = None) -> FeedDocument:
        """The feed in `data`, which came from `address`.

        Raises SourceError for what isn't a feed, or can't be read in the time that there is.
        """
        with self._turn:
            if self._process is None:
                with held_back():
                    self._process = multiprocessing.get_context("spawn").Pool(1)
            reading = self._process.apply_async(_read, (data, address, charset))
            try:
                read = reading.get(self._seconds)
            except multiprocessing.TimeoutError:
                self.close()
                raise SourceError(address, "too-slow") from None
        if read is None:
            raise SourceError(address, "no-feed")
        return read

    def close(self) -> None:
        """End the process, whatever it does."""
        process, self._process = self._process, None
        if process is not None:
            process.terminate()
            process.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()


def _read(data: bytes, address: str, charset: str | None) -> FeedDocument | None:
    from knowledge.following.parsing import parse_feed

    try:
        return parse_feed(data, address, charset)
    except SourceError:
        return None
