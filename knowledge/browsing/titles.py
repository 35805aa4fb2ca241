"""Articles by the words of their titles, as they are typed: whole or begun, in any order, misspelt."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import partial_ratio
from rapidfuzz.process import extract

from knowledge.language.terms import STOP_WORDS, folded
from knowledge.language.transliteration import romanised
from knowledge.models import Article, Filters
from knowledge.search.index import Index

_MOST_WORDS = 20
"""Words typed that are looked for."""
_ONE_SLIP, _TWO_SLIPS = 4, 6
"""Letters from which a word may be so far from one of a title: a shorter one is too close to too many."""
_LEAST_SHARE = 0.6
"""Of the words typed, that a title has, however they are spelt."""
_COMPARED = 200
"""Titles that are compared letter by letter."""

Number = int
"""An article's place among all, the newest first and the undated last."""


class Titles:
    """The titles of an index, read once: what is wanted at each key that somebody presses must not be read again."""

    def __init__(self, index: Index) -> None:
        self._index = index
        places = [(segment, number) for segment in index.segments for number in segment.numbers.values()]
        titles = [f" {title}" for segment in index.segments for title in segment.titles()]
        days = np.concatenate([np.zeros(0, np.int32), *(segment.published[segment.live] for segment in index.segments)])
        self._newest_first = np.argsort(-days, kind="stable")
        self._titles = [titles[number] for number in self._newest_first]
        self._places = [places[number] for number in self._newest_first]

    def find(self, typed: str, filters: Filters | None, limit: int) -> list[Article]:
        """The article with that very id, then those whose titles begin so, that hold all the words, or nearly so.

        Those that fit as well stand newest first; where nothing is typed, the newest of all.
        """
        allowed = self._allowed(filters)
        found: Iterable[Number] = allowed
        if typed.strip():
            words = folded(typed).split()[:_MOST_WORDS]
            found = chain(self._with_id(typed.strip(), allowed), _holding(words, allowed, self._titles))
            found = chain(found, self._near(words, allowed))
        places = map(self._places.__getitem__, islice(_distinct(found), limit))
        return [segment.article_numbered(number) for segment, number in places]

    def _allowed(self, filters: Filters | None) -> Sequence[Number]:
        if not filters:
            return range(len(self._titles))
        allowed = (segment.allowed_articles(filters)[segment.live] for segment in self._index.segments)
        passing = np.concatenate([np.zeros(0, np.bool_), *allowed])
        numbers: list[Number] = np.flatnonzero(passing[self._newest_first]).tolist()
        return numbers

    def _with_id(self, article_id: str, allowed: Sequence[Number]) -> list[Number]:
        place = self._index.place_of(article_id)
        return [number for number in allowed if self._places[number] == place] if place else []

    def _near(self, words: Sequence[str], allowed: Sequence[Number]) -> Iterator[Number]:
        """Titles with most of the words, as they are or misspelt: most of them first, then the nearest in letters."""
        telling = [word for word in words if word not in STOP_WORDS] or words
        held = Counter(chain.from_iterable(map(self._with_word, telling)))
        may = allowed if isinstance(allowed, range) else frozenset(allowed)
        least = _LEAST_SHARE * len(telling)
        best = sorted((-count, number) for number, count in held.items() if count >= least and number in may)
        typed = " ".join(words)
        compared = ((count, -partial_ratio(typed, self._titles[number]), number) for count, number in best[:_COMPARED])
        yield from (number for *_, number in sorted(compared))

    def _with_word(self, word: str) -> set[Number]:
        return set().union(*map(self._by_word.__getitem__, self._spellings(word)))

    def _spellings(self, word: str) -> Iterable[str]:
        """The words of titles that begin with a word, or where none does, those that it may be misspelt for."""
        begun = self._beginning(word) or self._beginning(word := romanised(word))
        if begun or len(word) < _ONE_SLIP:
            return begun
        slips = 2 if len(word) >= _TWO_SLIPS else 1
        return [found for found, *_ in extract(word, self._words, scorer=OSA.distance, score_cutoff=slips, limit=None)]

    def _beginning(self, typed: str) -> Sequence[str]:
        return self._words[bisect_left(self._words, typed) : bisect_left(self._words, f"{typed}\U0010ffff")]

    @cached_property
    def _words(self) -> Sequence[str]:
        return sorted(self._by_word)

    @cached_property
    def _by_word(self) -> Mapping[str, Sequence[Number]]:
        """The titles that hold each word."""
        found: dict[str, list[Number]] = defaultdict(list)
        for number, title in enumerate(self._titles):
            for word in title.split():
                found[word].append(number)
        return dict(found)


def _holding(words: Sequence[str], allowed: Iterable[Number], titles: Sequence[str]) -> Iterator[Number]:
    """Titles that begin with the words, then those that hold them all, each whole or begun."""
    if not words:
        return
    for begun in (f" {word}" for word in words):
        allowed = [number for number in allowed if begun in titles[number]]
    whole = " " + " ".join(words)
    yield from (number for number in allowed if titles[number].startswith(whole))
    yield from allowed


def _distinct(numbers: Iterable[Number]) -> Iterator[Number]:
    seen: set[Number] = set()
    for number in numbers:
        if number not in seen:
            seen.add(number)
            yield number
