"""Which words are English, whether the coverage has them or not."""

from __future__ import annotations

from functools import cache

from spellchecker import SpellChecker


def is_english(word: str) -> bool:
    """Whether a folded word stands in a list of English words (that of pyspellchecker, from film subtitles)."""
    return word in _dictionary().word_frequency


@cache
def _dictionary() -> SpellChecker:
    return SpellChecker(language="en")
