"""How closely a sentence fits the words of a question, beyond the terms that they share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from knowledge.language.expectations import counted_in, counts
from knowledge.language.terms import STOP_WORDS, fold_quotes, folded_words, stem, words_of
from knowledge.search.query import Query
from knowledge.search.weights import Weights

_INITIALS = re.compile(r"[A-Za-z]\.[A-Za-z]\.")
_WITHIN = 3
"""Words after a number among which the thing that it counts is looked for."""


def closeness(query: Query, sentences: Sequence[str], weights: Weights) -> list[float]:
    """The factor, 1 or more, for the score of each sentence.

    One gains that has the question's very words, not only their stems, and one with a number of what the question
    counts ("36 attack helicopters" for "how many helicopters").
    """
    asked = frozenset(word.text for word in words_of(query.question)) - STOP_WORDS
    counted = frozenset(map(stem, counted_in(query.question)))
    factors = [1 + weights.same_form_bonus * _looked(text).held(asked) / (len(asked) or 1) for text in sentences]
    if not counted:
        return factors
    return [
        factor if counted.isdisjoint(_counted(text)) else factor * weights.counted_factor
        for factor, text in zip(factors, sentences, strict=True)
    ]


class _Looked:
    """A sentence that is looked at for words: at first for those that are asked for, and when it is found again for
    all, which are then at hand."""

    def __init__(self, sentence: str) -> None:
        self._sentence = sentence
        self._plain = _plain(sentence)
        self._words: frozenset[str] | None = None

    def held(self, asked: frozenset[str]) -> int:
        """How many of the words it has in the form in which they were asked."""
        plain, self._plain = self._plain, None  # read once, for other threads may look at it too
        if plain is not None:
            return sum(self._has(word, plain) for word in asked)
        if self._words is None:
            self._words = frozenset(folded_words(self._sentence))
        return len(asked & self._words)

    def _has(self, word: str, plain: str) -> bool:
        if word.isalpha() and word.islower():
            return word in plain and _stands_in(plain, word)
        return word.lower().replace(",", "") in plain.replace(",", "") and word in folded_words(self._sentence)


_looked = lru_cache(maxsize=1 << 11)(_Looked)


def _plain(sentence: str) -> str | None:
    """The sentence in small letters, if nothing but commas in numbers is folded away in its words."""
    folded = fold_quotes(sentence)
    if not folded.isascii():
        folded = folded.replace("–", "-").replace("—", "-")
    is_plain = folded.isascii() and not (folded.count(".") > 1 and _INITIALS.search(folded))
    return folded.lower() if is_plain else None


def _stands_in(lowered: str, word: str) -> bool:
    """Whether a word stands in a sentence by itself: no word goes over a space, so what is around it is read only."""
    at = lowered.find(word)
    while at >= 0:
        end = lowered.find(" ", at)
        if word in _words_of(lowered[lowered.rfind(" ", 0, at) + 1 : end if end >= 0 else None]):
            return True
        at = lowered.find(word, at + 1)
    return False


@lru_cache(maxsize=1 << 13)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(folded_words(text))


@lru_cache(maxsize=1 << 11)
def _counted(sentence: str) -> frozenset[str]:
    """The terms that follow the numbers of a sentence."""
    words = words_of(sentence)
    numbers = [place for place, word in enumerate(words) if counts(word.text)]
    return frozenset(stem(word.text) for place in numbers for word in words[place + 1 : place + 1 + _WITHIN])
