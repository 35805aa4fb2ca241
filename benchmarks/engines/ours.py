"""Our own search alone: the question is understood already."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

from benchmarks.corpus import Corpus
from benchmarks.engines import BEST
from benchmarks.questions import Question
from knowledge import Coverage
from knowledge.answering.understanding import understand
from knowledge.mapped.arrays import open_arrays
from knowledge.search.index import Index
from knowledge.search.query import Query, Ranked, WeightedForms

_SEARCHED = ("term", "entry_", "posting_", "sentence_length", "sentence_leans", "article_sentence")
"""How the names of the arrays begin that scores are made of, with the terms."""


def build(corpus: Corpus, folder: Path) -> None:
    """The way of `factbox add`, on all processors."""
    with Coverage.open(folder, seeds=False) as coverage:
        coverage.add(corpus.articles())


def searched_size(folder: Path) -> float:
    """Megabytes of what is searched in, without the articles and what else is told of them."""
    segments = map(open_arrays, (folder / "index").glob("*.segment"))
    arrays = (array for segment in segments for name, array in segment.items() if name.startswith(_SEARCHED))
    return sum(array.nbytes for array in arrays) / 2**20


class Opened:
    """The index as a bot opens it."""

    def __init__(self, folder: Path) -> None:
        self.coverage = Coverage.open(folder, seeds=False)
        self.index: Index = self.coverage._archive.index()

    def prepared(self, question: Question) -> tuple[WeightedForms, Query]:
        query = understand(question.text, self.index).query
        return self.index.weighted(query), query

    def search(self, prepared: tuple[WeightedForms, Query]) -> Sequence[Ranked]:
        return self.index.engine.search(*prepared, BEST)

    def best(self, found: Sequence[Ranked]) -> Sequence[tuple[int, float]]:
        before = list(accumulate(map(len, self.index.segments), initial=0))
        return [(before[segment] + number, -score) for score, _, _, segment, number in found]
