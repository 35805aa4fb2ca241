"""The words of many segments, found by a misspelling of one: by their lengths, letters and pairs of letters.

An edit takes away one letter of a word at the most and adds one, and so with three pairs of neighbouring letters: what
lacks more of the misspelling, or has more beside it, is further away (q-gram filtering: Ukkonen, 1992, "Approximate
string-matching with q-grams and maximal matches"). Few words are left, which are compared in full by who asks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowledge.search.segment import Segment

_Part = tuple[Segment, int]
"""A segment, and 1 or, where what it holds was removed, -1."""

_ALPHABET = 26
_BY_USE = "qjxzwkvfybghmpduclotnsriae"
"""The letters, those last that about half of the words have: they part the words best."""
_LETTERS = np.array([1 << _BY_USE.index(chr(ord("a") + place)) for place in range(_ALPHABET)], np.uint32)
_COMMON = 12
"""How many of the letters part the words into groups."""
_RARE = np.uint32(_ALPHABET - _COMMON)
_ALL = np.uint32((1 << _ALPHABET) - 1)
_PAIRS = 3
"""Pairs of neighbouring letters that an edit changes: two letters that change places are in three."""
_FEW = 0.1
"""Share of the words in what is put in order at each change; of more, all are."""
_LONGEST = 100
"""Letters from which words count as of one length."""


class NearWords:
    """The words of `segments` but for those of `removed`, with the number of texts that hold each.

    `previous` are those of other segments, of which most are the same.
    """

    def __init__(
        self, segments: Sequence[Segment], removed: Sequence[Segment], previous: NearWords | None = None
    ) -> None:
        parts = {id(segment.arrays): (segment, 1) for segment in segments}
        parts |= {id(segment.arrays): (segment, -1) for segment in removed}
        base = previous._layers[0] if previous else None
        if base is None or not base.parts.keys() <= parts.keys() or _size(parts) > (1 + _FEW) * _size(base.parts):
            base = _Layer(parts)
        recent = {key: part for key, part in parts.items() if key not in base.parts}
        self._layers: list[_Layer] = [base, _Layer(recent)] if recent else [base]

    def near(self, word: str, edits: int) -> Mapping[str, int]:
        """The words that may be so many edits away from one, all that are among them, with the number of texts."""
        asked = _signs([word])
        counts: Counter[str] = Counter()
        for layer in self._layers:
            counts.update(dict(layer.near(asked, edits)))
        return {near: count for near, count in counts.items() if count}

    @cached_property
    def most(self) -> int:
        """The number of texts that hold the most frequent word; 1 where there is none."""
        _, word = np.unique(np.concatenate([layer.hashes for layer in self._layers]), return_inverse=True)
        totals = np.bincount(word, np.concatenate([layer.totals for layer in self._layers]))
        return int(totals.max(initial=0)) or 1


class _Signs(NamedTuple):
    """What words are told by, all of shape (words,): the length; which letters they have, and which an odd number of
    times; and which pairs of neighbouring letters."""

    length: NDArray[np.int8]
    letters: NDArray[np.uint32]
    odd: NDArray[np.uint32]
    pairs: NDArray[np.uint64]

    def take(self, places: NDArray[np.intp]) -> _Signs:
        return _Signs(self.length[places], self.letters[places], self.odd[places], self.pairs[places])


class _Layer:
    """The words of some segments by their length and their common letters, in groups that have both in common."""

    def __init__(self, parts: Mapping[int, _Part]) -> None:
        self.parts = parts
        words, self.totals, self.hashes = _counted(list(parts.values()))
        signs = _signs(words)
        group = signs.length.astype(np.uint32) << np.uint32(_COMMON) | signs.letters >> _RARE
        order = np.argsort(group)
        self._words = [words[number] for number in order.tolist()]
        self._counts, self._signs = self.totals[order], signs.take(order)
        groups, starts = np.unique(group[order], return_index=True)
        self._bounds = np.append(starts, len(words))
        self._lengths = (groups >> np.uint32(_COMMON)).astype(np.int8)
        self._letters = (groups << _RARE) & _ALL
        self._first_of = np.searchsorted(self._lengths, np.arange(_LONGEST + 2)).tolist()

    def near(self, asked: _Signs, edits: int) -> Iterable[tuple[str, int]]:
        """The words that may be so many edits away, each with its count."""
        length = int(asked.length[0])
        first, end = self._first_of[max(0, length - edits)], self._first_of[min(length + edits, _LONGEST) + 1]
        lengths, letters = self._lengths[first:end], self._letters[first:end]
        common = asked.letters & (_ALL << _RARE)
        groups = first + np.flatnonzero(_letters_differ(common, length, letters, lengths) <= edits)
        found = _ranges(self._bounds[groups], self._bounds[groups + 1])
        found = found[_may_be_near(asked, self._signs.take(found), edits)]
        return zip(map(self._words.__getitem__, found.tolist()), self._counts[found].tolist(), strict=True)


def _counted(parts: Sequence[_Part]) -> tuple[list[str], NDArray[np.int64], NDArray[np.uint64]]:
    """The distinct words of segments, those left out that count no more, with their numbers of texts and hashes."""
    strings = [segment.words.words for segment, _ in parts]
    hashes = np.concatenate([np.zeros(0, np.uint64), *(listed.hashes() for listed in strings)])
    counts = [sign * segment.words.counts[:, 0].astype(np.int64) for segment, sign in parts]
    order = np.argsort(hashes)
    is_first = np.diff(hashes[order], prepend=~hashes[order[:1]]) != 0
    totals = np.add.reduceat(np.concatenate([*counts, [0]])[order], np.flatnonzero(is_first))
    held, totals = order[is_first][totals != 0], totals[totals != 0]
    in_order = np.argsort(held)
    held, totals = held[in_order], totals[in_order]
    words: list[str] = []
    first = 0
    for listed in strings:
        here = np.searchsorted(held, [first, first + len(listed)])
        words += listed.take(held[slice(*here)] - first)
        first += len(listed)
    return words, totals, hashes[held]


def _ranges(starts: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers from each start to before its end."""
    sizes = ends - starts
    return np.arange(sizes.sum()) + np.repeat(ends - np.cumsum(sizes), sizes)


