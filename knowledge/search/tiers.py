"""Which segments are made one of: few are kept, and a sentence is written anew seldom.

Each segment is more than twice as large as all smaller ones together, as in a logarithmic method (Bentley and Saxe,
1980, "Decomposable searching problems"), until it is full.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

FULL = 300_000
"""Sentences that a segment may have after a merge: what bounds the memory and the time of one."""
_MOST_REMOVED = 8
"""Files over removed articles that a segment may have: each is looked at for each question."""
_REMOVED_SHARE = 0.25
"""Of a segment's sentences, that count no more, from which it is written anew."""


class Size(NamedTuple):
    """The sentences of a segment, how many of them count no more, and in how many files those are."""

    sentences: int
    removed: int = 0
    files: int = 0

    @property
    def live(self) -> int:
        """The sentences that count."""
        return self.sentences - self.removed


def to_merge(sizes: Sequence[Size]) -> list[int]:
    """The places of the segments of which one is to be made next, in order; none where all is well."""
    worn = [place for place, size in enumerate(sizes) if _is_worn(size)]
    if worn:
        return worn[:1]
    smallest_first = sorted(range(len(sizes)), key=lambda place: sizes[place].live)
    total, last = 0, 0
    for rank, place in enumerate(smallest_first):
        live = sizes[place].live
        if total + live > FULL:
            break
        if rank and live <= 2 * total:
            last = rank
        total += live
    return sorted(smallest_first[: last + 1]) if last else []


def _is_worn(size: Size) -> bool:
    return size.files > _MOST_REMOVED or size.removed > _REMOVED_SHARE * size.sentences
