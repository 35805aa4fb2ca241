"""How alike two sentences are in their wording."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

from knowledge.language.terms import folded_words, words_of

SKETCH_SIZE = 6
"""Hashes kept of a sentence: as good as always one or more are shared by sentences of the same wording."""

_GRAM = 3


def shared_wording(one: str, other: str) -> float:
    """How much of the shorter sentence stands in the other, by sequences of three words, 0..1."""
    ours, theirs = _distinct_grams(one), _distinct_grams(other)
    return len(ours & theirs) / (min(len(ours), len(theirs)) or 1)


def figures_differ(one: str, other: str) -> bool:
    """Whether each sentence has a number in digits that the other hasn't: then they don't tell the same."""
    ours, theirs = ({word.text for word in words_of(text) if word.text[0].isdigit()} for text in (one, other))
    return bool(ours - theirs and theirs - ours)


def name_or_number_in_common(one: str, other: str) -> bool:
    """Whether two sentences share a name, by its capital, or a number in digits."""
    return not _names_and_numbers(one).isdisjoint(_names_and_numbers(other))


@lru_cache(maxsize=1 << 10)
def _names_and_numbers(sentence: str) -> frozenset[str]:
    return frozenset(
        text
        for text, start, _ in words_of(sentence)
        if sentence[start].isdigit() or (start and sentence[start].isupper())
    )


def wording(text: str) -> frozenset[str]:
    """All sequences of three words of a text."""
    return frozenset(_grams(folded_words(text)))


def sketch(text: str) -> Sequence[int]:
    """The smallest hashes of its sequences of three words, padded to `SKETCH_SIZE` numbers of 32 bits.

    A sample of the wording (Broder, 1997, "On the resemblance and containment of documents").
    """
    smallest = sorted({crc32(gram.encode()) for gram in _grams(folded_words(text))})[:SKETCH_SIZE]
    return smallest + smallest[-1:] * (SKETCH_SIZE - len(smallest))


@lru_cache(maxsize=1 << 10)
def _distinct_grams(sentence: str) -> frozenset[str]:
    return frozenset(_grams(folded_words(sentence)))


def _grams(listed: Sequence[str]) -> list[str]:
    """The sequences of three words; all words of a text that has fewer."""
    return list(map(" ".join, zip(listed, listed[1:], listed[2:], strict=False))) or [" ".join(listed)]
