"""The entries of a segment's terms: the articles that each stands in, with where its postings there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowledge.mapped.arrays import Arrays
from knowledge.mapped.strings import pack
from knowledge.search.weights import Weights

STRIDE = 64
"""Entries from one to the next of which it is kept where its postings begin."""
PARTS = 7
"""Parts of an article, of as many sentences each, for which it is told apart what can be found there."""
IN_HEADING = 1 << PARTS
"""The bit of `entry_parts` for a term that stands in the article's heading."""
STEPS = 128
"""Of `entry_best`: to how many weights those of terms are rounded up."""

Numbers = NDArray[np.int64]


class Entries(NamedTuple):
    """For each term, in order, the articles it stands in; all of shape (E,).

    `times` is how often it stands in the article's sentences, `best` one of `steps`, and `parts` has a bit for each
    part of the article in or near which it stands, and `IN_HEADING`.
    """

    term: NDArray[Any]
    article: NDArray[Any]
    times: NDArray[Any]
    best: NDArray[Any]
    parts: NDArray[Any]


def steps(weights: Weights) -> NDArray[np.float32]:
    """What a term may weigh at the most in a sentence, for `entry_best`, of shape (STEPS,)."""
    return np.linspace(0, weights.highest, STEPS, dtype=np.float32)


def part_size(sentences: Numbers) -> Numbers:
    """How many sentences a part of an article has that has so many, both of shape (n,)."""
    return np.maximum(-(-sentences // PARTS), 1)


def entry_arrays(names: Sequence[bytes], holding: Numbers, entries: Entries, places: NDArray[Any]) -> Arrays:
    """The arrays of terms, of which those without an entry are left out.

    `holding` (T,) is how many sentences hold each term; `places` (P,) are the postings of the entries, in order: the
    places of sentences in their article, as often as the term stands there.
    """
    size = np.bincount(entries.term, minlength=len(names))
    kept = np.flatnonzero(size)
    packed, bounds = pack(names[number] for number in kept.tolist())
    ends = np.concatenate([[0], np.cumsum(entries.times)])
    return {
        "terms": packed,
        "term_bounds": bounds,
        "term_sentences": holding[kept].astype(np.uint32),
        "entry_bounds": np.concatenate([[0], np.cumsum(size[kept])]).astype(np.uint32),
        "entry_article": narrow(entries.article),
        "entry_count": narrow(entries.times),
        "entry_best": entries.best,
        "entry_parts": entries.parts,
        "entry_offset": ends[::STRIDE].astype(np.uint32),
        "posting_place": narrow(places),
    }


def narrow(numbers: NDArray[Any]) -> NDArray[Any]:
    """The numbers in as few bytes as the largest of them needs."""
    return numbers.astype(np.min_scalar_type(int(numbers.max(initial=0))))
