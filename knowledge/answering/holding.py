"""How far sentences hold what a question asks for, in its words or in others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from knowledge.answering.understanding import Understanding
from knowledge.language.terms import index_terms, terms_among
from knowledge.search.index import Index
from knowledge.search.query import Phrase

Terms = frozenset[str]


class Asked:
    """The terms of a question, each with all that it is found by and how much each of these counts, 0..1."""

    def __init__(self, understanding: Understanding, index: Index) -> None:
        also = understanding.query.also
        self._names: Mapping[str, Mapping[Phrase, float]] = {
            term: {**index.found_by(term), **also[term]} if term in also else index.found_by(term)
            for term in understanding.query.terms
        }

    def near(self, texts: Iterable[str]) -> Terms:
        """The terms of all the texts together, of those that anything asked for is found by."""
        wanted = frozenset(term for names in self._names.values() for phrase in names for term in phrase)
        return frozenset().union(*(terms_among(wanted, text) for text in texts))

    def held(self, term: str, terms: Terms) -> float:
        """How far a text with these terms holds one that is asked for: 1 in the same word, 0 not at all."""
        return max([less for phrase, less in self._names[term].items() if terms.issuperset(phrase)], default=0.0)


def terms_of(texts: Iterable[str]) -> Terms:
    """The terms of all the texts together."""
    return frozenset().union(*map(_terms, texts))


@lru_cache(maxsize=1 << 11)
def _terms(text: str) -> Terms:
    return frozenset(index_terms(text))
