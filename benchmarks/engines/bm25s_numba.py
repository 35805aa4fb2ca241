"""bm25s with its numba backend, its arrays mapped into memory."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import bm25s

from benchmarks.corpus import Corpus
from benchmarks.engines import BEST, K1, B
from benchmarks.questions import Question
from knowledge.search.pieces import Numbers


def build(corpus: Corpus, folder: Path) -> None:
    """From numbers of terms, which is quicker than from the terms."""
    vocabulary = Numbers()
    ids = [[*map(vocabulary.__getitem__, line.split(" "))] for line in corpus.terms()]
    retriever = bm25s.BM25(method="lucene", k1=K1, b=B, backend="numba", csc_backend="scipy")
    retriever.index((ids, dict(vocabulary)), show_progress=False)
    retriever.save(str(folder))


class Opened:
    """The index, mapped."""

    def __init__(self, folder: Path) -> None:
        self._retriever = bm25s.BM25.load(str(folder), mmap=True, backend="numba")

    def prepared(self, question: Question) -> list[str]:
        return list(question.terms)

    def search(self, prepared: list[str]) -> Any:  # noqa: ANN401
        return self._retriever.retrieve([prepared], k=BEST, show_progress=False, n_threads=1)

    def best(self, found: Any) -> Sequence[tuple[int, float]]:  # noqa: ANN401
        return list(zip(found.documents[0].tolist(), found.scores[0].tolist(), strict=True))
