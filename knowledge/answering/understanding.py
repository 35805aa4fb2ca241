"""What a question asks, in the words of the coverage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from knowledge.language.dictionary import is_common, is_english
from knowledge.language.expectations import asked_for
from knowledge.language.spelling import SHORTEST
from knowledge.language.terms import CHAT_WORDS, STOP_WORDS, WEAK_WORDS, Word, stem, words
from knowledge.language.transliteration import sound
from knowledge.models import Filters
from knowledge.search.index import Index
from knowledge.search.query import Phrase, Query
from knowledge.search.weights import Weights

Names = Mapping[Phrase, float]
"""Other names, each with the factor by which it counts less."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """A query, the words that were corrected on the way to it, and whether it names what the coverage doesn't know."""

    query: Query
    corrections: Mapping[str, str]
    names_unknown: bool

    @property
    def telling_terms(self) -> frozenset[str]:
        """The terms without those that a question has for its form, and those of their other names."""
        telling = [term for term, factor in self.query.terms.items() if factor == 1]
        others = [part for term in telling for phrase in self.query.also.get(term, ()) for part in phrase]
        return frozenset((*telling, *others))


def understand(question: str, index: Index, filters: Filters | None = None) -> Understanding:
    """Terms of the question with their other names; a word that the coverage doesn't know is replaced by the nearest
    that it does."""
    listed = list(words(question))
    names = _other_names(question, listed, index)
    terms: dict[str, float] = {}
    also: dict[str, Names] = {}
    names_unknown = False
    corrections: dict[str, str] = {}
    for place, word in enumerate(listed):
        if word.text in STOP_WORDS:
            continue
        term, others = stem(word.text), names.get(place, {})
        if index.knows(term):
            others = {**_other_spellings(word.text, index), **others}
        elif nearest := _nearest(word.text, index) if not others else None:
            corrections[question[word.start : word.end]] = nearest
            term = stem(nearest)
        elif not others and _is_name(question, word) and not index.knows_relatives(term):
            names_unknown = True
        factor = _factor(word.text, index.weights)
        terms[term] = max(factor, terms.get(term, 0))
        if others:
            also[term] = {**also.get(term, {}), **others}
    query = Query(terms, asked_for(question), filters, also, question)
    return Understanding(query, corrections, names_unknown)


def _factor(word: str, weights: Weights) -> float:
    if word in CHAT_WORDS:
        return weights.chat_factor
    return weights.weak_factor if word in WEAK_WORDS else 1.0


def _other_names(question: str, listed: Sequence[Word], index: Index) -> dict[int, Names]:
    """For the place of each word of a name, the other names for it that the coverage knows."""
    found: dict[int, Names] = {}
    for naming in index.aliases.found_in(question, listed):
        names = {
            other.terms: index.weights.stand_in_factor if other.is_stand_in else index.weights.other_name_factor
            for other in naming.others
            if all(map(index.knows, other.terms))
        }
        found |= dict.fromkeys(range(naming.first, naming.end), names)
    return found


def _other_spellings(name: str, index: Index) -> Names:
    """The other spellings of a name that the coverage has."""
    if len(name) < SHORTEST:
        return {}
    others = index.names_sounding(sound(name)) - {name}
    return (
        {} if not others or is_common(name) else {(stem(other),): index.weights.other_name_factor for other in others}
    )


def _nearest(word: str, index: Index) -> str | None:
    """The word of the coverage that an unknown one stands for: a name of the same sound, else the speller's."""
    if len(word) < SHORTEST or not word.isalpha():
        return None
    alike = index.names_sounding(sound(word))
    if alike and not is_common(word):
        return min(alike, key=lambda name: (OSA.distance(word, name), name))
    return index.speller.nearest(word)


def _is_name(question: str, word: Word) -> bool:
    """Whether a word looks like a name: it has a capital where a sentence doesn't begin, or is no English word."""
    begins = not question[: word.start].strip() or question[: word.start].rstrip().endswith((".", "!", "?"))
    return (question[word.start].isupper() and not begins) or not is_english(word.text)
