"""Which words are English, whether the coverage has them or not."""

from __future__ import annotations

from functools import cache, lru_cache

from spellchecker import SpellChecker

LEAST_USES = 100
"""Of the list's 1.6 thousand million: rarer ones are often names in another spelling, such as "Bagdad"."""

COMMON_USES = 2_000
"""Rarer ones may be names as well: "Sergei" is used 301 times."""


def is_english(word: str) -> bool:
    """Whether a folded word is in use in a list of English words (that of pyspellchecker, from film subtitles)."""
    return _uses(word) >= LEAST_USES


def is_common(word: str) -> bool:
    """Whether a folded word is common in that list."""
    return _uses(word) >= COMMON_USES


@lru_cache(maxsize=1 << 11)
def nearest_english(word: str) -> str | None:
    """The most used common word one edit away from a folded word that isn't English; None where there is none."""
    if is_english(word):
        return None
    near = _dictionary().known(_dictionary().edit_distance_1(word))
    return max(filter(is_common, near), key=lambda other: (_uses(other), other), default=None)


def _uses(word: str) -> int:
    return int(_dictionary().word_frequency[word])


@cache
def _dictionary() -> SpellChecker:
    return SpellChecker(language="en")
