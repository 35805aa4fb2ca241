"""Ordinals in a text, with what they count: "the third visit", "second largest"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from knowledge.language.figures.counted import joined
from knowledge.language.lexicon import close_relatives
from knowledge.language.terms import STOP_WORDS, stem, words_of
from knowledge.models import Span

_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()  # noqa: SIM905
_PLACES = {word: place for place, word in enumerate(_WORDS, 1)}
_PLACES |= {"1st": 1, "2nd": 2, "3rd": 3} | {f"{place}th": place for place in range(4, 13)}
_ANY = "time"
"""What counts any event: the third time and the second visit."""
_PARTS = frozenset({"half", "quarter", "centuri", "percent"})
"""What is a part or a date after an ordinal."""


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A place in a row: which, the term of what is counted, and the span of both words."""

    place: int
    head: str
    span: Span


def ordinals(text: str) -> Iterator[Ordinal]:
    """The ordinals of a text that count something, in order."""
    for word, following in pairwise(words_of(text)):
        if word.text in _PLACES and following.text not in STOP_WORDS and joined(text, word, following):
            head = stem(following.text).removesuffix("est")
            if head not in _PARTS:
                yield Ordinal(_PLACES[word.text], head, (word.start, following.end))


def same_row(one: Ordinal, other: Ordinal) -> bool:
    """Whether both count the same: visits and visits, the largest and the biggest, times and what happens in time."""
    return one.head == other.head or _ANY in {one.head, other.head} or other.head in close_relatives(one.head)
