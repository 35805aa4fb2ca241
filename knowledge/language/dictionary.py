"""Which words are English, whether the coverage has them or not."""

from __future__ import annotations

from functools import cache

from spellchecker import SpellChecker

LEAST_USES = 100
"""Of the list's 1.6 thousand million: rarer ones are often names in another spelling, such as "Bagdad"."""


def is_english(word: str) -> bool:
    """Whether a folded word is common in a list of English words (that of pyspellchecker, from film subtitles)."""
    return bool(_dictionary().word_frequency[word] >= LEAST_USES)


@cache
def _dictionary() -> SpellChecker:
    return SpellChecker(language="en")
