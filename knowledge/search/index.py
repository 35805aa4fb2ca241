"""Questions against all segments at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np

from knowledge.language.aliases import Aliases, shipped_aliases
from knowledge.language.expectations import Holds
from knowledge.language.spelling import Speller
from knowledge.models import Article, Filters, Sentence
from knowledge.search.closeness import closeness
from knowledge.search.engines import MakeEngine, fastest
from knowledge.search.near_words import NearWords
from knowledge.search.query import DECIMALS, Phrase, Query, Ranked, WeightedForms
from knowledge.search.segment import Segment
from knowledge.search.vocabulary import KEPT, Vocabulary
from knowledge.search.weights import DEFAULT, Weights, inverse_document_frequency

_POOL = 30
"""Best sentences at which a second look is taken."""

Scorer = Callable[[Query, Sequence[str], Weights], Sequence[float]]
"""A second look at the best sentences, one that needs their text: the factor, 1 or more, for the score of each."""


class Hit(NamedTuple):
    """A sentence that matches a query: a number in a segment, which reads it when it is looked at."""

    score: float
    segment: Segment
    number: int

    @property
    def sentence(self) -> Sentence:
        """The sentence itself."""
        return self.segment.sentence(self.number)

    @property
    def text(self) -> str:
        """What the sentence says."""
        return self.segment.text(self.number)

    def holds(self, thing: Holds) -> bool:
        """Whether the sentence holds the one thing."""
        return bool(self.segment.holds.item(self.number) & int(thing))

    def around(self) -> list[Sentence]:
        """The sentence and those before and after it in its article."""
        return self.segment.around(self.number)

    def texts_around(self) -> list[str]:
        """What these say."""
        return list(map(self.segment.text, self.segment.beside(self.number)))

    @property
    def article(self) -> Article:
        """The article that the sentence stands in."""
        return self.segment.article(self.number)

    @property
    def article_id(self) -> str:
        """The id of that article."""
        return self.segment.article_id(self.number)

    @property
    def sketch(self) -> frozenset[int]:
        """Some of the hashes of its wording: sentences of the same wording share one or more."""
        return self.segment.sketch(self.number)


class Index:
    """A set of segments that never changes; an index over other segments is another index.

    `removed` are segments over the articles in others that count no more: what they hold is taken from all counts.

    `knows(term)` tells whether any sentence or title holds a term; `idf(term)` is its inverse document frequency over
    all sentences, the highest where none holds it; `found_by(term)` gives the term and its relatives, each with the
    factor by which it counts less. `vocabulary(publishers)` are the words of publishers, or of all, and
    `span(publishers)` the first and the last day covered by publishers, or by all; None where no article has a date.
    """

    def __init__(
        self,
        segments: Sequence[Segment],
        aliases: Aliases | None = None,
        weights: Weights = DEFAULT,
        second_look: Scorer = closeness,
        removed: Sequence[Segment] = (),
        previous: Index | None = None,
        engine: MakeEngine = fastest,
    ) -> None:
        self.segments = tuple(segments)
        self.removed = tuple(removed)
        self.aliases = aliases or shipped_aliases()
        self.weights = weights
        self.sentence_count = sum(map(len, self.segments)) - sum(map(len, self.removed))
        self._spelt: NearWords | None = previous._spelt if previous else None
        self._second_look = second_look
        self.engine = engine(self.segments, weights)
        self._gone = engine(self.removed, weights)
        self.knows = lru_cache(maxsize=KEPT)(self._knows)
        self.idf = lru_cache(maxsize=KEPT)(self._find_idf)
        self.found_by = lru_cache(maxsize=KEPT)(self._find_found_by)
        self._forms = lru_cache(maxsize=KEPT)(self._find_forms)
        self.vocabulary = lru_cache(maxsize=16)(self._find_vocabulary)
        self.span = lru_cache(maxsize=64)(self._find_span)

    @cached_property
    def highest_idf(self) -> float:
        """The inverse document frequency of a term that no sentence holds."""
        return inverse_document_frequency(self.sentence_count, 0)

    def search(self, query: Query, limit: int) -> list[Hit]:
        """The best sentences, best first."""
        ranked = self.engine.search(self.weighted(query), query, max(limit, _POOL))
        best = self._looked_at_again(query, ranked)[:limit]
        return [Hit(-score, self.segments[segment], number) for score, _, _, segment, number in best]

    def weighted(self, query: Query) -> WeightedForms:
        """What each term of a query is found by, for `engine`, which gives the scores before the second look."""
        return [(factor, self._forms_in(query, term)) for term, factor in query.terms.items()]

    def _looked_at_again(self, query: Query, ranked: list[Ranked]) -> list[Ranked]:
        """The best sentences in the order that a second look gives; factors of 1 or more leave them before the rest."""
        pool = ranked[:_POOL]
        sentences = [self.segments[segment].text(number) for _, _, _, segment, number in pool]
        factors = self._second_look(query, sentences, self.weights)
        rescored = [
            (round(score * factor, DECIMALS), key, position, segment, number)
            for (score, key, position, segment, number), factor in zip(pool, factors, strict=True)
        ]
        return sorted(rescored) + ranked[_POOL:]

    def _forms_in(self, query: Query, term: str) -> Mapping[Phrase, float]:
        """What a term is found by, with what each brings: its idf, the term's at most, x factor."""
        names = {phrase: less for phrase, less in query.also.get(term, {}).items() if all(map(self.knows, phrase))}
        if not names:
            return self._forms(term)
        # All name one thing, which is as common as its most common name.
        worth = min(self.idf(term), *(max(map(self.idf, phrase)) for phrase in names))
        return {**{phrase: worth * less for phrase, less in names.items()}, **self._forms(term)}

    def _knows(self, term: str) -> bool:
        holders = (self.segments[number] for number in self.engine.holders(term))
        return any(segment.is_whole or segment.is_held(term, segment.live) for segment in holders)

    def is_name(self, word: str) -> bool:
        """Whether a folded word always has a capital where it stands after the first word of a sentence."""
        written = [segment.words.spelt(word) for segment in self.segments]
        gone = [segment.words.spelt(word) for segment in self.removed]
        capital, small = (sum(spelt[i] for spelt in written) - sum(spelt[i] for spelt in gone) for i in (1, 2))
        return capital > 0 and small == 0

    def _find_idf(self, term: str) -> float:
        holding = self.engine.holding(term)
        gone = self._gone.holding(term)
        return inverse_document_frequency(self.sentence_count, holding - gone)

    def _find_vocabulary(self, publishers: tuple[str, ...] = ()) -> Vocabulary:
        return Vocabulary(self, publishers)

    def _find_found_by(self, term: str) -> Mapping[Phrase, float]:
        return {(term,): 1.0, **{(relative,): less for relative, less in self.weights.related(term).items()}}

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

    def article(self, article_id: str) -> Article | None:
        """The article with an id, or None where there is none."""
        place = self.place_of(article_id)
        return place[0].article_numbered(place[1]) if place else None

    def hits_in(self, article_id: str) -> list[Hit]:
        """An article's sentences in order, none of them scored; none where there is no such article."""
        place = self.place_of(article_id)
        return [Hit(0.0, place[0], number) for number in place[0].sentence_numbers(place[1])] if place else []

    def sentences_of(self, article_id: str) -> list[Sentence] | None:
        """An article's sentences in order, or None where there is no such article."""
        place = self.place_of(article_id)
        return place[0].sentences_of(place[1]) if place else None

    def place_of(self, article_id: str) -> tuple[Segment, int] | None:
        """The segment of an article, and its number there, or None where there is no such article."""
        places = ((segment, segment.numbers.get(article_id)) for segment in self.segments)
        return next(((segment, number) for segment, number in places if number is not None), None)

    @cached_property
    def speller(self) -> Speller:
        """Repairs words after the spelling of the coverage; made when first needed."""
        self._spelt = NearWords(self.segments, self.removed, self._spelt)
        return Speller(self._spelt)

    @cached_property
    def publishers(self) -> tuple[str, ...]:
        """The publishers of the articles, in the order of the alphabet."""
        return tuple(sorted({name for segment in self.segments for name in segment.live_publishers()}))

    def _find_span(self, publishers: tuple[str, ...] = ()) -> tuple[date | None, date | None]:
        """The first and the last day covered by the publishers, or by all; None where no article has a date."""
        only = Filters(publishers=publishers)
        days = [
            segment.published[segment.allowed_articles(only) & (segment.published > 0)] for segment in self.segments
        ]
        dated = np.concatenate(days) if days else np.zeros(0, np.int32)
        if not len(dated):
            return None, None
        return date.fromordinal(int(dated.min())), date.fromordinal(int(dated.max()))
