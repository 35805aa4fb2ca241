"""Names of countries, peoples and languages, however they are written: in chat, few have a capital."""

from __future__ import annotations

from functools import cache

from knowledge.language.lexicon import relatives
from knowledge.language.terms import stem, words


def is_place(word: str) -> bool:
    """Whether a folded word names a country or a language, or is derived from one: "russia", "russians"."""
    term = stem(word)
    return term in _names() or any(other in _names() for other in relatives(term).derived)


@cache
def _names() -> frozenset[str]:
    """The terms of names of one word in the Unicode CLDR, as Babel has it."""
    from babel import Locale

    english = Locale("en")
    listed = [*english.territories.values(), *english.languages.values()]
    return frozenset(stem(word.text) for name in listed if name.isalpha() for word in words(name) if len(name) > 3)
