"""Retrieval measures, as trec_eval computes them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence


def ndcg(ranking: Sequence[str], relevant: Mapping[str, int], depth: int) -> float:
    """Normalised discounted cumulative gain: the sum of grade / log2(rank + 1) over that of the ideal ranking."""
    gained = sum(relevant.get(name, 0) / math.log2(rank + 2) for rank, name in enumerate(ranking[:depth]))
    best = sorted(relevant.values(), reverse=True)[:depth]
    ideal = sum(grade / math.log2(rank + 2) for rank, grade in enumerate(best))
    return gained / ideal if ideal else 0.0


def success(ranking: Sequence[str], relevant: Mapping[str, int], depth: int) -> float:
    """1 where one of the first `depth` is right, else 0."""
    return float(any(relevant.get(name, 0) > 0 for name in ranking[:depth]))


def reciprocal_rank(ranking: Sequence[str], relevant: Mapping[str, int], depth: int) -> float:
    """1 / the rank of the first that is right, 0 where none of the first `depth` is."""
    ranks = (rank for rank, name in enumerate(ranking[:depth], start=1) if relevant.get(name, 0) > 0)
    return 1 / next(ranks, math.inf)


def recall(ranking: Sequence[str], relevant: Mapping[str, int], depth: int) -> float:
    """The share of all that are right found among the first `depth`."""
    right = {name for name, grade in relevant.items() if grade > 0}
    return len(right.intersection(ranking[:depth])) / len(right) if right else 0.0


def separation(positives: Sequence[float], negatives: Sequence[float]) -> float | None:
    """How often a positive is above a negative, ties half (the area under the ROC curve); None where either lacks."""
    if not positives or not negatives:
        return None
    above = sum((one > other) + (one == other) / 2 for one in positives for other in negatives)
    return above / (len(positives) * len(negatives))
