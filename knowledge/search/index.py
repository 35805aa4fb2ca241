"""Questions against all segments at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowledge.language.aliases import Aliases, shipped_aliases
from knowledge.language.spelling import Speller
from knowledge.models import Article, Sentence
from knowledge.search.closeness import closeness
from knowledge.search.query import Phrase, Query
from knowledge.search.segment import Segment
from knowledge.search.weights import DEFAULT, Weights, inverse_document_frequency

_DECIMALS = 5
"""To which scores are compared: beyond them, sums differ between machines."""


_POOL = 30
"""Best sentences at which a second look is taken."""

Scorer = Callable[[Query, Sequence[str], Weights], Sequence[float]]
"""A second look at the best sentences, one that needs their text: the factor, 1 or more, for the score of each."""


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

    def __init__(
        self,
        segments: Sequence[Segment],
        aliases: Aliases | None = None,
        weights: Weights = DEFAULT,
        second_look: Scorer = closeness,
    ) -> None:
        self.segments = tuple(segments)
        self.aliases = aliases or shipped_aliases()
        self.weights = weights
        self.sentence_count = sum(map(len, self.segments))
        self._second_look = second_look
        self._forms = lru_cache(maxsize=4096)(self._find_forms)

    def knows(self, term: str) -> bool:
        """Whether any sentence or title holds the term."""
        return any(segment.knows(term) for segment in self.segments)

    def knows_relatives(self, term: str) -> bool:
        """Whether any sentence or title holds a word derived from the term, or a synonym."""
        return any(map(self.knows, self.weights.related(term)))

    def names_sounding(self, sound: str) -> frozenset[str]:
        """The names, folded, that have this sound."""
        return frozenset(name for segment in self.segments for name in segment.names_sounding(sound))

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
        weighted = [(factor, self._forms_in(query, term)) for term, factor in query.terms.items()]
        depth = max(limit, _POOL)
        ranked: list[_Ranked] = []
        for number, segment in enumerate(self.segments):
            ranked += _best(number, segment, _scores(segment, weighted, query, self.weights), depth)
        return self._looked_at_again(query, sorted(ranked)[:depth])[:limit]

    def _looked_at_again(self, query: Query, ranked: list[_Ranked]) -> list[Hit]:
        """The best sentences in the order that a second look gives; factors of 1 or more leave them before the rest."""
        hits = [Hit(-place.negative_score, self.segments[place.segment], place.sentence) for place in ranked]
        pool = hits[:_POOL]
        factors = self._second_look(query, [hit.sentence.text for hit in pool], self.weights)
        rescored = [
            place._replace(negative_score=round(place.negative_score * factor, _DECIMALS))
            for place, factor in zip(ranked, factors, strict=False)
        ]
        order = sorted(range(len(pool)), key=rescored.__getitem__)
        return [replace(pool[number], score=-rescored[number].negative_score) for number in order] + hits[_POOL:]

    def _forms_in(self, query: Query, term: str) -> Mapping[Phrase, float]:
        """What a term is found by, with what each brings: its idf, the term's at most, x factor."""
        names = {phrase: less for phrase, less in query.also.get(term, {}).items() if all(map(self.knows, phrase))}
        if not names:
            return self._forms(term)
        # All name one thing, which is as common as its most common name.
        worth = min(self.idf(term), *(max(map(self.idf, phrase)) for phrase in names))
        return {**{phrase: worth * less for phrase, less in names.items()}, **self._forms(term)}

    def _find_forms(self, term: str) -> Mapping[Phrase, float]:
        """The term and its relatives as far as known, with what each brings."""
        most = self.idf(term)
        relatives: dict[Phrase, float] = {
            (form,): min(most, self.idf(form)) * less
            for form, less in self.weights.related(term).items()
            if self.knows(form)
        }
        return {**relatives, (term,): most} if self.knows(term) else relatives

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
    segment: Segment, weighted: Sequence[tuple[float, Mapping[Phrase, float]]], query: Query, weights: Weights
) -> NDArray[np.float64]:
    """The score of each sentence of a segment, of shape (sentences,)."""
    scores = _summed(len(segment), weighted, segment.postings)
    articles = _summed(segment.article_count, weighted, segment.article_postings)
    matching = np.flatnonzero(scores)
    scores[matching] += weights.article_share * articles[segment.article_of[matching]]
    scores *= segment.prior
    for thing in query.asked_for:
        scores[(segment.holds & thing) != 0] *= weights.expectation(thing)
    if query.filters:
        scores[~segment.allowed(query.filters)] = 0
    return scores


def _summed(
    size: int,
    weighted: Sequence[tuple[float, Mapping[Phrase, float]]],
    postings_of: Callable[[Phrase], tuple[NDArray[np.uint32], NDArray[np.float32]]],
) -> NDArray[np.float64]:
    """The sum over the terms of the best of each one's forms, of shape (size,)."""
    total, best = np.zeros(size), np.zeros(size)
    for factor, forms in weighted:
        found = [(worth, *postings_of(form)) for form, worth in forms.items()]
        for worth, places, weights in found:
            best[places] = np.maximum(best[places], worth * factor * weights)
        for _, places, _ in found:
            total[places] += best[places]
            best[places] = 0  # so that a place which two forms share is added once, and the next term finds zeros
    return total


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
