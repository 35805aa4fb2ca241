"""How closely a sentence fits the words of a question, beyond the terms that they share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from knowledge.language.expectations import counted_in, counts
from knowledge.language.terms import STOP_WORDS, Word, stem, words_of
from knowledge.search.query import Query
from knowledge.search.weights import Weights

_WITHIN = 3
"""Words after a number among which the thing that it counts is looked for."""


def closeness(query: Query, sentences: Sequence[str], weights: Weights) -> list[float]:
    """The factor, 1 or more, for the score of each sentence.

    One gains that has the question's very words, not only their stems, and one with a number of what the question
    counts ("36 attack helicopters" for "how many helicopters").
    """
    asked = frozenset(word.text for word in words_of(query.question)) - STOP_WORDS
    counted = frozenset(map(stem, counted_in(query.question)))
    return [_factor(sentence, asked, counted, weights) for sentence in sentences]


def _factor(sentence: str, asked: frozenset[str], counted: frozenset[str], weights: Weights) -> float:
    factor = 1 + weights.same_form_bonus * len(asked & _forms(sentence)) / (len(asked) or 1)
    return factor * weights.counted_factor if counted and _counts(words_of(sentence), counted) else factor


@lru_cache(maxsize=1 << 12)
def _forms(sentence: str) -> frozenset[str]:
    return frozenset(word.text for word in words_of(sentence))


def _counts(words: Sequence[Word], things: frozenset[str]) -> bool:
    return any(
        not things.isdisjoint(stem(word.text) for word in words[place + 1 : place + 1 + _WITHIN])
        for place, number in enumerate(words)
        if counts(number.text)
    )
