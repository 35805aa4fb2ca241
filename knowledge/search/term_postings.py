"""What terms weigh in the sentences of a segment, all of them: the definition that the kernel is held against.

A sentence seldom names all that it speaks of. Terms of the sentences around it, of the article's first sentence and of
its heading count in it as well, for less than its own.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from knowledge.mapped.arrays import Arrays
from knowledge.mapped.strings import Strings
from knowledge.search.entries import IN_HEADING, STRIDE
from knowledge.search.query import Phrase
from knowledge.search.weights import Weights

Numbers = NDArray[np.intp]
PostingWeights = NDArray[np.float32]


class TermPostings:
    """What `Segment` says of `terms`, `entry_*` and `posting_place`; a term that isn't there is in no article."""

    def __init__(self, arrays: Arrays, weights: Weights) -> None:
        self._factors = weights
        self.terms = Strings(arrays["terms"], arrays["term_bounds"])
        self.sentences: NDArray[np.uint32] = arrays["term_sentences"]
        self.bounds: NDArray[np.uint32] = arrays["entry_bounds"]
        self.article: NDArray[np.unsignedinteger] = arrays["entry_article"]
        self.count: NDArray[np.unsignedinteger] = arrays["entry_count"]
        self.best: NDArray[np.uint8] = arrays["entry_best"]
        self.parts: NDArray[np.uint8] = arrays["entry_parts"]
        self.offset: NDArray[np.uint32] = arrays["entry_offset"]
        self.place: NDArray[np.unsignedinteger] = arrays["posting_place"]
        self.first: NDArray[np.uint32] = arrays["article_sentence"]
        self.lengths: NDArray[np.uint16] = arrays["sentence_length"]
        self.leans: NDArray[np.bool_] = arrays["sentence_leans"]

    @cached_property
    def article_of(self) -> Numbers:
        """The article of each sentence, of shape (S,)."""
        return np.repeat(np.arange(len(self.first) - 1), np.diff(self.first))

    def holding(self, term: str) -> int:
        """The number of sentences that hold a term."""
        number = self.terms.find(term)
        return 0 if number is None else int(self.sentences[number])

    def articles(self, term: str) -> Numbers:
        """The articles in which a sentence or the heading holds a term, ascending, of shape (n,)."""
        return self.article[self._entries(term)].astype(np.intp)

    def in_texts(self, term: str) -> Numbers:
        """The articles in which a sentence holds a term, ascending, of shape (n,)."""
        entries = self._entries(term)
        return self.article[entries][self.count[entries] > 0].astype(np.intp)

    def counting(self, term: str) -> Numbers:
        """The sentences in which a term counts, ascending, of shape (n,)."""
        return np.flatnonzero(self.of_term(term)[0])

    def of(self, phrase: Phrase) -> tuple[PostingWeights, PostingWeights]:
        """What a phrase weighs in each sentence, (S,), and in each article, (A,): the least of what its terms do."""
        in_sentences, in_articles = zip(*map(self.of_term, phrase), strict=True)
        return np.minimum.reduce(in_sentences), np.minimum.reduce(in_articles)

    def of_term(self, term: str) -> tuple[PostingWeights, PostingWeights]:
        """What a term weighs in each sentence, (S,), and in each article as a whole, (A,)."""
        entries = self._entries(term)
        articles, counts = self.article[entries].astype(np.intp), self.count[entries].astype(np.intp)
        in_articles = np.zeros(len(self.first) - 1, np.float32)
        in_articles[articles] = self._factors.in_articles(counts.astype(np.float32))
        firsts = self.first[np.repeat(articles, counts)].astype(np.intp)
        sentences = firsts + self.places(entries.start, int(counts.sum()))
        own = np.bincount(sentences, minlength=len(self.lengths)).astype(np.float32)
        held = own > 0
        in_sentences = np.zeros(len(own), np.float32)
        in_sentences[held] = self._factors.in_sentences(own[held], self.lengths[held].astype(np.float32))
        self._add_neighbours(in_sentences, held)
        self._add_everywhere(in_sentences, self.article_of[sentences[sentences == firsts]], self._factors.lead_credit)
        in_heading = articles[self.parts[entries] >= IN_HEADING]
        self._add_everywhere(in_sentences, in_heading, self._factors.title_credit)
        return in_sentences, in_articles

    def _entries(self, term: str) -> slice:
        number = self.terms.find(term)
        return slice(0, 0) if number is None else slice(*self.bounds[number : number + 2].tolist())

    def places(self, entry: int, count: int) -> NDArray[np.unsignedinteger]:
        """`count` postings from the first of an entry."""
        known = entry // STRIDE
        start = int(self.offset[known]) + int(self.count[known * STRIDE : entry].sum())
        return self.place[start : start + count]

    def _add_neighbours(self, total: PostingWeights, held: NDArray[np.bool_]) -> None:
        """The credit for terms of the sentences around, in the same article."""
        for distance, credit in self._factors.neighbour_credits.items():
            apart = abs(distance)
            leaning = np.float32(self._factors.leaning_credits.get(distance, credit))
            worth = np.where(self.leans, leaning, np.float32(credit))
            before, after = slice(None, -apart), slice(apart, None)
            here, there = (after, before) if distance < 0 else (before, after)
            near = held[there] & (self.article_of[before] == self.article_of[after])
            np.maximum(total[here], worth[here], out=total[here], where=near)

    def _add_everywhere(self, total: PostingWeights, articles: Numbers, credit: float) -> None:
        marked = np.zeros(len(self.first) - 1, np.bool_)
        marked[articles] = True
        np.maximum(total, np.float32(credit), out=total, where=marked[self.article_of])
