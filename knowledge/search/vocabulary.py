"""The words that a question may be understood by: those of the articles that may be shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from knowledge.language.terms import QUESTION_WORDS, STOP_WORDS, stem
from knowledge.language.transliteration import sound
from knowledge.models import Filters

if TYPE_CHECKING:
    from knowledge.search.index import Index

KEPT = 1 << 13
"""Words, terms and sounds of which it is kept what is known on them."""


class Vocabulary:
    """The words in the articles of some publishers, or of all: a repair must not tell of a word in the others.

    `knows(term)` tells whether any sentence or title holds a term; `names_sounding(sound)` are the names, folded, that
    have a sound, and `nearest(word)` is the word that a folded one stands for that isn't known, or None.
    """

    def __init__(self, index: Index, publishers: tuple[str, ...]) -> None:
        self._index = index
        only = Filters(publishers=publishers)
        self._allowed = [(segment, segment.allowed_articles(only)) for segment in index.segments if publishers]
        self.weights = index.weights
        self.knows: Callable[[str], bool] = lru_cache(maxsize=KEPT)(self._knows) if publishers else index.knows
        self.names_sounding = lru_cache(maxsize=KEPT)(self._find_names)
        self.nearest = lru_cache(maxsize=KEPT)(self._nearest)

    def knows_relatives(self, term: str) -> bool:
        """Whether any sentence or title holds a word derived from the term, or a synonym."""
        return any(map(self.knows, self.weights.related(term)))

    def _nearest(self, word: str) -> str | None:
        return self._index.speller.nearest(word, self.names_sounding(sound(word)), self._has)

    def nearest_name(self, word: str) -> str | None:
        """The name that a folded word stands for in another language: it sounds the same, or is a slip away."""
        heard = sound(word)

        def is_meant(name: str) -> bool:
            is_near = sound(name) == heard or OSA.distance(word, name) <= 1
            return is_near and name in self.names_sounding(sound(name))

        return self._index.speller.nearest(word, self.names_sounding(heard), is_meant)

    def _knows(self, term: str) -> bool:
        return any(segment.is_held(term, allowed) for segment, allowed in self._allowed)

    def _has(self, word: str) -> bool:
        return word in STOP_WORDS or word in QUESTION_WORDS or self.knows(stem(word))

    def _find_names(self, sound: str) -> frozenset[str]:
        found = {name for segment in self._index.segments for name in segment.words.names_sounding(sound)}
        return frozenset(name for name in found if self._index.is_name(name) and self._has(name))
