"""Which segments are made one of: few are kept, and a sentence is written anew seldom.

Each segment is more than twice as large as all smaller ones together, as in a logarithmic method (Bentley and Saxe,
1980, "Decomposable searching problems"), until it is full.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

FULL = 60_000
"""Sentences of a full segment, which is merged no more; more of them where there are many sentences, so that segments
stay few: each costs a question some time, fifty of them as much again as all else."""
_MOST_FULL = 8
_LARGEST = 400_000
"""Sentences of a full segment at the most, however many there are: what bounds the memory and the time of a merge."""
_REMOVED_SHARE = 0.25
"""Of a segment's sentences, that count no more, from which it is written anew."""


class Size(NamedTuple):
    """The sentences of a segment, and how many of them count no more."""

    sentences: int
    removed: int = 0

    @property
    def live(self) -> int:
        """The sentences that count."""
        return self.sentences - self.removed


def to_merge(sizes: Sequence[Size]) -> list[int]:
    """The places of the segments of which one is to be made next, in order; none where all is well."""
    worn = [place for place, size in enumerate(sizes) if _is_worn(size)]
    if worn:
        return worn[:1]
    full = min(max(FULL, sum(size.live for size in sizes) // _MOST_FULL), _LARGEST)
    smallest_first = sorted(range(len(sizes)), key=lambda place: sizes[place].live)
    total, last = 0, 0
    for rank, place in enumerate(smallest_first):
        live = sizes[place].live
        if total + live > full:
            break
        if rank and live <= 2 * total:
            last = rank
        total += live
    return sorted(smallest_first[: last + 1]) if last else []


def _is_worn(size: Size) -> bool:
    return size.removed > _REMOVED_SHARE * size.sentences
