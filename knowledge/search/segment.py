"""An immutable piece of the index over some articles, memory-mapped."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.mapped.arrays import Arrays, DamagedFile, open_arrays
from knowledge.mapped.strings import Strings
from knowledge.models import Article, Filters, Sentence
from knowledge.search.query import Phrase


class Segment:
    """Sentences and the postings of their terms.

    By a sentence's number in the segment `sentence(number)` gives the sentence, and `sketch(number)` the smallest
    hashes of its wording.

    Arrays, with S sentences, T terms, P postings, W words and A articles:

    - `terms`, `term_bounds`: the terms, sorted; `term_sentences` (T,): how many sentences hold each
    - `posting_bounds` (T + 1,): a term's postings; `posting_sentence` and `posting_weight` (P,): the sentence and the
      term's weight in it, credit from neighbours and title included
    - `article_posting_bounds` (T + 1,), `article_posting_article`, `article_posting_weight`: the same for the articles
      as wholes
    - `words`, `word_bounds`: the words as spelt, sorted; `word_texts` (W,): how many texts hold each
    - `names`, `name_bounds`: the words that are names, each after its sound and a space, sorted
    - `sentence_article`, `sentence_position`, `sentence_holds`, `sentence_prior` (S,), `sentence_bounds` (S, 2),
      `sentence_sketch` (S, 6): the smallest hashes of its wording
    - `articles`, `article_bounds`: the articles as JSON; `article_ids`, `article_id_bounds`: their ids;
      `article_published` (A,): the day's ordinal, 0 if undated; `article_key` (A,): a hash of the id, by which equal
      scores are ordered, the same on every machine; `article_publisher` (A,): index into `publishers`,
      `publisher_bounds`, -1 if not known
    """

    def __init__(self, arrays: Arrays) -> None:
        try:
            self.holds: NDArray[np.uint16] = arrays["sentence_holds"]
            self.prior: NDArray[np.float32] = arrays["sentence_prior"]
            self.published: NDArray[np.int32] = arrays["article_published"]
            self.article_of: NDArray[np.uint32] = arrays["sentence_article"]
            self._article_key: NDArray[np.uint64] = arrays["article_key"]
            self._position: NDArray[np.uint32] = arrays["sentence_position"]
            self._bounds: NDArray[np.uint32] = arrays["sentence_bounds"]
            self._sketches: NDArray[np.uint32] = arrays["sentence_sketch"]
            self._terms = Strings(arrays["terms"], arrays["term_bounds"])
            self._term_sentences: NDArray[np.uint32] = arrays["term_sentences"]
            self._posting_bounds: NDArray[np.int64] = arrays["posting_bounds"]
            self._posting_sentence: NDArray[np.uint32] = arrays["posting_sentence"]
            self._posting_weight: NDArray[np.float32] = arrays["posting_weight"]
            self._article_posting_bounds: NDArray[np.int64] = arrays["article_posting_bounds"]
            self._article_posting_article: NDArray[np.uint32] = arrays["article_posting_article"]
            self._article_posting_weight: NDArray[np.float32] = arrays["article_posting_weight"]
            self._words = Strings(arrays["words"], arrays["word_bounds"])
            self._names = Strings(arrays["names"], arrays["name_bounds"])
            self._word_texts: NDArray[np.uint32] = arrays["word_texts"]
            self._articles = Strings(arrays["articles"], arrays["article_bounds"])
            self._ids = Strings(arrays["article_ids"], arrays["article_id_bounds"])
            self._publisher: NDArray[np.int32] = arrays["article_publisher"]
            self._publishers = Strings(arrays["publishers"], arrays["publisher_bounds"])
            self._article = lru_cache(maxsize=256)(self._read_article)
            self.sentence = lru_cache(maxsize=1024)(self._read_sentence)
            self.sketch = lru_cache(maxsize=1024)(self._read_sketch)
        except KeyError as error:
            raise DamagedFile(error) from error

    @classmethod
    def open(cls, path: Path) -> Segment:
        """Open a segment's file. Raises DamagedFile, or OSError where it can't be read."""
        return cls(open_arrays(path))

    def __len__(self) -> int:
        """The number of sentences."""
        return len(self.article_of)

    @property
    def article_count(self) -> int:
        """The number of articles."""
        return len(self._articles)

    def article_ids(self) -> list[str]:
        """The ids of the articles, in the order in which they came."""
        return [article_id.decode() for article_id in self._ids]

    def holding(self, term: str) -> int:
        """The number of sentences that hold a term."""
        number = self._terms.find(term)
        return 0 if number is None else int(self._term_sentences[number])

    def knows(self, term: str) -> bool:
        """Whether a sentence or a title holds the term."""
        return self._terms.find(term) is not None

    def postings(self, phrase: Phrase) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        """The sentences where all terms of a phrase count, ascending, and the least of their weights, both (n,)."""
        return self._common(phrase, self._posting_bounds, self._posting_sentence, self._posting_weight)

    def article_postings(self, phrase: Phrase) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        """The articles, by number, that hold all terms of a phrase, and the least of their weights, both (n,)."""
        return self._common(
            phrase, self._article_posting_bounds, self._article_posting_article, self._article_posting_weight
        )

    def _common(
        self, phrase: Phrase, bounds: NDArray[np.int64], places: NDArray[np.uint32], weights: NDArray[np.float32]
    ) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        numbers = [number for term in phrase if (number := self._terms.find(term)) is not None]
        if len(numbers) < len(phrase):
            return places[:0].astype(np.intp), weights[:0]
        first, *others = (slice(bounds[number], bounds[number + 1]) for number in numbers)
        common, least = places[first], weights[first]
        for other in others:
            common, ours, theirs = np.intersect1d(common, places[other], assume_unique=True, return_indices=True)
            least = np.minimum(least[ours], weights[other][theirs])
        return common.astype(np.intp), least  # which numpy would do again for each use

    def places(self, sentences: NDArray[np.intp]) -> tuple[NDArray[np.uint64], NDArray[np.uint32]]:
        """What orders sentences of one score: their articles' keys and their positions, both of shape (n,)."""
        return self._article_key[self.article_of[sentences]], self._position[sentences]

    def word_counts(self) -> Iterable[tuple[str, int]]:
        """Each word as it is spelt, and how many texts hold it."""
        return zip((word.decode() for word in self._words), self._word_texts.tolist(), strict=True)

    def names_sounding(self, sound: str) -> list[str]:
        """The names, folded, that have this sound."""
        return [name.decode().partition(" ")[2] for name in self._names.starting_with(f"{sound} ")]

    def article(self, sentence: int) -> Article:
        """The article of a sentence."""
        return self._article(int(self.article_of[sentence]))

    def articles(self) -> list[Article]:
        """All articles, in the order in which they came."""
        return [self._article(number) for number in range(len(self._articles))]

    def around(self, sentence: int) -> list[Sentence]:
        """A sentence and those before and after it in its article."""
        beside = range(max(0, sentence - 1), min(len(self), sentence + 2))
        return [self.sentence(other) for other in beside if self.article_of[other] == self.article_of[sentence]]

    def sentences_of(self, number: int) -> list[Sentence]:
        """The sentences of an article, by its number in this segment, in order."""
        article = self._article(number)
        first, end = np.searchsorted(self.article_of, [number, number + 1]).tolist()
        return [self._sentence(sentence, article) for sentence in range(first, end)]

    def publishers(self) -> list[str]:
        """The names of the publishers."""
        return [name.decode() for name in self._publishers]

    def allowed(self, filters: Filters) -> NDArray[np.bool_]:
        """Which sentences' articles pass the filters, of shape (sentences,). An undated article passes no date."""
        passing = np.ones(len(self._articles), np.bool_)
        if filters.since:
            passing &= self.published >= filters.since.toordinal()
        if filters.until:
            passing &= (self.published > 0) & (self.published <= filters.until.toordinal())
        if filters.publisher:
            wanted = filters.publisher.strip().casefold()
            numbers = [i for i, name in enumerate(self.publishers()) if name.casefold() == wanted]
            passing &= np.isin(self._publisher, numbers)
        return passing[self.article_of]

    def _read_sketch(self, sentence: int) -> frozenset[int]:
        return frozenset(self._sketches[sentence].tolist())

    def _read_sentence(self, sentence: int) -> Sentence:
        return self._sentence(sentence, self.article(sentence))

    def _sentence(self, sentence: int, article: Article) -> Sentence:
        start, end = self._bounds[sentence].tolist()
        return Sentence(article.id, int(self._position[sentence]), start, end, article.text[start:end])

    def _read_article(self, number: int) -> Article:
        fields: dict[str, Any] = json.loads(self._articles[number])
        published = fields.pop("published")
        return Article(published=date.fromisoformat(published) if published else None, **fields)
