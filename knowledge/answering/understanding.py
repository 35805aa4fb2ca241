"""What a question asks, in the words of the coverage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.language.expectations import asked_for
from knowledge.language.terms import query_terms, stem
from knowledge.models import Filters
from knowledge.search.index import Index, Query


@dataclass(frozen=True, slots=True)
class Understanding:
    """A query, the words that were corrected on the way to it, and the terms that the coverage doesn't know."""

    query: Query
    corrections: Mapping[str, str]
    unknown: frozenset[str]


def understand(question: str, index: Index, filters: Filters | None = None) -> Understanding:
    """Terms of the question; a word that the coverage doesn't know is replaced by the nearest that it does."""
    terms: dict[str, None] = {}
    unknown: set[str] = set()
    corrections: dict[str, str] = {}
    for term, word in query_terms(question):
        if index.knows(term):
            terms[term] = None
        elif nearest := index.speller.nearest(word.text):
            terms[stem(nearest)] = None
            corrections[question[word.start : word.end]] = nearest
        else:
            terms[term] = None
            unknown.add(term)
    return Understanding(Query(tuple(terms), asked_for(question), filters), corrections, frozenset(unknown))
