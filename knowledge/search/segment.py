"""An immutable piece of the index over some articles, memory-mapped."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
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

    By a sentence's number in the segment `sentence(number)` gives the sentence, `article(number)` its article, and
    `sketch(number)` the smallest hashes of its wording.

    Arrays, with S sentences, T terms, P postings, W words and A articles:

    - `terms`, `term_bounds`: the terms, sorted; `term_sentences` (T,): how many sentences hold each
    - `posting_bounds` (T + 1,): a term's postings; `posting_place` and `posting_weight` (P,): the sentence and the
      term's weight in it, credit from neighbours and title included; after them, with S added to its number, each
      article as a whole
    - `words`, `word_bounds`: the words as spelt, sorted; `word_texts` (W,): how many texts hold each
    - `names`, `name_bounds`: the words that are names, each after its sound and a space, sorted
    - `sentence_article`, `sentence_position`, `sentence_holds`, `sentence_prior` (S,), `sentence_bounds` (S, 2),
      `sentence_sketch` (S, 6): the smallest hashes of its wording
    - `articles`, `article_bounds`: the articles as JSON; `article_ids`, `article_id_bounds`: their ids;
      `article_published` (A,): the day's ordinal, 0 if undated; `article_key` (A,): a hash of the id, by which equal
      scores are ordered, the same on every machine; `article_publisher` (A,): index into `publishers`,
      `publisher_bounds`, -1 if not known; `titles`, `title_bounds`: their titles, folded
    - `named`, `named_bounds`: the names of people, places and bodies in the texts, sorted; `named_counts` (N, 3): a
      name's number, a publisher's, and how often its articles have it; `quoted`, `quoted_bounds`, `quoted_counts`: the
      same for people who are quoted
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
            self._posting_bounds: Sequence[int] = arrays["posting_bounds"].data
            self._posting_place: NDArray[np.uint32] = arrays["posting_place"]
            self._posting_weight: NDArray[np.float32] = arrays["posting_weight"]
            self._words = Strings(arrays["words"], arrays["word_bounds"])
            self._names = Strings(arrays["names"], arrays["name_bounds"])
            self._word_texts: NDArray[np.uint32] = arrays["word_texts"]
            self._articles = Strings(arrays["articles"], arrays["article_bounds"])
            self._ids = Strings(arrays["article_ids"], arrays["article_id_bounds"])
            self.publisher_of: NDArray[np.int32] = arrays["article_publisher"]
            self._publishers = Strings(arrays["publishers"], arrays["publisher_bounds"])
            self._titles = Strings(arrays["titles"], arrays["title_bounds"])
            self._named = Strings(arrays["named"], arrays["named_bounds"])
            self._named_counts: NDArray[np.int32] = arrays["named_counts"]
            self._quoted = Strings(arrays["quoted"], arrays["quoted_bounds"])
            self._quoted_counts: NDArray[np.int32] = arrays["quoted_counts"]
            self._common = lru_cache(maxsize=64)(self._find_common)
            self._article = lru_cache(maxsize=256)(self._read_article)
            self.article = lru_cache(maxsize=1024)(self._read_article_of)
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

    def is_held(self, term: str, articles: NDArray[np.bool_]) -> bool:
        """Whether a sentence or the title of one of the articles, of shape (articles,), holds the term."""
        return bool(articles[self.article_of[self.counting(term)]].any())

    def postings(self, phrase: Phrase) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        """The sentences where all terms of a phrase count, and the articles that hold all of them, by number + S.

        Ascending, with the least of their weights, both of shape (n,).
        """
        common, least = self._postings(phrase[0]) if len(phrase) == 1 else self._common(phrase)
        return common.astype(np.intp), least  # which numpy would do again for each use

    def counting(self, term: str) -> NDArray[np.intp]:
        """The sentences where a term counts, ascending, of shape (n,)."""
        places, _ = self._postings(term)
        return places[: places.searchsorted(len(self))].astype(np.intp)

    def articles_holding(self, term: str) -> NDArray[np.intp]:
        """The numbers of the articles that hold a term, ascending, of shape (n,)."""
        places, _ = self._postings(term)
        return (places[places.searchsorted(len(self)) :] - len(self)).astype(np.intp)

    def _find_common(self, phrase: Phrase) -> tuple[NDArray[np.uint32], NDArray[np.float32]]:
        common, least = self._postings(phrase[0])
        for term in phrase[1:]:
            places, weights = self._postings(term)
            common, ours, theirs = np.intersect1d(common, places, assume_unique=True, return_indices=True)
            least = np.minimum(least[ours], weights[theirs])
        return common, least

    def _postings(self, term: str) -> tuple[NDArray[np.uint32], NDArray[np.float32]]:
        number = self._terms.find(term)
        first, end = (0, 0) if number is None else self._posting_bounds[number : number + 2]
        return self._posting_place[first:end], self._posting_weight[first:end]

    def places(self, sentences: NDArray[np.intp]) -> tuple[NDArray[np.uint64], NDArray[np.uint32]]:
        """What orders sentences of one score: their articles' keys and their positions, both of shape (n,)."""
        return self._article_key[self.article_of[sentences]], self._position[sentences]

    def word_counts(self) -> Iterable[tuple[str, int]]:
        """Each word as it is spelt, and how many texts hold it."""
        return zip((word.decode() for word in self._words), self._word_texts.tolist(), strict=True)

    def names_sounding(self, sound: str) -> list[str]:
        """The names, folded, that have this sound."""
        return [name.decode().partition(" ")[2] for name in self._names.starting_with(f"{sound} ")]

    def article_numbered(self, number: int) -> Article:
        """An article by its number in this segment."""
        return self._article(number)

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
        return [self._sentence(sentence, article) for sentence in self.sentence_numbers(number)]

    def sentence_numbers(self, number: int) -> range:
        """The numbers of an article's sentences, by its own in this segment."""
        first, end = np.searchsorted(self.article_of, [number, number + 1]).tolist()
        return range(first, end)

    def titles(self) -> list[str]:
        """The titles of the articles, folded, in the order in which they came."""
        return [title.decode() for title in self._titles]

    def names(self, publishers: Collection[str], limit: int) -> Mapping[str, int]:
        """The `limit` most frequent names, each with how often it stands in articles of the publishers, or of all."""
        return self._most(self._named, self._named_counts, publishers, limit)

    def quoted(self, publishers: Collection[str], limit: int) -> Mapping[str, int]:
        """The `limit` people most often quoted, each with how often in articles of the publishers, or of all."""
        return self._most(self._quoted, self._quoted_counts, publishers, limit)

    def _most(
        self, names: Strings, counts: NDArray[np.int32], publishers: Collection[str], limit: int
    ) -> Mapping[str, int]:
        if publishers:
            counts = counts[np.isin(counts[:, 1], self._numbers(publishers))]
        totals = np.bincount(counts[:, 0], counts[:, 2], len(names)).astype(np.int64)
        best = np.argsort(-totals, kind="stable")[:limit]
        return {names[number].decode(): int(totals[number]) for number in best.tolist() if totals[number]}

    def publishers(self) -> list[str]:
        """The names of the publishers."""
        return [name.decode() for name in self._publishers]

    def allowed(self, filters: Filters) -> NDArray[np.bool_]:
        """Which sentences' articles pass the filters, of shape (sentences,)."""
        return self.allowed_articles(filters)[self.article_of]

    def allowed_articles(self, filters: Filters) -> NDArray[np.bool_]:
        """Which articles pass the filters, of shape (articles,). An undated one passes no date."""
        passing = np.ones(len(self._articles), np.bool_)
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
        return self._sentence(sentence, self.article(sentence))

    def _sentence(self, sentence: int, article: Article) -> Sentence:
        start, end = self._bounds[sentence].tolist()
        return Sentence(article.id, int(self._position[sentence]), start, end, article.text[start:end])

    def _read_article(self, number: int) -> Article:
        fields: dict[str, Any] = json.loads(self._articles[number])
        published = fields.pop("published")
        return Article(published=date.fromisoformat(published) if published else None, **fields)
