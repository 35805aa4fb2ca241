"""Segments to one, from their arrays alone: what is left out of it is as if it had never been there.

The arrays are those that `building.build` makes of the same articles, to the byte.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.mapped.arrays import Arrays
from knowledge.mapped.strings import Strings, pack
from knowledge.search.segment import Segment
from knowledge.search.words import Tally

_BLOCK = 1 << 21
"""Postings that are put in order at a time: what a merge needs of memory beyond its result."""

Number = NDArray[np.int64]
Part = tuple[Segment, Sequence[Segment]]
"""A segment, and those over its articles that count no more."""


def merge(parts: Sequence[Part]) -> Arrays:
    """The arrays of one segment over the articles that count in any of the segments, in their order."""
    segments = [segment for segment, _ in parts]
    removed = [other for _, others in parts for other in others]
    kept = [segment.live[segment.article_of] for segment in segments]
    names = sorted({name for segment in segments for name in segment.live_publishers()})
    publishers = {name: number for number, name in enumerate(names)}
    return {
        **_postings(segments, removed, kept),
        **_words(segments, removed),
        **_articles(segments, publishers),
        **_tally("named", segments, removed, publishers),
        **_tally("quoted", segments, removed, publishers),
        **_sentences(segments, kept),
    }


def _sentences(segments: Sequence[Segment], kept: Sequence[NDArray[np.bool_]]) -> Arrays:
    names = ("position", "bounds", "holds", "sketch", "prior")
    first = 0
    articles = []
    for segment, keep in zip(segments, kept, strict=True):
        number = np.cumsum(segment.live) - 1 + first
        articles.append(number[segment.article_of[keep]].astype(np.uint32))
        first += int(segment.live.sum())
    return {
        "sentence_article": np.concatenate(articles),
        **{f"sentence_{name}": _joined(segments, f"sentence_{name}", kept) for name in names},
    }


def _articles(segments: Sequence[Segment], publishers: dict[str, int]) -> Arrays:
    live = [segment.live for segment in segments]
    owners = [_renumbered(segment, publishers)[segment.publisher_of[segment.live]] for segment in segments]
    names, name_bounds = pack(name.encode() for name in publishers)
    return {
        **_strings(segments, "articles", "article_bounds"),
        **_strings(segments, "texts", "text_bounds"),
        **_strings(segments, "article_ids", "article_id_bounds"),
        **_strings(segments, "titles", "title_bounds"),
        **{f"article_{name}": _joined(segments, f"article_{name}", live) for name in ("published", "key", "digest")},
        "article_publisher": np.concatenate(owners).astype(np.int32),
        "publishers": names,
        "publisher_bounds": name_bounds,
    }


def _strings(segments: Sequence[Segment], name: str, bounds: str) -> Arrays:
    """One string of each article that counts."""
    listed = ((Strings(segment.arrays[name], segment.arrays[bounds]), segment.numbers.values()) for segment in segments)
    content, ends = pack(strings[number] for strings, numbers in listed for number in numbers)
    return {name: content, bounds: ends}


def _renumbered(segment: Segment, publishers: dict[str, int]) -> Number:
    """The new number of each of a segment's publishers, and last, for -1, of none."""
    return np.array([*(publishers.get(name, -1) for name in segment.publishers()), -1], np.int64)


def _joined(segments: Sequence[Segment], name: str, kept: Sequence[NDArray[np.bool_]]) -> NDArray[Any]:
    return np.concatenate([segment.arrays[name][keep] for segment, keep in zip(segments, kept, strict=True)])


def _words(segments: Sequence[Segment], removed: Sequence[Segment]) -> Arrays:
    words, numbers = _union([segment.words.words for segment in (*segments, *removed)])
    counts = np.zeros((len(words), 3), np.int64)
    for place, segment in enumerate((*segments, *removed)):
        sign = 1 if place < len(segments) else -1
        counts[numbers[place]] += sign * segment.words.counts.astype(np.int64)
    held = counts[:, 0] > 0
    packed, bounds = pack(word for word, keep in zip(words, held.tolist(), strict=True) if keep)
    capital = {word for word, number in zip(words, counts[:, 1].tolist(), strict=True) if number > 0}
    listed = {name for segment in segments for name in segment.words.names.read()}
    names, name_bounds = pack(sorted(name for name in listed if name.partition(b" ")[2] in capital))
    return {
        "words": packed,
        "word_bounds": bounds,
        "word_counts": counts[held].astype(np.uint32),
        "names": names,
        "name_bounds": name_bounds,
    }


