"""The best sentences of one segment, by exact scores."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.models import Filters
from knowledge.search.query import Phrase, Query
from knowledge.search.segment import Segment
from knowledge.search.weights import Weights

DECIMALS = 5
"""To which scores are compared: beyond them, sums differ between machines."""

WeightedForms = Sequence[tuple[float, Mapping[Phrase, float]]]
"""For each term its factor, and what it is found by, with what each brings."""

Numbers = NDArray[np.intp]
Scores = NDArray[np.float32]


def candidates(
    segment: Segment, weighted: WeightedForms, query: Query, weights: Weights, limit: int, floor: float
) -> tuple[Numbers, Scores]:
    """The sentences that can be among the best `limit` and reach the score `floor`, and their scores, both (n,)."""
    totals = _summed(segment, weighted)
    sums, articles = totals[: len(segment)], totals[len(segment) :] * np.float32(weights.article_share)
    if query.filters or not segment.is_whole:
        sums[~segment.allowed(query.filters or Filters())] = 0
    factors = {int(thing): weights.expectation(thing) for thing in query.asked_for}
    # A score is its sum or more, for nothing lowers it, so the limit-th sum bounds the limit-th score.
    floor = max(floor, _limit_th(sums, limit))
    most = (1 + weights.opening_bonus) * math.prod(factors.values())
    (found,) = (sums >= (floor - 10**-DECIMALS) / most - articles.max(initial=0)).nonzero()
    found = found[sums[found] > 0]
    scores = (sums[found] + articles[segment.article_of[found]]) * segment.prior[found]
    for thing, factor in factors.items():
        scores[(segment.holds[found] & thing) != 0] *= np.float32(factor)
    best = scores >= _limit_th(scores, limit) - 10**-DECIMALS
    return found[best], scores[best]


def _limit_th(sums: Scores, limit: int) -> float:
    """The `limit`-th highest sum, or 0 where so many are not above a small part of the highest."""
    least = float(sums.max(initial=0)) / 2
    for _ in range(4):
        high = sums[sums >= least]
        if len(high) >= limit:
            return float(np.partition(high, -limit)[-limit])
        least /= 2
    return 0.0


def _summed(segment: Segment, weighted: WeightedForms) -> Scores:
    """The sum over the terms of the best of each one's forms, for each sentence and after them for each article."""
    size = len(segment) + segment.article_count
    total, best = np.zeros(size, np.float32), np.zeros(size, np.float32)
    for factor, forms in weighted:
        for form, worth in forms.items():
            places, weights = segment.postings(form)
            best[places] = np.maximum(best.take(places), weights * (worth * factor))
        total += best
        best.fill(0)
    return total
