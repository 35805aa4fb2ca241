"""Words that are forms or relatives of one another: "said" and "say", "Russian" and "Russia", "divide" and "split".

The data is made from WordNet 3.0 by `python -m knowledge.language.lexicon.make`; its licence stands beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from knowledge.mapped.arrays import Arrays, open_arrays
from knowledge.mapped.strings import Strings

DATA = Path(__file__).with_name("wordnet.arrays")


class Relatives(NamedTuple):
    """The terms (stems) related to a term: derived from it, or meaning the same in so large a share of its uses."""

    derived: tuple[str, ...] = ()
    synonyms: tuple[tuple[str, float], ...] = ()


NONE = Relatives()

CLOSE_SHARE = 0.3
"""Of a word's uses: a synonym in fewer of them seldom stands for it."""


def base_form(word: str) -> str:
    """The word of which a folded word is an irregular form ("went" -> "go", "men" -> "man"), else the word itself."""
    return irregular_forms().get(word, word)


@lru_cache(maxsize=1 << 11)
def relatives(term: str) -> Relatives:
    """The relatives of an English term."""
    entry = _look_up("term", term)
    if entry is None:
        return NONE
    derived, synonyms = entry.split("\t")
    pairs = (pair.split(":") for pair in synonyms.split())
    return Relatives(tuple(derived.split()), tuple((synonym, float(share)) for synonym, share in pairs))


@lru_cache(maxsize=1 << 11)
def close_relatives(term: str) -> frozenset[str]:
    """The relatives that may stand for a term: words derived from it, and those that often mean the same."""
    found = relatives(term)
    return frozenset(found.derived).union(synonym for synonym, share in found.synonyms if share >= CLOSE_SHARE)


def _look_up(table: str, key: str) -> str | None:
    keys, values = _table(table)
    number = keys.find(key)
    return None if number is None else values[number].decode()


@cache
def irregular_forms() -> Mapping[str, str]:
    """The irregular forms of words with the words: a few thousand, asked for with each new word of a coverage."""
    keys, values = _table("form")
    return {key.decode(): value.decode() for key, value in zip(keys, values, strict=True)}


@cache
def _table(name: str) -> tuple[Strings, Strings]:
    arrays = _arrays()
    keys = Strings(arrays[f"{name}_keys"], arrays[f"{name}_key_bounds"])
    return keys, Strings(arrays[f"{name}_values"], arrays[f"{name}_value_bounds"])


@cache
def _arrays() -> Arrays:
    return open_arrays(DATA)
