"""An immutable piece of the index over some articles, memory-mapped."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from knowledge.mapped.arrays import Arrays, DamagedFile
from knowledge.mapped.strings import Strings
from knowledge.models import Article, Filters, Sentence
from knowledge.search.query import Phrase
from knowledge.search.term_postings import PostingWeights, TermPostings
from knowledge.search.texts import Texts
from knowledge.search.words import Words


class Segment:
    """Sentences and the postings of their terms.

    By a sentence's number in the segment `sentence(number)` gives the sentence, `text(number)` only what it says,
    `article(number)` its article, and `sketch(number)` the smallest hashes of its wording.

    `live` (A,) are the articles that count: others, in segments over them alone, were taken away since. `words` and
    `terms` still hold what those say.

    Arrays, with S sentences, T terms, P postings, W words and A articles:

    - `terms`, `term_bounds`: the terms, sorted; `term_sentences` (T,): how many sentences hold each
    - `posting_bounds` (T + 1,): a term's postings; `posting_place` and `posting_weight` (P,): the sentence and the
      term's weight in it, credit from neighbours and title included; after them, with S added to its number, each
      article as a whole
    - `words`, `word_bounds`: the words as spelt, sorted; `word_counts` (W, 3): a `Spelt` for each
    - `names`, `name_bounds`: the words that somewhere have a capital, each after its sound and a space, sorted
    - `sentence_article`, `sentence_position`, `sentence_holds`, `sentence_prior` (S,), `sentence_bounds` (S, 2),
      `sentence_sketch` (S, 6): the smallest hashes of its wording
    - `articles`, `article_bounds`: the articles as JSON, but for their `texts`, `text_bounds`, in which
      `sentence_bounds` count bytes; `article_ids`, `article_id_bounds`: their ids;
      `article_published` (A,): the day's ordinal, 0 if undated; `article_key` (A,): a hash of the id, by which equal
      scores are ordered, the same on every machine; `article_digest` (A,): a hash of all its fields;
      `article_publisher` (A,): index into `publishers`, `publisher_bounds`, -1 if not known; `titles`,
      `title_bounds`: their titles, folded
    - `named`, `named_bounds`: the names of people, places and bodies in the texts, sorted; `named_counts`: a `Tally`;
      `quoted`, `quoted_bounds`, `quoted_counts`: the same for people who are quoted
    """

    def __init__(self, arrays: Arrays, removed: Sequence[Segment] = ()) -> None:
        self.arrays = arrays
        try:
            self.holds: NDArray[np.uint16] = arrays["sentence_holds"]
            self.prior: NDArray[np.float32] = arrays["sentence_prior"]
            self.published: NDArray[np.int32] = arrays["article_published"]
            self.article_of: NDArray[np.uint32] = arrays["sentence_article"]
            self.digests: NDArray[np.uint64] = arrays["article_digest"]
            self.publisher_of: NDArray[np.int32] = arrays["article_publisher"]
            self.article_key: NDArray[np.uint64] = arrays["article_key"]
            self._position: NDArray[np.uint32] = arrays["sentence_position"]
            self._sketches: NDArray[np.uint32] = arrays["sentence_sketch"]
            self._texts = Texts(arrays, self._position.data)
            self._ids = Strings(arrays["article_ids"], arrays["article_id_bounds"])
            self._publishers = Strings(arrays["publishers"], arrays["publisher_bounds"])
            self._titles = Strings(arrays["titles"], arrays["title_bounds"])
            self.terms = TermPostings(arrays)
            self.words = Words(arrays)
        except KeyError as error:
            raise DamagedFile(error) from error
        self._article = lru_cache(maxsize=256)(self._texts.article)
        self.article = lru_cache(maxsize=1024)(self._read_article_of)
        self.sentence = lru_cache(maxsize=1024)(self._read_sentence)
        self.text = lru_cache(maxsize=1024)(self._read_text)
        self.article_id = lru_cache(maxsize=1024)(self._read_article_id)
        self.sketch = lru_cache(maxsize=1024)(self._read_sketch)
        self.live = np.ones(len(self.published), np.bool_)
        for other in removed:
            self.live &= ~np.isin(self.digests, other.digests)
        self.is_whole = not removed

    def without(self, removed: Sequence[Segment]) -> Segment:
        """The same segment, of whose articles those in `removed` don't count."""
        return Segment(self.arrays, removed) if removed else self

    def __len__(self) -> int:
        """The number of sentences, those that count no more included."""
        return len(self.article_of)

    @property
    def article_count(self) -> int:
        """The number of articles, those that count no more included."""
        return len(self.published)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The articles that count, by their ids, in the order in which they came; each one's number here."""
        return {self._ids[number].decode(): number for number in np.flatnonzero(self.live).tolist()}

    def knows(self, term: str) -> bool:
        """Whether a sentence or a title holds the term."""
        return self.terms.terms.find(term) is not None and (self.is_whole or self.is_held(term, self.live))

    def is_held(self, term: str, articles: NDArray[np.bool_]) -> bool:
        """Whether a sentence or the title of one of the articles, of shape (articles,), holds the term."""
        places, _ = self.terms.of_term(term)
        return bool(articles[self.article_of[places[: places.searchsorted(len(self))]]].any())

    def postings(self, phrase: Phrase) -> tuple[NDArray[np.intp], PostingWeights]:
        """The sentences where all terms of a phrase count, and the articles that hold all of them, by number + S.

        Ascending, with the least of their weights, both of shape (n,); also those that count no more.
        """
        common, least = self.terms.of(phrase)
        return common.astype(np.intp), least  # which numpy would do again for each use

    def counting(self, term: str) -> NDArray[np.intp]:
        """The sentences where a term counts, ascending, of shape (n,)."""
        places, _ = self.terms.of_term(term)
        found = places[: places.searchsorted(len(self))].astype(np.intp)
        return found if self.is_whole else found[self.live[self.article_of[found]]]

    def articles_holding(self, term: str) -> NDArray[np.intp]:
        """The numbers of the articles that hold a term, ascending, of shape (n,)."""
        places, _ = self.terms.of_term(term)
        found = (places[places.searchsorted(len(self)) :] - len(self)).astype(np.intp)
        return found if self.is_whole else found[self.live[found]]

    def places(self, sentences: NDArray[np.intp]) -> tuple[NDArray[np.uint64], NDArray[np.uint32]]:
        """What orders sentences of one score: their articles' keys and their positions, both of shape (n,)."""
        return self.article_key[self.article_of[sentences]], self._position[sentences]

    def names(self, publishers: Collection[str], limit: int) -> Mapping[str, int]:
        """The `limit` most frequent names, each with how often it stands in articles of the publishers, or of all."""
        return self.words.named.most(self._numbers(publishers) if publishers else None, limit)

    def quoted(self, publishers: Collection[str], limit: int) -> Mapping[str, int]:
        """The `limit` people most often quoted, each with how often in articles of the publishers, or of all."""
        return self.words.quoted.most(self._numbers(publishers) if publishers else None, limit)

    def article_numbered(self, number: int) -> Article:
        """An article by its number in this segment."""
        return self._article(number)

    def articles(self) -> list[Article]:
        """The articles that count, in the order in which they came."""
        return [self._article(number) for number in self.numbers.values()]

    def around(self, sentence: int) -> list[Sentence]:
        """A sentence and those before and after it in its article."""
        return list(map(self.sentence, self.beside(sentence)))

    def beside(self, sentence: int) -> list[int]:
        """The numbers of a sentence and of those before and after it in its article."""
        beside = range(max(0, sentence - 1), min(len(self), sentence + 2))
        return [other for other in beside if self.article_of[other] == self.article_of[sentence]]

    def sentences_of(self, number: int) -> list[Sentence]:
        """The sentences of an article, by its number in this segment, in order."""
        return list(self._texts.sentences(number, self.sentence_numbers(number)))

    def sketches(self, sentence: int) -> list[tuple[int, list[int]]]:
        """The sketches of all sentences of the article in which one stands, each after its sentence's bytes."""
        numbers = self.sentence_numbers(int(self.article_of[sentence]))
        rows = self._sketches[numbers.start : numbers.stop].tolist()
        return list(zip(self._texts.lengths(numbers), rows, strict=True))

    def sentence_numbers(self, number: int) -> range:
        """The numbers of an article's sentences, by its own in this segment."""
        # In numbers of its own type, or numpy would copy all of the array.
        first, end = self.article_of.searchsorted(np.array([number, number + 1], self.article_of.dtype)).tolist()
        return range(first, end)

    def titles(self) -> list[str]:
        """The titles of the articles that count, folded, in the order in which they came."""
        return [self._titles[number].decode() for number in self.numbers.values()]

    def publishers(self) -> list[str]:
        """The names of the publishers, by number."""
        return [name.decode() for name in self._publishers]

    def live_publishers(self) -> list[str]:
        """The names of the publishers of articles that count."""
        names = self.publishers()
        return [names[number] for number in np.unique(self.publisher_of[self.live]).tolist() if number >= 0]

    def allowed(self, filters: Filters) -> NDArray[np.bool_]:
        """Which sentences' articles count and pass the filters, of shape (sentences,)."""
        return self.allowed_articles(filters)[self.article_of]

    def allowed_articles(self, filters: Filters) -> NDArray[np.bool_]:
        """Which articles count and pass the filters, of shape (articles,). An undated one passes no date."""
        passing = self.live.copy()
        if filters.since:
            passing &= self.published >= filters.since.toordinal()
        if filters.until:
            passing &= (self.published > 0) & (self.published <= filters.until.toordinal())
        if filters.publisher:
            passing &= np.isin(self.publisher_of, self._numbers([filters.publisher]))
        if filters.publishers:
            passing &= np.isin(self.publisher_of, self._numbers(filters.publishers))
        return passing

    def _numbers(self, publishers: Iterable[str]) -> list[int]:
        """The numbers of the publishers, whose names are given in any case."""
        wanted = {name.strip().casefold() for name in publishers}
        return [number for number, name in enumerate(self.publishers()) if name.casefold() in wanted]

    def _read_sketch(self, sentence: int) -> frozenset[int]:
        return frozenset(self._sketches[sentence].tolist())

    def _read_article_of(self, sentence: int) -> Article:
        return self._article(int(self.article_of[sentence]))

    def _read_sentence(self, sentence: int) -> Sentence:
        return next(self._texts.sentences(int(self.article_of[sentence]), [sentence]))

    def _read_article_id(self, sentence: int) -> str:
        return self._ids[int(self.article_of[sentence])].decode()

    def _read_text(self, sentence: int) -> str:
        return self._texts.text(int(self.article_of[sentence]), sentence)
