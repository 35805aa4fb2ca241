"""What computes scores: the compiled kernel, or numpy where there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from knowledge.search.exhaustive import Exhaustive
from knowledge.search.kernel import Kernel, library
from knowledge.search.query import Query, Ranked, WeightedForms
from knowledge.search.segment import Segment
from knowledge.search.weights import Weights


class Engine(Protocol):
    """Searches segments, from several threads at once."""

    def search(self, weighted: WeightedForms, query: Query, limit: int) -> list[Ranked]:
        """The best sentences, best first."""

    def holding(self, term: str) -> int:
        """The number of sentences that hold a term, those that count no more included."""

    def holders(self, term: str) -> Iterable[int]:
        """The numbers of the segments in which a sentence or a title holds a term, also those that count no more."""


MakeEngine = Callable[[Sequence[Segment], Weights], Engine]


def fastest(segments: Sequence[Segment], weights: Weights) -> Engine:
    """The kernel, or what is there in its place."""
    compiled = library()
    return Kernel(segments, weights, compiled) if compiled else Exhaustive(segments, weights)
