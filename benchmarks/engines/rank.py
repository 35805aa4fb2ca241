"""rank_bm25, which goes over all sentences for each term."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from rank_bm25 import BM25Okapi

from benchmarks.corpus import Corpus
from benchmarks.engines import BEST, K1, B
from benchmarks.questions import Question


def build(corpus: Corpus, folder: Path) -> None:
    """It can't be saved but by pickle."""
    engine = BM25Okapi([line.split(" ") for line in corpus.terms()], k1=K1, b=B)
    (folder / "index.pickle").write_bytes(pickle.dumps(engine))


class Opened:
    """The index."""

    def __init__(self, folder: Path) -> None:
        self._engine: BM25Okapi = pickle.loads((folder / "index.pickle").read_bytes())  # noqa: S301

    def prepared(self, question: Question) -> Sequence[str]:
        return question.terms

    def search(self, prepared: Sequence[str]) -> list[tuple[int, float]]:
        scores = self._engine.get_scores(prepared)
        best = np.argpartition(-scores, BEST)[:BEST]
        best = best[np.argsort(-scores[best], kind="stable")]
        return list(zip(best.tolist(), scores[best].tolist(), strict=True))

    def best(self, found: list[tuple[int, float]]) -> Sequence[tuple[int, float]]:
        return found