def _tally(kind: str, segments: Sequence[Segment], removed: Sequence[Segment], publishers: dict[str, int]) -> Arrays:
    def rows(tally: Tally, numbers: Number, publisher: Number, sign: int) -> Number:
        found = tally.counts.astype(np.int64)
        return np.column_stack([numbers[found[:, 0]], publisher[found[:, 1]], sign * found[:, 2]])

    both = [*segments, *removed]
    tallies: list[Tally] = [getattr(segment.words, kind) for segment in both]
    names, numbers = _union([tally.names for tally in tallies])
    signs = [1] * len(segments) + [-1] * len(removed)
    table = np.concatenate(
        [rows(tallies[i], numbers[i], _renumbered(both[i], publishers), signs[i]) for i in range(len(both))]
    )
    keys, inverse = np.unique(table[:, 0] * (len(publishers) + 1) + table[:, 1] + 1, return_inverse=True)
    totals = np.bincount(inverse, table[:, 2], len(keys)).astype(np.int64)
    keys, totals = keys[totals > 0], totals[totals > 0]
    name, publisher = np.divmod(keys, len(publishers) + 1)
    used, name = np.unique(name, return_inverse=True)
    packed, bounds = pack(names[number] for number in used.tolist())
    counts = np.column_stack([name, publisher - 1, totals]).astype(np.int32)
    return {kind: packed, f"{kind}_bounds": bounds, f"{kind}_counts": counts.reshape(-1, 3)}


def _postings(segments: Sequence[Segment], removed: Sequence[Segment], kept: Sequence[NDArray[np.bool_]]) -> Arrays:
    terms, numbers = _union([segment.terms.terms for segment in (*segments, *removed)])
    sentences = np.zeros(len(terms), np.int64)
    for place, segment in enumerate((*segments, *removed)):
        sign = 1 if place < len(segments) else -1
        sentences[numbers[place]] += sign * segment.terms.sentences.astype(np.int64)
    places = _new_places(segments, kept)
    # Made as large as they will be: to put blocks together would take the memory twice.
    kept_postings = sum(
        np.count_nonzero((new >= 0)[one.terms.place]) for one, new in zip(segments, places, strict=True)
    )
    new_places, weights = np.empty(kept_postings, np.uint32), np.empty(kept_postings, np.float32)
    counts, done = [np.zeros(0, np.int64)], 0
    for block_counts, block_places, block_weights in _blocks(segments, numbers, places, len(terms)):
        counts.append(block_counts)
        end = done + len(block_places)
        new_places[done:end], weights[done:end] = block_places, block_weights
        done = end
    count = np.concatenate(counts)
    held = count > 0
    packed, bounds = pack(term for term, keep in zip(terms, held.tolist(), strict=True) if keep)
    return {
        "terms": packed,
        "term_bounds": bounds,
        "term_sentences": sentences[held].astype(np.uint32),
        "posting_bounds": np.concatenate([[0], np.cumsum(count[held])]).astype(np.int64),
        "posting_place": new_places,
        "posting_weight": weights,
    }


def _new_places(segments: Sequence[Segment], kept: Sequence[NDArray[np.bool_]]) -> list[Number]:
    """For each place of each segment, a sentence or an article, its new one; -1 where it counts no more."""
    all_sentences = sum(int(keep.sum()) for keep in kept)
    found, sentence, article = [], 0, all_sentences
    for segment, keep in zip(segments, kept, strict=True):
        both = np.concatenate([np.cumsum(keep) - 1 + sentence, np.cumsum(segment.live) - 1 + article])
        both[~np.concatenate([keep, segment.live])] = -1
        found.append(both)
        sentence, article = sentence + int(keep.sum()), article + int(segment.live.sum())
    return found


def _blocks(
    segments: Sequence[Segment], numbers: Sequence[Number], places: Sequence[Number], terms: int
) -> Iterator[tuple[Number, NDArray[np.uint32], NDArray[np.float32]]]:
    """The postings of some terms at a time: how many each term has, their places and their weights."""
    size = np.zeros(terms, np.int64)
    for segment, number in zip(segments, numbers, strict=False):
        size[number] += np.diff(segment.terms.bounds)
    ends = np.cumsum(size)
    first = 0
    while first < terms:
        done = int(ends[first - 1]) if first else 0
        end = max(first + 1, int(np.searchsorted(ends, done + _BLOCK, side="right")))
        gathered = [_gathered(*one, first, end) for one in zip(segments, numbers, places, strict=False)]
        term, place, weight = (np.concatenate(column) for column in zip(*gathered, strict=True))
        order = np.argsort((term << 32) | place)
        yield np.bincount(term, minlength=end - first), place[order].astype(np.uint32), weight[order]
        first = end


def _gathered(
    segment: Segment, numbers: Number, places: Number, first: int, end: int
) -> tuple[Number, Number, NDArray[np.float32]]:
    """A segment's postings of the terms from `first` to `end`: term, counted from `first`, new place and weight."""
    low, high = np.searchsorted(numbers, [first, end]).tolist()
    bounds = segment.terms.bounds
    start, stop = int(bounds[low]), int(bounds[high])
    place = places[segment.terms.place[start:stop]]
    term = np.repeat(numbers[low:high] - first, np.diff(bounds[low : high + 1]))
    keep = place >= 0
    return term[keep], place[keep], segment.terms.weight[start:stop][keep]


def _union(listed: Sequence[Strings]) -> tuple[list[bytes], list[Number]]:
    """All the strings, sorted, and for each list of sorted ones their numbers among all."""
    lists = [strings.read() for strings in listed]
    union = sorted(set().union(*lists))
    number: Callable[[bytes], int] = {string: place for place, string in enumerate(union)}.__getitem__
    return union, [np.fromiter(map(number, strings), np.int64, len(strings)) for strings in lists]
