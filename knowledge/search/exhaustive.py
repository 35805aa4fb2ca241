"""The best sentences of segments, by the scores of all of them: slow, and what the kernel is held against."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from knowledge.models import Filters
from knowledge.search.query import DECIMALS, Query, Ranked, WeightedForms
from knowledge.search.segment import Segment
from knowledge.search.weights import Weights

_Numbers = NDArray[np.intp]
_Scores = NDArray[np.float32]


class Exhaustive:
    """Searches segments, as `kernel.Kernel` does."""

    def __init__(self, segments: Sequence[Segment], weights: Weights) -> None:
        self._segments = segments
        self._factors = weights

    def search(self, weighted: WeightedForms, query: Query, limit: int) -> list[Ranked]:
        """The best sentences, best first."""
        found: list[Ranked] = []
        for number, segment in enumerate(self._segments):
            sentences, scores = self._scored(segment, weighted, query)
            found = sorted(found + _ordered(number, segment, sentences, scores, limit))[:limit]
        return found

    def holding(self, term: str) -> int:
        """The number of sentences that hold a term, those that count no more included."""
        return sum(segment.terms.holding(term) for segment in self._segments)

    def holders(self, term: str) -> Iterable[int]:
        """The numbers of the segments in which a sentence or a title holds a term, also those that count no more."""
        return [number for number, segment in enumerate(self._segments) if segment.terms.terms.find(term) is not None]

    def _scored(self, segment: Segment, weighted: WeightedForms, query: Query) -> tuple[_Numbers, _Scores]:
        """The sentences in which a term counts, ascending, and their scores, both of shape (n,)."""
        sums, articles = _summed(segment, weighted)
        if query.filters or not segment.is_whole:
            sums[~segment.allowed(query.filters or Filters())] = 0
        found = np.flatnonzero(sums)
        whole = articles[segment.articles_of(found)] * np.float32(self._factors.article_share)
        scores = (sums[found] + whole) * self._factors.priors(segment.positions[found])
        for thing in query.asked_for:
            scores[(segment.holds[found] & int(thing)) != 0] *= np.float32(self._factors.expectation(thing))
        return found, scores


def _summed(segment: Segment, weighted: WeightedForms) -> tuple[_Scores, _Scores]:
    """The sum over the terms of the best of each one's forms, for each sentence and for each article."""
    totals = np.zeros(len(segment), np.float32), np.zeros(segment.article_count, np.float32)
    for factor, forms in weighted:
        best = tuple(np.zeros_like(total) for total in totals)
        for form, worth in forms.items():
            for ours, theirs in zip(best, segment.terms.of(form), strict=True):
                np.maximum(ours, theirs * np.float32(worth * factor), out=ours)
        for total, ours in zip(totals, best, strict=True):
            total += ours
    return totals


def _ordered(number: int, segment: Segment, found: _Numbers, scores: _Scores, limit: int) -> list[Ranked]:
    """A segment's best sentences in order."""
    negative = -np.round(scores.astype(np.float64), DECIMALS)
    keys, positions = segment.places(found)
    order = np.lexsort((positions, keys, negative))[:limit]
    columns = (column[order].tolist() for column in (negative, keys, positions))
    return list(zip(*columns, repeat(number), found[order].tolist(), strict=False))
