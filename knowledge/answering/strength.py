"""How strong an answer is: whether the best sentence answers the question at all."""

from __future__ import annotations

import math
from collections.abc import Sequence

from knowledge.answering.understanding import Understanding
from knowledge.search.index import Hit, Index

THRESHOLD = 0.5
"""Strength from which a question is answered."""

# score / sqrt(sum of idf) at which an answer is as likely right as not, and how fast that changes.
# Fitted by `python -m knowledge.evaluation.fit` on development questions.
_MIDDLE = 2.6
_SLOPE = 2.2


def strength(understanding: Understanding, hits: Sequence[Hit], index: Index) -> float:
    """A number in 0..1: the best score against what the question's terms could bring, unknown terms included."""
    if not hits:
        return 0.0
    return 1 / (1 + math.exp(-_SLOPE * (evidence(understanding, hits, index) - _MIDDLE)))


def evidence(understanding: Understanding, hits: Sequence[Hit], index: Index) -> float:
    """Best score / sqrt(sum of the idf of all terms): long questions get higher scores by chance."""
    return hits[0].score / math.sqrt(sum(index.idf(term) for term in understanding.query.terms))
