"""How strong an answer is: whether the best sentence answers the question at all."""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import mul
from typing import NamedTuple

from knowledge.answering.holding import Asked
from knowledge.answering.understanding import Understanding
from knowledge.language.expectations import Holds, focus_of
from knowledge.language.terms import stem
from knowledge.search.heading import heading
from knowledge.search.index import Hit, Index

THRESHOLD = 0.2
"""Strength from which a question is answered: the highest tenth at which, of the answerable questions held out from the
fit, no more than one in ten gets no answer."""

_MOST_WORDS = 8


class Evidence(NamedTuple):
    """What tells an answered question from others. What is "near" is in the sentence, one beside it, or the title."""

    match: float
    """Best score / sqrt(sum of factor x idf of all terms x highest idf): a long question gets a higher score by chance,
    and all scores grow with the number of sentences, as the highest idf does."""
    ordinary_words: float
    """Number of telling terms that are no names, at most eight: a word or two match by chance."""
    names: float
    """1 where the question has a name, else 0."""
    missing: float
    """Share of the telling terms that aren't near."""
    focus_missing: float
    """How far what stands right after the question word, "king" in "who is the king of Jordan", isn't near, 0..1."""
    lacks: float
    """1 where the sentence lacks the number, date, place or person that is asked for, else 0."""
    unknown_word: float
    """1 where the question has a word that the coverage doesn't know, else 0."""
    unknown_name: float
    """1 where that word looks like a name, else 0."""


# Fitted by `python -m knowledge.evaluation.fitting`; docs/retrieval.md says on what.
_WEIGHTS = Evidence(
    match=0.85,
    ordinary_words=0.46,
    names=0.41,
    missing=-3.88,
    focus_missing=-0.67,
    lacks=-1.44,
    unknown_word=0.81,
    unknown_name=-1.92,
)
_INTERCEPT = -2.29


def strength(understanding: Understanding, hits: Sequence[Hit], index: Index) -> float:
    """The probability that the first of the hits answers the question, by logistic regression on the evidence.

    0 where nothing matches, or only words that a question has for its form.
    """
    if not hits or not understanding.telling:
        return 0.0
    found = evidence(understanding, hits, index)
    return 1 / (1 + math.exp(-_INTERCEPT - sum(map(mul, _WEIGHTS, found))))


def evidence(understanding: Understanding, hits: Sequence[Hit], index: Index) -> Evidence:
    """The evidence that the first of the hits answers the question. At least one hit, and one telling term."""
    query, telling = understanding.query, understanding.telling
    best = hits[0]
    asked = Asked(understanding, index)
    near = asked.near([*best.texts_around(), heading(best.article)])
    focus = [term for term in map(stem, focus_of(query.question)) if term in query.terms]
    most = sum(factor * index.idf(term) for term, factor in query.terms.items())
    return Evidence(
        match=best.score / math.sqrt(most * index.highest_idf),
        ordinary_words=min(len(telling - understanding.names), _MOST_WORDS),
        names=float(bool(understanding.names)),
        missing=math.fsum(1 - asked.held(term, near) for term in telling) / len(telling),
        focus_missing=max((1 - asked.held(term, near) for term in focus), default=0.0),
        lacks=float(any(not best.holds(thing) for thing in query.asked_for if thing is not Holds.REASON)),
        unknown_word=float(understanding.words_unknown),
        unknown_name=float(understanding.names_unknown),
    )
