"""An immutable piece of the index over some articles, memory-mapped."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from knowledge.mapped.arrays import Arrays, DamagedFile
from knowledge.mapped.strings import Strings
from knowledge.models import Article, Filters, Sentence
from knowledge.search.term_postings import TermPostings
from knowledge.search.texts import Texts
from knowledge.search.weights import DEFAULT, Weights
from knowledge.search.words import Words


class Segment:
    """Sentences and the postings of their terms.

    By a sentence's number in the segment `sentence(number)` gives the sentence, `text(number)` only what it says,
    `article(number)` its article, and `sketch(number)` the smallest hashes of its wording.

    `live` (A,) are the articles that count: others, in segments over them alone, were taken away since. `words` and
    `terms` still hold what those say.

    Arrays, with S sentences, T terms, E entries, P postings, W words and A articles:

    - `terms`, `term_bounds`: the terms, sorted; `term_sentences` (T,): how many sentences hold each
    - `entry_bounds` (T + 1,): a term's entries, one for each article in which it stands; `entry_article` (E,): the
      article; `entry_count` (E,): how often it stands in its sentences; `entry_best` (E,): what it weighs in one of
      them at the most; `entry_parts` (E,): in or near which parts of the article, and whether in its heading;
      `entry_offset`: where the postings of every 64th begin
    - `posting_place` (P,): for each time that the term stands in the article, the place of the sentence there
    - `words`, `word_bounds`: the words as spelt, sorted; `word_counts` (W, 3): a `Spelt` for each
    - `names`, `name_bounds`: the words that somewhere have a capital, each after its sound and a space, sorted
    - `sentence_length` (S,): how many terms; `sentence_leans` (S,): whether it begins by pointing back;
      `sentence_position`, `sentence_holds` (S,); `sentence_sketch` (S, 6): the smallest hashes of its wording
    - `article_sentence` (A + 1,): an article's sentences; `articles`, `article_bounds`: the articles as JSON, but for
      their `texts`, `text_bounds`, in which `sentence_bounds` (S, 2) count bytes; `article_ids`, `article_id_bounds`:
      their ids; `article_holds` (A, 7): what the sentences of its parts hold; `article_published` (A,): the day's
      ordinal, 0 if undated; `article_key` (A,): a hash of the id, by which equal scores are ordered, the same on every
      machine; `article_digest` (A,): a hash of all its fields;
      `article_publisher` (A,): index into `publishers`, `publisher_bounds`, -1 if not known; `titles`,
      `title_bounds`: their titles, folded
    - `named`, `named_bounds`: the names of people, places and bodies in the texts, sorted; `named_counts`: a `Tally`;
      `quoted`, `quoted_bounds`, `quoted_counts`: the same for people who are quoted
    """

    def __init__(self, arrays: Arrays, removed: Sequence[Segment] = (), weights: Weights = DEFAULT) -> None:
        self.arrays = arrays
        self.weights = weights
        try:
            self.holds: NDArray[np.uint16] = arrays["sentence_holds"]
            self.published: NDArray[np.int32] = arrays["article_published"]
            self.first: NDArray[np.uint32] = arrays["article_sentence"]
            self.digests: NDArray[np.uint64] = arrays["article_digest"]
            self.publisher_of: NDArray[np.int32] = arrays["article_publisher"]
            self.article_key: NDArray[np.uint64] = arrays["article_key"]
            self.positions: NDArray[np.unsignedinteger] = arrays["sentence_position"]
            self._sketches: NDArray[np.uint32] = arrays["sentence_sketch"]
            self._texts = Texts(arrays, self.positions.data)
            self._ids = Strings(arrays["article_ids"], arrays["article_id_bounds"])
            self._publishers = Strings(arrays["publishers"], arrays["publisher_bounds"])
            self._titles = Strings(arrays["titles"], arrays["title_bounds"])
            self.terms = TermPostings(arrays, weights)
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
        return Segment(self.arrays, removed, self.weights) if removed else self

    def __len__(self) -> int:
        """The number of sentences, those that count no more included."""
        return len(self.holds)

    @property
    def article_count(self) -> int:
        """The number of articles, those that count no more included."""
        return len(self.published)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The articles that count, by their ids, in the order in which they came; each one's number here."""
        return {self._ids[number].decode(): number for number in np.flatnonzero(self.live).tolist()}

    def is_held(self, term: str, articles: NDArray[np.bool_]) -> bool:
        """Whether a sentence or the title of one of the articles, of shape (articles,), holds the term."""
        return bool(articles[self.terms.articles(term)].any())

    def counting(self, term: str) -> NDArray[np.intp]:
        """The sentences where a term counts, ascending, of shape (n,)."""
        found = self.terms.counting(term)
        return found if self.is_whole else found[self.live[self.articles_of(found)]]

    def articles_holding(self, term: str) -> NDArray[np.intp]:
        """The numbers of the articles in whose sentences a term stands, ascending, of shape (n,)."""
        found = self.terms.in_texts(term)
        return found if self.is_whole else found[self.live[found]]

    def article_of(self, sentence: int) -> int:
        """The number of the article in which a sentence stands."""
        return bisect_right(self.first.data, sentence) - 1

    def articles_of(self, sentences: NDArray[np.intp]) -> NDArray[np.intp]:
        """The numbers of the articles in which sentences stand, both of shape (n,)."""
        return self.first.searchsorted(sentences, side="right") - 1

    def places(self, sentences: NDArray[np.intp]) -> tuple[NDArray[np.uint64], NDArray[np.unsignedinteger]]:
        """What orders sentences of one score: their articles' keys and their positions, both of shape (n,)."""
        return self.article_key[self.articles_of(sentences)], self.positions[sentences]

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
        ours = self.sentence_numbers(self.article_of(sentence))
        return [other for other in range(sentence - 1, sentence + 2) if other in ours]

    def sentences_of(self, number: int) -> list[Sentence]:
        """The sentences of an article, by its number in this segment, in order."""
        return list(self._texts.sentences(number, self.sentence_numbers(number)))

    def sketches(self, sentence: int) -> list[tuple[int, list[int]]]:
        """The sketches of the sentences of the article in which one stands, each with its length in bytes."""
        numbers = self.sentence_numbers(self.article_of(sentence))
        rows = self._sketches[numbers.start : numbers.stop].tolist()
        return list(zip(self._texts.lengths(numbers), rows, strict=True))

    def sentence_numbers(self, number: int) -> range:
        """The numbers of an article's sentences, by its own in this segment."""
        return range(*self.first[number : number + 2].tolist())

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
        return np.repeat(self.allowed_articles(filters), np.diff(self.first))

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
        return self._article(self.article_of(sentence))

    def _read_sentence(self, sentence: int) -> Sentence:
        return next(self._texts.sentences(self.article_of(sentence), [sentence]))

    def _read_article_id(self, sentence: int) -> str:
        return self._ids[self.article_of(sentence)].decode()

    def _read_text(self, sentence: int) -> str:
        return self._texts.text(self.article_of(sentence), sentence)
