"""The postings of a segment: which terms each sentence holds, and which each article's heading.

Nothing else is kept: what a term weighs in a sentence, credit from the sentences around it, from the first one and from
the heading included, follows from these when it is searched for.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from knowledge.language.anaphora import leans_back
from knowledge.language.terms import index_terms
from knowledge.mapped.arrays import Arrays
from knowledge.search.entries import IN_HEADING, Entries, Numbers, entry_arrays, part_size, steps
from knowledge.search.pieces import Numbers as Numbering
from knowledge.search.pieces import Pieces, read
from knowledge.search.rows import Rows, distinct, rows_of
from knowledge.search.weights import TABLE, Weights


def postings(texts: Sequence[str], pieces: Pieces, first: NDArray[np.uint32], weights: Weights) -> Arrays:
    """The terms and postings over `texts`, sentences in order, of which each article has those from its `first` on.

    `pieces` are those of the texts, and after them of the articles' headings.
    """
    names, rows = _terms(pieces)
    lengths = np.minimum(np.diff(rows.bounds[: len(texts) + 1]), TABLE - 1)
    holding, entries, places = _entries(rows, lengths, first.astype(np.int64), len(names), weights)
    return {
        **entry_arrays(names, holding, entries, places),
        "sentence_length": lengths.astype(np.uint16),
        "sentence_leans": np.array([leans_back(text) for text in texts], np.bool_),
    }


def _terms(pieces: Pieces) -> tuple[list[bytes], Rows]:
    """All terms in order, and for each text the numbers of its terms, as often as they stand there."""
    numbers = Numbering()
    found = rows_of(map(numbers.__getitem__, _terms_of(piece)) for piece in pieces.numbers)
    names = [term.encode() for term in numbers]
    order = sorted(range(len(names)), key=names.__getitem__)
    rank = np.empty(len(names), np.int32)
    rank[order] = np.arange(len(names))
    rows = pieces.rows.spread(found)
    return [names[number] for number in order], Rows(rank[rows.numbers], rows.bounds)


@lru_cache(maxsize=1 << 17)
def _terms_of(piece: str) -> tuple[str, ...]:
    """The terms of a piece: half of those of a batch were in the one before."""
    return tuple(index_terms(*read(piece)))


def _entries(
    rows: Rows, lengths: Numbers, first: Numbers, terms: int, weights: Weights
) -> tuple[Numbers, Entries, Numbers]:
    """How many sentences hold each term, its entries, and their postings."""
    sentences, articles = len(lengths), len(first) - 1
    article_of = np.repeat(np.arange(articles), np.diff(first))
    row_of = np.repeat(np.arange(len(rows.bounds) - 1), np.diff(rows.bounds))
    in_text = row_of < sentences
    term, sentence = _by_term(rows.numbers[in_text], row_of[in_text], sentences)
    heading = distinct(rows.numbers[~in_text] * np.int64(articles) + row_of[~in_text] - sentences)
    heading = heading[np.diff(first)[heading % max(articles, 1)] > 0]

    runs = _starts(term * sentences + sentence)  # a term in a sentence
    own = weights.in_sentences(
        np.diff(runs, append=len(term)).astype(np.float32), lengths[sentence[runs]].astype(np.float32)
    )
    key = term * articles + article_of[sentence]
    held = _starts(key)
    keys = distinct(np.concatenate([key[held], heading]))
    count, most = np.zeros(len(keys), np.int64), np.zeros(len(keys), np.float32)
    of_text, of_heading = np.searchsorted(keys, key[held]), np.searchsorted(keys, heading)
    count[of_text] = np.diff(held, append=len(term))
    if len(held):
        most[of_text] = np.maximum.reduceat(own, np.searchsorted(runs, held)).clip(weights.highest_credit)
    most[of_heading] = most[of_heading].clip(weights.title_credit)
    best = np.searchsorted(steps(weights), most).astype(np.uint8)
    places = sentence - first[article_of[sentence]]
    parts = np.zeros(len(keys), np.uint8)
    if len(held):
        size = np.diff(first)[article_of[sentence]]
        parts[of_text] = np.bitwise_or.reduceat(_parts(places, size, weights), held)
    parts[of_heading] |= IN_HEADING
    entries = Entries(keys // max(articles, 1), keys % max(articles, 1), count, best, parts)
    return np.bincount(term[runs], minlength=terms), entries, places


def _parts(places: Numbers, sentences: Numbers, weights: Weights) -> NDArray[np.uint8]:
    """Bits for the parts of articles that hold sentences, by their places, or one to which they give credit."""
    reach = weights.neighbour_credits
    first = (places - max((*reach, 0))).clip(0) // part_size(sentences)
    last = np.minimum(places - min((*reach, 0)), sentences - 1) // part_size(sentences)
    return ((2 << last) - (1 << first)).astype(np.uint8)


def _by_term(terms: NDArray[np.int32], sentences: Numbers, count: int) -> tuple[Numbers, Numbers]:
    """The terms in order, each with its sentences in order."""
    both = np.sort(terms * np.int64(count) + sentences)
    return both // max(count, 1), both % max(count, 1)


def _starts(keys: Numbers) -> Numbers:
    """Where each run of the same key starts."""
    return np.flatnonzero(np.diff(keys, prepend=-1))
