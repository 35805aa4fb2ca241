"""How strong an answer is: whether the best sentence answers the question at all."""

from __future__ import annotations

import math
from collections.abc import Sequence

from knowledge.answering.understanding import Understanding
from knowledge.search.index import Hit, Index

THRESHOLD = 0.3
"""Strength from which a question is answered: the highest tenth at which nine in ten of the answerable development
questions are. A reader sees at a glance that a sentence doesn't answer; one that isn't shown can't be seen."""

# Of the evidence: where an answer is as likely right as not, and how fast that changes. By logistic regression, both
# kinds weighted alike, over 56 development questions on the seed articles, 16 of them without an answer (AUROC .90).
_MIDDLE = 2.05
_SLOPE = 1.75


def strength(understanding: Understanding, hits: Sequence[Hit], index: Index) -> float:
    """A number in 0..1: the best score against what the question's terms could bring, unknown terms included."""
    if not hits:
        return 0.0
    return 1 / (1 + math.exp(-_SLOPE * (evidence(understanding, hits, index) - _MIDDLE)))


def evidence(understanding: Understanding, hits: Sequence[Hit], index: Index) -> float:
    """Best score / sqrt(sum of the idf of all terms): long questions get higher scores by chance."""
    return hits[0].score / math.sqrt(sum(index.idf(term) for term in understanding.query.terms))
