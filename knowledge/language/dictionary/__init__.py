"""Which words are English, whether the coverage has them or not.

The data is made from pyspellchecker's list of the words of film subtitles by
`python -m knowledge.language.dictionary.make`; its licence stands beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from knowledge.mapped.arrays import open_arrays
from knowledge.mapped.strings import Strings

DATA = Path(__file__).with_name("english.arrays")

LEAST_USES = 100
"""Of the list's 1.6 thousand million: rarer ones are often names in another spelling, such as "Bagdad"."""

COMMON_USES = 2_000
"""Rarer ones may be names as well: "Sergei" is used 301 times."""


def is_english(word: str) -> bool:
    """Whether a folded word is in use in English."""
    return _uses(word) >= LEAST_USES


def is_common(word: str) -> bool:
    """Whether a folded word is common in English."""
    return _uses(word) >= COMMON_USES


@lru_cache(maxsize=1 << 11)
def nearest_english(word: str) -> str | None:
    """The most used common word one edit away from a folded word that isn't English; None where there is none."""
    if is_english(word):
        return None
    near = extract(word.lower(), _common_words(), scorer=OSA.distance, score_cutoff=1, limit=None)
    return max((other for other, _, _ in near), key=lambda other: (_uses(other), other), default=None)


def _uses(word: str) -> int:
    """How often the list has a word; 0 for one that it has less than `LEAST_USES` times."""
    words, uses = _table()
    number = words.find(word.lower())
    return 0 if number is None else uses[number]


@cache
def _common_words() -> Sequence[str]:
    words, uses = _table()
    return [words[number].decode() for number, count in enumerate(uses) if count >= COMMON_USES]


@cache
def _table() -> tuple[Strings, Sequence[int]]:
    """The words, sorted, and how often the list has each: mapped, since as a dictionary they take 37 MB."""
    arrays = open_arrays(DATA)
    return Strings(arrays["words"], arrays["word_bounds"]), arrays["uses"].data
