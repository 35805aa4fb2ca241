"""Sentences that hold a quotation: its very words in their order, but for slips of the pen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import partial_ratio_alignment

from knowledge.language.terms import STOP_WORDS, Word, fold_quotes, stem, words
from knowledge.models import Span
from knowledge.search.index import Hit, Index

_ALIKE = 88
"""Of 100, by rapidfuzz's partial ratio, from which words of a text may be those of a quotation."""
_MOST_SENTENCES = 8
"""Over which a quotation is followed."""
_NEGATION = re.compile(r"\b(?:not|no|never|nor|neither|none|nothing|nobody|cannot|without)\b|n't\b", re.IGNORECASE)
_ONE_SLIP, _TWO_SLIPS = 4, 8
"""Letters from which a word that the coverage doesn't know may have so many."""

Knows = Callable[[str], bool]
"""Whether the coverage knows a term."""


class Holding(NamedTuple):
    """A sentence in which a quotation stands, or begins, and the spans of its words there."""

    hit: Hit
    spans: tuple[Span, ...]


def holding(parts: Sequence[str], near: Hit, index: Index) -> Holding | None:
    """Where a quotation of these parts stands in an article: in the sentence `near`, or from it on, or over it."""
    listed = index.hits_in(near.article.id)
    position = near.sentence.position
    reach = min(len(parts), _MOST_SENTENCES)
    for begin in range(position, max(-1, position - reach), -1):
        texts = [hit.sentence.text for hit in listed[begin : begin + reach + 1]]
        places = Text("\n".join(texts), index.knows).find(parts)
        if places and places[0][0] < len(texts[0]):
            spans = tuple((start, min(end, len(texts[0]))) for start, end in places if start < len(texts[0]))
            return Holding(Hit(near.score, listed[begin].segment, listed[begin].number), spans)
    return None


class Text:
    """A text in which parts of quotations are looked for."""

    def __init__(self, text: str, knows: Knows) -> None:
        self._text = text
        self._knows = knows
        self._words = list(words(text))
        self._folded = " ".join(word.text for word in self._words)
        self._starts = list(accumulate((len(word.text) + 1 for word in self._words), initial=0))
        """Where each word begins in the folded text."""

    def find(self, parts: Sequence[str]) -> list[Span] | None:
        """The places of the parts of a quotation, one behind the other; None where one of them isn't there."""
        found: list[Span] = []
        first = 0
        for part in parts:
            place = self._find(part, first)
            if place is None:
                return None
            found.append((self._words[place[0]].start, self._words[place[1] - 1].end))
            first = place[1]
        return found

    def _find(self, part: str, first: int) -> Span | None:
        """The first word of a part and that behind its last, from the word `first` on."""
        asked = list(words(part))
        looked_for = " ".join(word.text for word in asked)
        start = self._starts[first]
        if not asked or len(looked_for) * _ALIKE > (len(self._folded) - start) * 100:
            return None
        found = partial_ratio_alignment(looked_for, self._folded[start:], score_cutoff=_ALIKE)
        if found is None:
            return None
        place = self._whole_words(start + found.dest_start, start + found.dest_end, asked, first)
        said = self._words[slice(*place)]
        is_same = bool(said) and self._same_words(asked, said)
        return place if is_same and _same_sense(part, self._text[said[0].start : said[-1].end]) else None

    def _whole_words(self, start: int, end: int, asked: Sequence[Word], least: int) -> Span:
        """The words of which half or more lies between two places in the folded text, and those beside them that are
        missing of what is asked: a word that is misspelt shifts the places."""
        inside = [
            number
            for number, (word, at) in enumerate(zip(self._words, self._starts, strict=False))
            if 2 * (min(end, at + len(word.text)) - max(start, at)) >= len(word.text)
        ]
        if not inside:
            return least, least
        first, last = inside[0], inside[-1] + 1
        missing = Counter(word.text for word in asked) - Counter(word.text for word in self._words[first:last])
        while first > least and missing[self._words[first - 1].text]:
            first -= 1
            missing[self._words[first].text] -= 1
        while last < len(self._words) and missing[self._words[last].text]:
            missing[self._words[last].text] -= 1
            last += 1
        return first, last

    def _same_words(self, asked: Sequence[Word], said: Sequence[Word]) -> bool:
        """Whether all words asked for are said, in any form, or misspelt, but for those that tell nothing."""
        there = {stem(word.text) for word in said}
        return all(
            word.text in STOP_WORDS or stem(word.text) in there or self._is_slip(word.text, said) for word in asked
        )

    def _is_slip(self, word: str, said: Sequence[Word]) -> bool:
        """Whether a word is one of those that are said, misspelt; a word that the coverage knows is another one."""
        if len(word) < _ONE_SLIP or not word.isalpha() or self._knows(stem(word)):
            return False
        slips = 2 if len(word) >= _TWO_SLIPS else 1
        return any(OSA.distance(word, other.text, score_cutoff=slips) <= slips for other in said)


def _same_sense(one: str, other: str) -> bool:
    """Whether both have the same numbers, and as many negations."""
    return _numbers(one) == _numbers(other) and _negations(one) == _negations(other)


def _numbers(text: str) -> Counter[str]:
    return Counter(word.text for word in words(text) if word.text[0].isdigit())


def _negations(text: str) -> int:
    return len(_NEGATION.findall(fold_quotes(text)))
