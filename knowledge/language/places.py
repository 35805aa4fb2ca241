"""Names of countries, peoples and languages, however they are written: in chat, few have a capital."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from knowledge.language.lexicon import relatives
from knowledge.language.terms import stem, words


def is_place(word: str) -> bool:
    """Whether a folded word names a country or a language, or is derived from one: "russia", "russians"."""
    term = stem(word)
    return term in _names() or any(other in _names() for other in relatives(term).derived)


def is_nationality(word: str) -> bool:
    """Whether a folded word is derived from the name of a country and isn't one: "iraqi", "russian", but not "iraq"."""
    return stem(word) in _nationalities()


@cache
def _countries() -> frozenset[str]:
    from babel import Locale

    return _terms(Locale("en").territories.values())


@cache
def _nationalities() -> frozenset[str]:
    """The terms derived from names of countries: what is derived from a word, that is derived from it too."""
    return frozenset(other for name in _countries() for other in relatives(name).derived) - _countries()


@cache
def _names() -> frozenset[str]:
    """The terms of names in the Unicode CLDR, as Babel has it."""
    from babel import Locale

    return _countries() | _terms(Locale("en").languages.values())


def _terms(names: Iterable[str]) -> frozenset[str]:
    """The terms of the names of one word."""
    return frozenset(stem(word.text) for name in names if name.isalpha() for word in words(name) if len(name) > 3)
