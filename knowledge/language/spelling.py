"""Repairs the words of a question that the coverage doesn't know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from knowledge.language.dictionary import is_english

SHORTEST = 4
"""Letters from which a word is repaired; a shorter one is too close to too many others."""


class Speller:
    """The words that a coverage knows, each with the number of sentences that hold it."""

    def __init__(self, known: Mapping[str, int]) -> None:
        self._known = known
        self._choices: Sequence[str] = [word for word in known if len(word) >= SHORTEST - 1]
        self.nearest = lru_cache(maxsize=4096)(self._nearest)

    def _nearest(self, word: str) -> str | None:
        """The known word nearest to a folded word that isn't known, or None; a word of English is left as it is.

        Nearest by optimal string alignment: two edits, for words of up to five letters one that keeps the first letter;
        at equal distance the same first letter, then the more frequent, then the first in the alphabet.
        """
        if len(word) < SHORTEST or not word.isalpha() or word in self._known:
            return None
        is_short = len(word) <= 5
        found = extract(word, self._choices, scorer=OSA.distance, score_cutoff=1 if is_short else 2, limit=None)
        ranked = (
            (distance, candidate[0] != word[0], -self._known[candidate], candidate)
            for candidate, distance, _ in found
            if candidate[0] == word[0] or not is_short
        )
        nearest = min(ranked, default=(0, False, 0, None))[3]
        # Asked last, since the list of English words takes long to load.
        return nearest if nearest and not is_english(word) else None
