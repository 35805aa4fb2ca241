"""How strong an answer is: whether the best sentence answers the question at all."""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import mul
from typing import NamedTuple

from knowledge.answering.understanding import Understanding
from knowledge.search.index import Hit, Index

THRESHOLD = 0.4
"""Strength from which a question is answered: the tenth with the fewest errors on questions held out from the fit, the
share of answerable questions that get no answer and the share of others that get one counted alike."""


class Evidence(NamedTuple):
    """What tells a question that is answered from one that isn't."""

    match: float
    """Best score / sqrt(sum of factor x idf of all terms x highest idf): a long question gets a higher score by chance,
    and all scores grow with the number of sentences, as the highest idf does."""
    length: float
    """ln(1 + number of terms): a word or two match by chance."""
    unknown_name: float
    """1 where the question names what the coverage doesn't know, else 0."""
    asks_for: float
    """1 where it asks for a number, date, place or person, which a sentence on the topic need not hold; else 0."""


# Fitted by `python -m knowledge.evaluation.fitting`; docs/retrieval.md says on what.
_WEIGHTS = Evidence(match=2.19, length=1.07, unknown_name=-1.1, asks_for=-0.76)
_INTERCEPT = -3.4


def strength(understanding: Understanding, hits: Sequence[Hit], index: Index) -> float:
    """A number in 0..1, by logistic regression on the evidence; 0 where nothing matches."""
    if not hits:
        return 0.0
    found = evidence(understanding, hits, index)
    return 1 / (1 + math.exp(-_INTERCEPT - sum(map(mul, _WEIGHTS, found))))


def evidence(understanding: Understanding, hits: Sequence[Hit], index: Index) -> Evidence:
    """The evidence that the first of the hits answers the question. At least one hit."""
    terms = understanding.query.terms
    most = sum(factor * index.idf(term) for term, factor in terms.items())
    return Evidence(
        match=hits[0].score / math.sqrt(most * index.highest_idf),
        length=math.log(1 + len(terms)),
        unknown_name=float(understanding.names_unknown),
        asks_for=float(bool(understanding.query.asked_for)),
    )
