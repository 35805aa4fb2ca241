"""Articles taken up a part at a time: what is kept in memory, and what a crash costs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import TypeVar

from knowledge.models import Article, Record
from knowledge.processes.interrupts import let_in

Progress = Callable[[int, int | None], None]
"""Told how many articles have been taken up, and of how many (None: not known)."""

_BATCH = 800
_BATCH_LENGTH = 5_000_000
"""Articles, and characters of them, stored and indexed in one step."""

Item = TypeVar("Item", Article, Record)


def counted(items: Iterable[Item], progress: Progress | None) -> Iterator[Item]:
    """The articles in order, each told of when it is taken up, for which Ctrl-C is let in: giving one may take long."""
    remaining = iter(items)
    for done in count(1):
        with let_in():
            item = next(remaining, None)
        if item is None:
            return
        if progress:
            progress(done, None)
        yield item


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The articles in order, in lists of a bounded size."""
    batch, length = list[Item](), 0
    for item in items:
        batch.append(item)
        length += len((item if isinstance(item, Article) else item[0]).text)
        if len(batch) == _BATCH or length >= _BATCH_LENGTH:
            yield batch
            batch, length = [], 0
    if batch:
        yield batch
