"""Whether a sentence is on a topic: a few words, of which it or what stands around it has to hold most.

Neither the score of a sentence nor the strength of an answer tells: by them a word or two match by chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from knowledge.answering.holding import Asked, Terms, terms_of
from knowledge.answering.understanding import Understanding
from knowledge.language.aliases import PLAIN_WORDS
from knowledge.language.terms import STOP_WORDS, stem, words
from knowledge.models import Article, Sentence
from knowledge.search.index import Index
from knowledge.search.query import Phrase

_ON_TOPIC = 0.6
"""Share of a topic from which a sentence is on it: of two equal terms both, or one with the other close by."""

_CLOSE_BY = 0.5
"""What a term counts that only the article's title or the sentence before or after holds."""


ANY_EVENT = terms_of(["happen happens happened happening event events timeline chronology"])
_TOLD_BEFORE = frozenset({"the", "this", "that", "these", "those"})


class Topic:
    """The terms of a topic, each with its share in the whole; those that tell nothing ("what happened") have none.

    A name of several words is held as a whole or not at all: "state" is no "Islamic State".
    """

    def __init__(self, understanding: Understanding, index: Index) -> None:
        told = understanding.telling - ANY_EVENT or understanding.query.terms.keys()
        factors = {term: factor for term, factor in understanding.query.terms.items() if term in told}
        weights = {term: factor * index.idf(term) for term, factor in factors.items()}
        whole = sum(weights.values())
        self._shares = {term: weight / whole for term, weight in weights.items()}
        self._asked = Asked(understanding, index)
        self._apart = understanding.apart
        self._names = [_names(name, understanding, index) for name in understanding.called]

    def share(self, sentence: Sentence, article: Article, neighbours: Sequence[Sentence]) -> float:
        """How much of the topic a sentence holds, 0..1; 0 where it holds none of it itself."""
        held, inside = self._asked.held, terms_of([sentence.text])
        is_held = any(held(term, inside) for term in self._shares)
        if not is_held or not self._holds_more_than_parts(sentence.text, inside):
            return 0.0
        around = terms_of([article.title, *(other.text for other in neighbours)])
        return sum(
            share * max(held(term, inside), _CLOSE_BY * held(term, around)) for term, share in self._shares.items()
        )

    def held(self, sentence: Sentence, article: Article, neighbours: Sequence[Sentence]) -> float:
        """The same where the sentence is on the topic, else 0."""
        share = self.share(sentence, article, neighbours)
        return share if share >= _ON_TOPIC else 0.0

    def _holds_more_than_parts(self, text: str, terms: Terms) -> bool:
        if not self._names or any(self._asked.held(term, terms) for term in self._apart):
            return True
        telling = [word for word in words(text) if word.text not in STOP_WORDS]
        named = [word for word in telling if word.text not in PLAIN_WORDS or text[word.start].isupper()]
        spelt = f" {' '.join(stem(word.text) for word in named)} "
        return any(f" {' '.join(phrase)} " in spelt for name in self._names for phrase in name)

    def is_named_by(self, clause: str, last: str) -> bool:
        """Whether a clause holds the whole topic, and its last word a part of it."""
        inside, ending = terms_of([clause]), terms_of([last])
        held = self._asked.held
        return all(held(term, inside) for term in self._shares) and any(held(term, ending) for term in self._shares)

    def is_meant_again(self, sentence: Sentence) -> bool:
        """Whether a sentence begins with something of the topic that was told of before: "The war, which ..."."""
        begins = list(islice(words(sentence.text), 2))
        if len(begins) < 2 or begins[0].text not in _TOLD_BEFORE:
            return False
        noun = terms_of([begins[1].text])
        return any(self._asked.held(term, noun) for term in self._shares)


def _names(name: Phrase, understanding: Understanding, index: Index) -> frozenset[Phrase]:
    """A name, its other names, and the relatives of one of a single word."""
    related = index.found_by(name[0]) if len(name) == 1 else ()
    return frozenset({name, *understanding.query.also.get(name[0], ()), *related})
