"""The postings of a segment: what each term weighs in each sentence, and in each article as a whole.

A sentence seldom names all that it speaks of. Terms of the sentences around it, of the article's first sentence and of
its heading count in it as well, for less than its own.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_matrix, csr_matrix, diags_array, vstack
from sklearn.feature_extraction.text import CountVectorizer

from knowledge.language.anaphora import leans_back
from knowledge.language.terms import index_terms
from knowledge.mapped.arrays import Arrays
from knowledge.mapped.strings import pack
from knowledge.search.pieces import Pieces, read
from knowledge.search.weights import Weights


def postings(texts: Sequence[str], pieces: Pieces, article_of: NDArray[np.uint32], weights: Weights) -> Arrays:
    """The terms and postings over `texts`, sentences in order; `article_of` (S,) is each one's article.

    `pieces` are those of the texts, and after them of the articles' headings.
    """
    vectorizer = CountVectorizer(analyzer=lambda piece: index_terms(*read(piece)), dtype=np.float32)
    try:
        of_pieces = vectorizer.fit_transform(pieces.numbers)
    except ValueError:  # scikit-learn's word for: no term in any text
        return _arrays([], csr_matrix((0, 0)), csr_matrix((0, 0)))
    both = csr_matrix(pieces.rows.counts(len(pieces.numbers)) @ of_pieces)
    both.sort_indices()
    counts, heading_counts = both[: len(texts)], both[len(texts) :]
    held = _as_ones(counts)
    leaning = np.array([leans_back(text) for text in texts], np.bool_)
    credited = (
        _weighted(counts, weights)
        .maximum(_from_neighbours(held, article_of, leaning, weights))
        .maximum(_from_first(held, article_of) * np.float32(weights.lead_credit))
        .maximum(_as_ones(heading_counts)[article_of] * np.float32(weights.title_credit))
    )
    whole = _by_article(counts, article_of, heading_counts.shape[0])
    whole.data = weights.in_articles(whole.data)
    return _arrays(vectorizer.get_feature_names_out(), held, vstack([credited, whole]))


def _arrays(terms: Sequence[str], held: csr_matrix, weights: csr_matrix) -> Arrays:
    """The terms, and for each, one after the other, the rows and values of its column of weights.

    Those that stand only over articles without a sentence are left out: nothing is found by them.
    """
    columns: csc_matrix = weights.tocsc()
    columns.sort_indices()
    counting = np.flatnonzero(np.diff(columns.indptr))
    packed, bounds = pack(terms[number].encode() for number in counting.tolist())
    return {
        "terms": packed,
        "term_bounds": bounds,
        "term_sentences": np.asarray(held.sum(axis=0)).ravel()[counting].astype(np.uint32),
        "posting_bounds": columns.indptr[[0, *(counting + 1)]].astype(np.int64),
        "posting_place": columns.indices.astype(np.uint32),
        "posting_weight": columns.data.astype(np.float32),
    }


def _as_ones(counts: csr_matrix) -> csr_matrix:
    return csr_matrix((counts > 0).astype(np.float32))


def _weighted(counts: csr_matrix, weights: Weights) -> csr_matrix:
    weighted = counts.copy()
    lengths = np.repeat(np.asarray(counts.sum(axis=1)).ravel(), np.diff(counts.indptr))
    weighted.data = weights.in_sentences(counts.data, lengths)
    return weighted


def _from_neighbours(
    held: csr_matrix, article_of: NDArray[np.uint32], leaning: NDArray[np.bool_], weights: Weights
) -> csr_matrix:
    """The credit for terms of the sentences around, in the same article."""
    credited = csr_matrix(held.shape, dtype=np.float32)
    for distance, credit in weights.neighbour_credits.items():
        apart = abs(distance)
        worth = np.full(len(leaning), credit, np.float32)
        worth[leaning] = weights.leaning_credits.get(distance, credit)
        together = article_of[apart:] == article_of[:-apart]
        given = together * (worth[apart:] if distance < 0 else worth[:-apart])
        if given.any():
            shift = diags_array([given], offsets=[distance], shape=(len(leaning), len(leaning)))
            credited = credited.maximum(shift @ held)
    return credited.astype(np.float32)


def _from_first(held: csr_matrix, article_of: NDArray[np.uint32]) -> csr_matrix:
    """The terms of each article's first sentence, for each of its sentences."""
    return held[np.searchsorted(article_of, article_of)]


def _by_article(counts: csr_matrix, article_of: NDArray[np.uint32], articles: int) -> csr_matrix:
    """The terms of all sentences of an article together, of shape (articles, terms)."""
    sentences = np.arange(len(article_of))
    belongs = csr_matrix((np.ones(len(sentences), np.float32), (article_of, sentences)), (articles, len(sentences)))
    return csr_matrix(belongs @ counts)
