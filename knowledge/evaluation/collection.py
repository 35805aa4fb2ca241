"""Articles, questions, and which sentences answer which: what measures are taken on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.models import Record
from knowledge.search.building import build
from knowledge.search.index import Hit, Index
from knowledge.search.segment import Segment
from knowledge.search.weights import DEFAULT, Weights

Grades = Mapping[str, Mapping[str, int]]
"""Question id to sentence id to grade, 1 or more. A question that isn't there has no answer."""


@dataclass(frozen=True, slots=True)
class Collection:
    """Articles with their sentences; the id of each sentence by its article and its start in it; questions by id."""

    records: Sequence[Record]
    names: Mapping[tuple[str, int], str]
    queries: Mapping[str, str]
    grades: Grades

    def index(self, weights: Weights = DEFAULT) -> Index:
        """An index over the articles."""
        return Index([Segment(build(self.records, weights), weights=weights)] if self.records else [], weights=weights)

    def name(self, hit: Hit) -> str:
        """The id of a sentence that was found."""
        return self.names[hit.article.id, hit.sentence.start]
