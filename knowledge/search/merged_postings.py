"""The postings of segments made one, as `postings` makes them of the same sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.mapped.arrays import Arrays
from knowledge.mapped.strings import union
from knowledge.search.entries import Entries, Numbers, entry_arrays
from knowledge.search.rows import ranges
from knowledge.search.segment import Segment

_BLOCK = 1 << 21
"""Entries that are put in order at a time: what a merge needs of memory beyond its result."""


def merged_postings(segments: Sequence[Segment], removed: Sequence[Segment]) -> Arrays:
    """The arrays of terms over the articles that count; `removed` are the segments over those that don't."""
    names, numbers = union([segment.terms.terms for segment in (*segments, *removed)])
    holding = np.zeros(len(names), np.int64)
    for place, segment in enumerate((*segments, *removed)):
        sign = 1 if place < len(segments) else -1
        holding[numbers[place]] += sign * segment.terms.sentences.astype(np.int64)
    blocks = list(_blocks(segments, numbers, len(names)))
    entries = Entries(*(np.concatenate(column) for column in zip(*(block for block, _ in blocks), strict=True)))
    return entry_arrays(names, holding, entries, np.concatenate([places for _, places in blocks]))


def _blocks(
    segments: Sequence[Segment], numbers: Sequence[Numbers], terms: int
) -> Iterator[tuple[Entries, NDArray[np.unsignedinteger]]]:
    """The entries of some terms at a time, and their postings."""
    size = np.zeros(terms, np.int64)
    for segment, number in zip(segments, numbers, strict=False):
        size[number] += np.diff(segment.terms.bounds)
    ends = np.cumsum(size)
    articles = _new_numbers(segments)
    first = 0
    while first < terms or not first:
        done = int(ends[first - 1]) if first else 0
        end = max(first + 1, int(np.searchsorted(ends, done + _BLOCK, side="right")))
        yield _in_order([_gathered(*one, first, end) for one in zip(segments, numbers, articles, strict=False)])
        first = end


def _new_numbers(segments: Sequence[Segment]) -> list[Numbers]:
    """For each article of each segment its new number, or -1 where it counts no more."""
    found, first = [], 0
    for segment in segments:
        found.append(np.where(segment.live, np.cumsum(segment.live) - 1 + first, -1))
        first += int(segment.live.sum())
    return found


def _gathered(
    segment: Segment, numbers: Numbers, articles: Numbers, first: int, end: int
) -> tuple[Entries, NDArray[np.unsignedinteger]]:
    """A segment's entries of the terms from `first` to `end`, with the numbers given, and their postings."""
    low, high = np.searchsorted(numbers, [first, end]).tolist()
    terms = segment.terms
    start, stop = terms.bounds[[low, high]].tolist()
    article = articles[terms.article[start:stop]]
    count = terms.count[start:stop].astype(np.int64)
    keep = article >= 0
    places = terms.places(start, int(count.sum()))[np.repeat(keep, count)]
    term = np.repeat(numbers[low:high], np.diff(terms.bounds[low : high + 1]))
    return Entries(
        term[keep], article[keep], count[keep], terms.best[start:stop][keep], terms.parts[start:stop][keep]
    ), places


def _in_order(
    gathered: Sequence[tuple[Entries, NDArray[np.unsignedinteger]]],
) -> tuple[Entries, NDArray[np.unsignedinteger]]:
    """Entries of several segments by term, and then by article, with their postings."""
    together = Entries(*(np.concatenate(column) for column in zip(*(entries for entries, _ in gathered), strict=True)))
    places = np.concatenate([places for _, places in gathered])
    order = np.argsort((together.term << 32) | together.article)
    starts = np.cumsum(together.times) - together.times
    entries = Entries(*(column[order] for column in together))
    return entries, places[ranges(starts[order], entries.times)]
