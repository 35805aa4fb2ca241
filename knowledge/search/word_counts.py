"""How many texts hold each word, over many segments, brought up to date rather than counted anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from knowledge.search.segment import Segment

_Part = tuple[Segment, int]
"""A segment, and 1 or, where what it holds was removed, -1."""


class WordCounts:
    """The words of `segments` but for those of `removed`, with the number of texts that hold each: `counts`.

    `previous` are counts over other segments, of which most are the same.
    """

    def __init__(
        self, segments: Sequence[Segment], removed: Sequence[Segment], previous: WordCounts | None = None
    ) -> None:
        before: Mapping[int, _Part] = previous._parts if previous else {}
        self._parts: Mapping[int, _Part] = _parts(segments, removed)
        come = [part for key, part in self._parts.items() if key not in before]
        gone = [(segment, -sign) for key, (segment, sign) in before.items() if key not in self._parts]
        self.counts: Mapping[str, int] = _changed(previous.counts if previous else {}, [*come, *gone])


def _parts(segments: Sequence[Segment], removed: Sequence[Segment]) -> Mapping[int, _Part]:
    """The segments by what makes each the same one, whatever of it counts."""
    return {
        **{id(segment.arrays): (segment, 1) for segment in segments},
        **{id(segment.arrays): (segment, -1) for segment in removed},
    }


def _changed(counts: Mapping[str, int], parts: Iterable[_Part]) -> Mapping[str, int]:
    """The counts with those of the parts; words that no text holds any more are left out."""
    changed = Counter(counts)
    for segment, sign in parts:
        for word, count in segment.words.texts():
            changed[word] += sign * count
    return {word: count for word, count in changed.items() if count}
