"""Feeds read in a process of its own, which is ended where that takes too long.

feedparser takes minutes on some input of a few kilobytes, within one call that nothing else can end.
"""

from __future__ import annotations

from threading import Lock
from typing import Self

from knowledge.errors import SourceError
from knowledge.following.entries import FeedDocument
from knowledge.processes.apart import Apart, Unanswered

LONGEST = 20.0
"""Seconds for one feed; one of 5 MB with 1,500 entries takes 2."""


class Reader:
    """Reads feeds, one at a time, for any thread; a context manager. Its process starts with the first feed."""

    def __init__(self, seconds: float = LONGEST) -> None:
        self._apart = Apart(_read, seconds)
        self._turn = Lock()

    def read(self, data: bytes, address: str, charset: str | None = None) -> FeedDocument:
        """The feed in `data`, which came from `address`.

        Raises SourceError for what isn't a feed, or can't be read in the time that there is.
        """
        with self._turn:
            try:
                read = self._apart(data, address, charset)
            except Unanswered:
                raise SourceError(address, "too-slow") from None
        if read is None:
            raise SourceError(address, "no-feed")
        return read

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._turn.acquire(blocking=False):  # else a thread is reading, whose process ends with this one
            self._apart.end()
            self._turn.release()


def _read(data: bytes, address: str, charset: str | None) -> FeedDocument | None:
    from knowledge.following.parsing import parse_feed

    try:
        return parse_feed(data, address, charset)
    except SourceError:
        return None
