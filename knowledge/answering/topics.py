"""Whether a sentence is on a topic: a few words, of which it or what stands around it has to hold most.

Neither the score of a sentence nor the strength of an answer tells: by them a word or two match by chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from knowledge.answering.holding import Asked, terms_of
from knowledge.answering.understanding import Understanding
from knowledge.language.terms import words
from knowledge.models import Article, Sentence
from knowledge.search.index import Index

ON_TOPIC = 0.6
"""Share of a topic from which a sentence is on it: of two equal terms both, or one with the other close by."""

_CLOSE_BY = 0.5
"""What a term counts that only the article's title or the sentence before or after holds."""


ANY_EVENT = terms_of(["happen happens happened happening event events timeline chronology"])
_TOLD_BEFORE = frozenset({"the", "this", "that", "these", "those"})


class Topic:
    """The terms of a topic, each with its share in the whole; those that tell nothing ("what happened") have none."""

    def __init__(self, understanding: Understanding, index: Index) -> None:
        told = understanding.telling - ANY_EVENT or understanding.query.terms.keys()
        factors = {term: factor for term, factor in understanding.query.terms.items() if term in told}
        weights = {term: factor * index.idf(term) for term, factor in factors.items()}
        whole = sum(weights.values())
        self._shares = {term: weight / whole for term, weight in weights.items()}
        self._asked = Asked(understanding, index)

    def share(self, sentence: Sentence, article: Article, neighbours: Sequence[Sentence]) -> float:
        """How much of the topic a sentence holds, 0..1; 0 where it holds none of it itself."""
        held, inside = self._asked.held, terms_of([sentence.text])
        if not any(held(term, inside) for term in self._shares):
            return 0.0
        around = terms_of([article.title, *(other.text for other in neighbours)])
        return sum(
            share * max(held(term, inside), _CLOSE_BY * held(term, around)) for term, share in self._shares.items()
        )

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
