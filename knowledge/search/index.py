"""Questions against all segments at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowledge.language.expectations import Holds
from knowledge.language.spelling import Speller
from knowledge.models import Article, Filters, Sentence
from knowledge.search.segment import Segment
from knowledge.search.weights import EXPECTATION_FACTORS, inverse_document_frequency, related

_DECIMALS = 5
"""To which scores are compared: beyond them, sums differ between machines."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for: terms with their factors, what a sentence should hold, and which articles may answer.

    With a term its relatives are searched for, at a discount; the best of them counts in a sentence, not their sum.
    """

    terms: Mapping[str, float]
    asked_for: Holds = Holds.NOTHING
    filters: Filters | None = None


@dataclass(frozen=True)
class Hit:
    """A sentence that matches a query: a number in a segment, read when it is looked at."""

    score: float
    segment: Segment
    number: int

    @cached_property
    def sentence(self) -> Sentence:
        """The sentence itself."""
        return self.segment.sentence(self.number)

    @cached_property
    def article(self) -> Article:
        """The article that the sentence stands in."""
        return self.segment.article(self.number)

    @cached_property
    def sketch(self) -> frozenset[int]:
        """Some of the hashes of its wording: sentences of the same wording share one or more."""
        return self.segment.sketch(self.number)


class _Ranked(NamedTuple):
    """Sorts as answers stand: by score, equal scores in an order that is the same on every machine."""

    negative_score: float
    article_key: int
    position: int
    segment: int
    sentence: int


class Index:
    """A set of segments that never changes; an index over other segments is another index."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.segments = tuple(segments)
        self.sentence_count = sum(map(len, self.segments))
        self._forms = lru_cache(maxsize=4096)(self._find_forms)

    def knows(self, term: str) -> bool:
        """Whether any sentence or title holds the term."""
        return any(segment.knows(term) for segment in self.segments)

    def knows_relatives(self, term: str) -> bool:
        """Whether any sentence or title holds a word derived from the term, or a synonym."""
        return any(map(self.knows, related(term)))

    def idf(self, term: str) -> float:
        """The inverse document frequency over all segments; a term that no sentence holds has the highest."""
        holding = sum(segment.holding(term) for segment in self.segments)
        return inverse_document_frequency(self.sentence_count, holding)

    @property
    def highest_idf(self) -> float:
        """The inverse document frequency of a term that no sentence holds."""
        return inverse_document_frequency(self.sentence_count, 0)

    def search(self, query: Query, limit: int) -> list[Hit]:
        """The best sentences, best first."""
        weighted = [(factor, self._forms(term)) for term, factor in query.terms.items()]
        ranked: list[_Ranked] = []
        for number, segment in enumerate(self.segments):
            ranked += _best(number, segment, _scores(segment, weighted, query), limit)
        return [
            Hit(-place.negative_score, self.segments[place.segment], place.sentence) for place in sorted(ranked)[:limit]
        ]

    def _find_forms(self, term: str) -> Mapping[str, float]:
        """The term and its relatives as far as known, with what each brings: its idf, the term's at most, x factor."""
        most = self.idf(term)
        relatives = {form: min(most, self.idf(form)) * less for form, less in related(term).items() if self.knows(form)}
        return {**relatives, term: most} if self.knows(term) else relatives

    def articles(self) -> list[Article]:
        """All articles, segment by segment."""
        return [article for segment in self.segments for article in segment.articles()]

    def sentences_of(self, article_id: str) -> list[Sentence] | None:
        """An article's sentences in order, or None where there is no such article."""
        place = self._places.get(article_id)
        return place[0].sentences_of(place[1]) if place else None

    @cached_property
    def _places(self) -> Mapping[str, tuple[Segment, int]]:
        """The segment of each article, and its number there."""
        return {
            article_id: (segment, number)
            for segment in self.segments
            for number, article_id in enumerate(segment.article_ids())
        }

    @cached_property
    def speller(self) -> Speller:
        """Repairs words after the spelling of the coverage; made when first needed."""
        return Speller(_word_counts(self.segments))

    @cached_property
    def span(self) -> tuple[int, int] | None:
        """The ordinals of the first and last day covered, or None where no article has a date."""
        days = [segment.published[segment.published > 0] for segment in self.segments]
        dated = np.concatenate(days) if days else np.zeros(0, np.int32)
        return (int(dated.min()), int(dated.max())) if len(dated) else None


def _word_counts(segments: Iterable[Segment]) -> Mapping[str, int]:
    counts: Counter[str] = Counter()
    for segment in segments:
        counts.update(dict(segment.word_counts()))
    return counts


def _scores(
    segment: Segment, weighted: Sequence[tuple[float, Mapping[str, float]]], query: Query
) -> NDArray[np.float64]:
    """The score of each sentence of a segment, of shape (sentences,)."""
    scores = np.zeros(len(segment), np.float64)
    for factor, forms in weighted:
        best = np.zeros(len(segment), np.float64)
        for form, worth in forms.items():
            sentences, weights = segment.postings(form)
            best[sentences] = np.maximum(best[sentences], worth * factor * weights)
        scores += best
    scores *= segment.prior
    if query.asked_for:
        scores[(segment.holds & query.asked_for) != 0] *= EXPECTATION_FACTORS[query.asked_for]
    if query.filters:
        scores[~segment.allowed(query.filters)] = 0
    return scores


def _best(number: int, segment: Segment, scores: NDArray[np.float64], limit: int) -> list[_Ranked]:
    """A segment's best sentences in order."""
    matching = np.flatnonzero(scores)
    if len(matching) > limit:
        last = np.partition(scores, -limit)[-limit]
        matching = np.flatnonzero(scores >= last - 10**-_DECIMALS)
    negative = -np.round(scores[matching], _DECIMALS)
    keys, positions = segment.places(matching)
    order = np.lexsort((positions, keys, negative))[:limit]
    columns = (negative[order].tolist(), keys[order].tolist(), positions[order].tolist(), matching[order].tolist())
    return [
        _Ranked(score, key, position, number, sentence) for score, key, position, sentence in zip(*columns, strict=True)
    ]
