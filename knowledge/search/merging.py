"""Segments to one, from their arrays alone: what is left out of it is as if it had never been there.

The arrays are those that `building.build` makes of the same articles, to the byte.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.mapped.arrays import Arrays
from knowledge.mapped.strings import Strings, pack, union
from knowledge.models import Filters
from knowledge.search.entries import narrow
from knowledge.search.merged_postings import merged_postings
from knowledge.search.segment import Segment
from knowledge.search.words import Tally

Number = NDArray[np.int64]
Part = tuple[Segment, Sequence[Segment]]
"""A segment, and those over its articles that count no more."""


def merge(parts: Sequence[Part]) -> Arrays:
    """The arrays of one segment over the articles that count in any of the segments, in their order."""
    segments = [segment for segment, _ in parts]
    removed = [other for _, others in parts for other in others]
    kept = [segment.allowed(Filters()) for segment in segments]
    names = sorted({name for segment in segments for name in segment.live_publishers()})
    publishers = {name: number for number, name in enumerate(names)}
    return {
        **merged_postings(segments, removed),
        **_words(segments, removed),
        **_articles(segments, publishers),
        **_tally("named", segments, removed, publishers),
        **_tally("quoted", segments, removed, publishers),
        **_sentences(segments, kept),
    }


def _sentences(segments: Sequence[Segment], kept: Sequence[NDArray[np.bool_]]) -> Arrays:
    names = ("length", "leans", "holds", "bounds", "sketch")
    counts = [np.diff(segment.first)[segment.live] for segment in segments]
    return {
        "article_sentence": np.concatenate([[0], np.cumsum(np.concatenate(counts))]).astype(np.uint32),
        "sentence_position": narrow(_joined(segments, "sentence_position", kept)),
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
        **{
            f"article_{name}": _joined(segments, f"article_{name}", live)
            for name in ("published", "key", "digest", "holds")
        },
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
    words, numbers = union([segment.words.words for segment in (*segments, *removed)])
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
    names, numbers = union([tally.names for tally in tallies])
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