def _size(parts: Mapping[int, _Part]) -> int:
    return sum(len(segment.words.words) for segment, _ in parts.values())


def _may_be_near(asked: _Signs, signs: _Signs, edits: int) -> NDArray[np.bool_]:
    """Whether words may be so many edits away from one."""
    changed = _letters_differ(asked.letters, int(asked.length[0]), signs.letters, signs.length)
    changed = np.maximum(changed, (np.bitwise_count(asked.odd ^ signs.odd) + 1) // 2)
    # To exchange two letters changes none of them: the more letters there are to change, the fewer pairs may be others.
    pairs = np.maximum(_more(asked.pairs, signs.pairs), _more(signs.pairs, asked.pairs))
    near: NDArray[np.bool_] = (changed <= edits) & (pairs + changed <= _PAIRS * edits)
    return near


def _letters_differ(
    letters: NDArray[np.uint32], length: int, others: NDArray[np.uint32], lengths: NDArray[np.int8]
) -> NDArray[np.int8]:
    """How many edits it takes at the least from a word with the letters to such with others.

    To one that is longer by two, two letters are added, and what the word has more is to be taken away besides.
    """
    longer = lengths - np.int8(length)
    changed: NDArray[np.int8] = np.maximum(
        _more(letters, others).view(np.int8) + np.maximum(longer, 0),
        _more(others, letters).view(np.int8) - np.minimum(longer, 0),
    )
    return changed


def _more(one: NDArray[Any], other: NDArray[Any]) -> NDArray[np.uint8]:
    """How many bits are set in one that aren't in the other."""
    more: NDArray[np.uint8] = np.bitwise_count(one & ~other)
    return more


def _signs(words: Sequence[str]) -> _Signs:
    codes = np.frombuffer("".join(words).encode("utf-32-le"), np.uint32)
    length = np.fromiter(map(len, words), np.int64, len(words))
    last = np.cumsum(length) - 1
    first = last - length + 1
    letter = _LETTERS[(codes - np.uint32(ord("a"))) % np.uint32(_ALPHABET)]
    before = np.append(np.uint32(0), codes[:-1])
    before[first] = 0
    at_end = _pair(codes[last], np.zeros_like(codes[last]))
    return _Signs(
        length=np.minimum(length, _LONGEST).astype(np.int8),
        letters=np.bitwise_or.reduceat(letter, first),
        odd=np.bitwise_xor.reduceat(letter, first),
        pairs=np.bitwise_or.reduceat(_pair(before, codes), first) | at_end,
    )


def _pair(one: NDArray[np.uint32], other: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """One of 64 bits for each pair of letters."""
    mixed = (one * np.uint32(31) + other) * np.uint32(0x9E3779B1)  # Knuth's multiplicative hashing
    return np.uint64(1) << (mixed >> np.uint32(26)).astype(np.uint64)
