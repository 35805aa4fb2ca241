"""What a question asks, in the words of the coverage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.language.dictionary import is_english
from knowledge.language.expectations import asked_for
from knowledge.language.terms import WEAK_WORDS, Word, query_terms, stem
from knowledge.models import Filters
from knowledge.search.index import Index, Query
from knowledge.search.weights import WEAK_FACTOR


@dataclass(frozen=True, slots=True)
class Understanding:
    """A query, the words that were corrected on the way to it, and whether it names what the coverage doesn't know."""

    query: Query
    corrections: Mapping[str, str]
    names_unknown: bool

    @property
    def telling_terms(self) -> frozenset[str]:
        """The terms without those that a question has for its form."""
        return frozenset(term for term, factor in self.query.terms.items() if factor == 1)


def understand(question: str, index: Index, filters: Filters | None = None) -> Understanding:
    """Terms of the question; a word that the coverage doesn't know is replaced by the nearest that it does."""
    terms: dict[str, float] = {}
    names_unknown = False
    corrections: dict[str, str] = {}
    for term, word in query_terms(question):
        if not index.knows(term):
            if nearest := index.speller.nearest(word.text):
                corrections[question[word.start : word.end]] = nearest
                term = stem(nearest)
            elif _is_name(question, word) and not index.knows_relatives(term):
                names_unknown = True
        factor = WEAK_FACTOR if word.text in WEAK_WORDS else 1.0
        terms[term] = max(factor, terms.get(term, 0))
    return Understanding(Query(terms, asked_for(question), filters), corrections, names_unknown)


def _is_name(question: str, word: Word) -> bool:
    """Whether a word looks like a name: it has a capital where a sentence doesn't begin, or is no English word."""
    begins = not question[: word.start].strip() or question[: word.start].rstrip().endswith((".", "!", "?"))
    return (question[word.start].isupper() and not begins) or not is_english(word.text)
