"""The formulas of the ranking. docs/retrieval.md tells how they work together, and the figures."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from knowledge.language.expectations import Holds
from knowledge.language.lexicon import relatives

SATURATION = 0.4
"""BM25's k1: how much a term repeated in a sentence adds."""

LENGTH_SHARE = 0.45
"""BM25's b: how much a long sentence's weights are lowered."""

PIVOT_LENGTH = 16.0
"""Terms of a sentence of usual length. A constant, not the average of the coverage, so that a weight never depends on
other articles and a segment never goes stale."""

NEIGHBOUR_CREDIT = 0.4
"""Least weight of a term in a sentence when the sentence before or after holds it."""

TITLE_CREDIT = 0.8
"""Least weight of a term in a sentence when the article's title, or the month and year of its date, holds it."""

OPENING_BONUS = 0.1
"""What the first sentence of an article gains; the second gains half of it, the third a third."""

QUESTION_FACTOR = 0.7
"""For a sentence that is itself a question, since it seldom answers one."""

EXPECTATION_FACTORS: Mapping[Holds, float] = {Holds.NUMBER: 1.4, Holds.DATE: 1.4, Holds.PLACE: 1.15, Holds.PERSON: 1.3}
"""For a sentence that holds what the question asks for."""

DERIVED_FACTOR = 0.7
"""For a word derived from the one that is asked for, or the other way round: "Russian" for "Russia"."""

SYNONYM_FACTOR = 0.75
"""For a synonym, times the share of the word's uses in which it is one, half at the most."""

WEAK_FACTOR = 0.6
"""For a word that a question has for its form, such as "kind" or "called"."""


def related(term: str) -> Mapping[str, float]:
    """The relatives of a term, each with the factor by which it counts less than the term itself."""
    found = relatives(term)
    factors = {synonym: min(SYNONYM_FACTOR * share, 0.5) for synonym, share in found.synonyms}
    return {**factors, **dict.fromkeys(found.derived, DERIVED_FACTOR)}


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
