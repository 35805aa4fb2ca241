"""Repairs the words of a question that the coverage doesn't know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

SHORTEST = 4
"""Letters from which a word is repaired; a shorter one is too close to too many others."""


class Speller:
    """The words that a coverage knows, each with the number of sentences that hold it."""

    def __init__(self, known: Mapping[str, int]) -> None:
        self._known = known
        self._choices: Sequence[str] = [word for word in known if len(word) >= SHORTEST - 1]

    def nearest(self, word: str) -> str | None:
        """The known word nearest to a folded word that isn't known, or None.

        Nearest by optimal string alignment: one edit for words of up to five letters, two for longer ones; at
        equal distance the same first letter, then the more frequent, then the first in the alphabet.
        """
        if len(word) < SHORTEST or not word.isalpha() or word in self._known:
            return None
        edits = 1 if len(word) <= 5 else 2
        candidates = extract(word, self._choices, scorer=OSA.distance, score_cutoff=edits, limit=None)
        return min(
            (candidate for candidate, _, _ in candidates),
            key=lambda candidate: (
                OSA.distance(word, candidate),
                candidate[0] != word[0],
                -self._known[candidate],
                candidate,
            ),
            default=None,
        )
