"""The formulas of the ranking. Figures for each part stand in docs/retrieval.md."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

SATURATION = 0.4
"""BM25's k1: how much a term repeated in a sentence adds."""

LENGTH_SHARE = 0.3
"""BM25's b: how much a long sentence's weights are lowered."""

PIVOT_LENGTH = 16.0
"""Terms of a sentence of usual length. A constant, not the average of the coverage, so that a weight never depends on
other articles and a segment never goes stale."""

NEIGHBOUR_CREDIT = 0.4
"""Least weight of a term in a sentence when the sentence before or after holds it."""

TITLE_CREDIT = 0.8
"""Least weight of a term in a sentence when the article's title holds it."""

OPENING_BONUS = 0.2
"""What the first sentence of an article gains; the second gains half of it, the third a third."""

QUESTION_FACTOR = 0.7
"""For a sentence that is itself a question, since it seldom answers one."""

EXPECTATION_FACTOR = 1.4
"""For a sentence that holds what the question asks for."""


def inverse_document_frequency(sentences: int, holding: int) -> float:
    """ln(1 + (N - df + 0.5) / (df + 0.5)): rare terms count more (Robertson and Zaragoza, 2009, as in Lucene)."""
    return math.log(1 + (sentences - holding + 0.5) / (holding + 0.5))


def term_weights(counts: NDArray[np.float32], lengths: NDArray[np.float32]) -> NDArray[np.float32]:
    """BM25's weight of terms that stand `counts` times in sentences of `lengths` terms, both of shape (n,)."""
    norm = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * lengths / PIVOT_LENGTH)
    return (counts * (SATURATION + 1) / (counts + norm)).astype(np.float32)


def priors(positions: NDArray[np.uint32], are_questions: NDArray[np.bool_]) -> NDArray[np.float32]:
    """What a sentence is worth before anything is asked, by its place in the article; all of shape (sentences,)."""
    opening = 1 + OPENING_BONUS / (1 + positions)
    return np.where(are_questions, opening * QUESTION_FACTOR, opening).astype(np.float32)
