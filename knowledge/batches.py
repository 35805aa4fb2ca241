"""Articles taken up a part at a time: what is kept in memory, and what a crash costs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from knowledge.models import Record

Progress = Callable[[int, int | None], None]
"""Told how many articles have been taken up, and of how many (None: not known)."""

_BATCH = 2_000
_BATCH_LENGTH = 10_000_000
"""Articles, and characters of them, stored and indexed in one step."""


def counted(records: Iterable[Record], progress: Progress | None) -> Iterator[Record]:
    """The records in order, each told of when it is taken up."""
    for done, record in enumerate(records, start=1):
        if progress:
            progress(done, None)
        yield record


def batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    """The records in order, in lists of a bounded size."""
    batch, length = list[Record](), 0
    for record in records:
        batch.append(record)
        length += len(record[0].text)
        if len(batch) == _BATCH or length >= _BATCH_LENGTH:
            yield batch
            batch, length = [], 0
    if batch:
        yield batch
