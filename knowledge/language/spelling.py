"""Repairs the words of a question that the coverage doesn't know."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Protocol

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from knowledge.language.dictionary import is_english
from knowledge.language.terms import QUESTION_WORDS
from knowledge.language.transliteration import sound

SHORTEST = 4
"""Letters from which a word is repaired; a shorter one is too close to too many others."""

_SHORT = 5
"""Letters up to which a word has one error only."""

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
BESIDE: Mapping[str, str] = {
    letter: row[max(0, place - 1) : place] + row[place + 1 : place + 2]
    for row in _ROWS
    for place, letter in enumerate(row)
}
"""For each letter those next to it on a QWERTY keyboard."""

_SAME_SOUND = 1.5
"""Errors by which a spelling of the same sound is nearer."""


class Known(Protocol):
    """The words that a coverage knows, each with the number of texts that hold it.

    `near(word, edits)` gives all that are so many edits away from one, and may give others; `most` is the number of
    the most frequent.
    """

    def near(self, word: str, edits: int) -> Mapping[str, int]: ...

    @property
    def most(self) -> int: ...


class Speller:
    """Repairs words after those that are known."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._ranked = lru_cache(maxsize=1 << 11)(self._rank)

    def nearest(
        self, word: str, names: frozenset[str] = frozenset(), may_be: Callable[[str], bool] = bool
    ) -> str | None:
        """The known word nearest to a folded one that it may be, or None; a word of English is left as it is.

        Nearest by optimal string alignment: two edits, for words of up to five letters one that keeps the first letter
        but for a common slip. At equal distance the same first letter, then the more frequent, then the first
        in the alphabet. `names` are names that sound like it, however far.
        """
        found = next(filter(may_be, self._ranked(word, names)), word)
        return found if found != word else None

    def _rank(self, word: str, names: frozenset[str]) -> Sequence[str]:
        """The known words near to one, the nearest first; that is the word itself where it is known."""
        if len(word) < SHORTEST or not word.isalpha() or is_english(word):
            return ()
        is_short = len(word) <= _SHORT
        edits = 1 if is_short else 2
        known = self._known.near(word, edits)
        choices = [*known, *QUESTION_WORDS.difference(known)]
        found = extract(word, choices, scorer=OSA.distance, score_cutoff=edits, limit=None)
        heard = sound(word)
        near = [(distance, candidate) for candidate, distance, _ in found]
        near += [(OSA.distance(word, name), name) for name in names]
        ranked = {
            (distance - _SAME_SOUND * (sound(candidate) == heard), not alike, -self._often(candidate, known), candidate)
            for distance, candidate in near
            if (alike := _starts_alike(word, candidate)) or not is_short or candidate in names
        }
        return [candidate for *_, candidate in sorted(ranked)]

    def _often(self, word: str, known: Mapping[str, int]) -> int:
        """In how many texts a word is; those that a question has for its form count as the most frequent."""
        if word in QUESTION_WORDS:
            return self._known.most
        return known.get(word) or self._known.near(word, 0).get(word, 0)


def _starts_alike(word: str, candidate: str) -> bool:
    """Whether they have the first letter in common but for a slip: left out, exchanged with the next, or hit beside."""
    if word[0] == candidate[0] or word == candidate[1:] or word[1::-1] == candidate[:2]:
        return True
    return word[1:] == candidate[1:] and word[0] in BESIDE.get(candidate[0], "")
