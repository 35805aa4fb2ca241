"""Whether an engine's ten best are the ten best: held against the scores of all sentences, by its own definition.

Those of our search must be the same sentences with the same scores in the same order. Peers don't say in which order
equal scores come: their scores must be the ten highest, and each sentence must have its own.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from benchmarks.corpus import Corpus
from benchmarks.engines import BEST, K1, B, Searcher
from benchmarks.questions import Question
from knowledge.search.exhaustive import Exhaustive
from knowledge.search.index import Index

Answer = Sequence[tuple[int, float]]
Scores = NDArray[np.float64]

_NEAR = 2e-3
"""Relative: peers keep lengths and scores in fewer bits."""


def agreement(
    name: str, searcher: Searcher, corpus: Corpus, questions: Sequence[Question], answers: Sequence[Answer]
) -> int:
    """How many of the answers agree with an exhaustive search."""
    if name == "factbox search":
        return _same(searcher, questions)
    scoring = _SCORES.get(name)
    if scoring is None:
        return 0
    sentences = _Sentences(corpus, {term for question in questions for term in question.terms})
    return sum(
        _is_best(scoring(sentences, question.terms), answer)
        for question, answer in zip(questions, answers, strict=True)
    )


def _same(searcher: Searcher, questions: Sequence[Question]) -> int:
    """Sentences, scores and order are those of the search in numpy, to the bit."""
    index: Index = searcher.index  # type: ignore[attr-defined]
    exhaustive = Exhaustive(index.segments, index.weights)
    prepared = map(searcher.prepared, questions)
    return sum(
        index.engine.search(weighted, query, BEST) == exhaustive.search(weighted, query, BEST)
        for weighted, query in prepared
    )


class _Sentences:
    """How often each sentence has the terms that are asked for, how long it is, and the length of its vector."""

    def __init__(self, corpus: Corpus, wanted: set[str]) -> None:
        counted = [Counter(line.split()) for line in corpus.terms()]
        self.lengths: Scores = np.array([counts.total() for counts in counted], np.float64)
        self.counts: dict[str, tuple[NDArray[np.int64], Scores]] = {}
        for term in wanted:
            numbers = [number for number, counts in enumerate(counted) if term in counts]
            counts = [counted[number][term] for number in numbers]
            self.counts[term] = np.array(numbers, np.int64), np.array(counts, np.float64)
        holding = Counter(term for counts in counted for term in counts)
        self.norms: Scores = np.array(
            [
                sum((_tf_idf(count, len(counted), holding[term])) ** 2 for term, count in counts.items()) ** 0.5
                for counts in counted
            ]
        )

    def __len__(self) -> int:
        return len(self.lengths)


def _bm25(idf: Callable[[int, int], float]) -> Callable[[_Sentences, Sequence[str]], Scores]:
    """BM25 with an inverse document frequency, which is given for (sentences, sentences with the term)."""

    def scored(sentences: _Sentences, terms: Sequence[str]) -> Scores:
        total = np.zeros(len(sentences))
        norms = K1 * (1 - B + B * sentences.lengths / sentences.lengths.mean())
        for term in terms:
            numbers, counts = sentences.counts[term]
            total[numbers] += idf(len(sentences), len(numbers)) * counts * (K1 + 1) / (counts + norms[numbers])
        return total

    return scored


def _lucene(sentences: int, holding: int) -> float:
    return math.log(1 + (sentences - holding + 0.5) / (holding + 0.5))


def _robertson(sentences: int, holding: int) -> float:
    return math.log((sentences - holding + 0.5) / (holding + 0.5))


def _of_fts5(sentences: int, holding: int) -> float:
    return max(_robertson(sentences, holding), 1e-6)


def _lucene_unscaled(sentences: int, holding: int) -> float:
    """Without the factor k1 + 1, which bm25s leaves out."""
    return _lucene(sentences, holding) / (K1 + 1)


def _idf(sentences: int, holding: int) -> float:
    """As in scikit-learn, smoothed."""
    return math.log((1 + sentences) / (1 + holding)) + 1


def _tf_idf(count: float, sentences: int, holding: int) -> float:
    return (1 + math.log(count)) * _idf(sentences, holding)


def _cosine(sentences: _Sentences, terms: Sequence[str]) -> Scores:
    """The product of the vectors, that of the question not made of length 1."""
    total = np.zeros(len(sentences))
    for term in terms:
        numbers, counts = sentences.counts[term]
        weights = (1 + np.log(counts)) * _idf(len(sentences), len(numbers)) ** 2
        total[numbers] += weights / sentences.norms[numbers]
    return total


_SCORES = {
    "bm25s": _bm25(_lucene_unscaled),
    "tantivy": _bm25(_lucene),
    "SQLite FTS5": _bm25(_of_fts5),
    "rank_bm25": _bm25(_robertson),
    "scikit-learn": _cosine,
}
"""Each peer's own score."""


def _is_best(scores: Scores, answer: Answer) -> bool:
    count = min(BEST, int((scores > 0).sum()))
    highest = np.sort(scores)[::-1][:count]
    listed = [(number, score) for number, score in answer if score > 0][:count]
    found = np.array([score for _, score in listed])
    own = scores[[number for number, _ in listed]]
    return len(listed) == count and np.allclose(found, highest, rtol=_NEAR) and np.allclose(found, own, rtol=_NEAR)
