"""What a question asks, in the words of the coverage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from knowledge.language.aliases import Naming
from knowledge.language.common_words import foreign_words
from knowledge.language.dictionary import is_common, is_english, nearest_english
from knowledge.language.expectations import asked_for
from knowledge.language.spelling import SHORTEST
from knowledge.language.terms import (
    CHAT_WORDS,
    STOP_WORDS,
    WEAK_WORDS,
    WORDS_TO_A_BOT,
    Word,
    fold,
    forms,
    stem,
    words_of,
)
from knowledge.language.transliteration import sound
from knowledge.models import Filters
from knowledge.search.index import Index
from knowledge.search.query import Phrase, Query
from knowledge.search.vocabulary import Vocabulary
from knowledge.search.weights import Weights

Names = Mapping[Phrase, float]
"""Other names, each with the factor by which it counts less."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """A query, and what is known of its words.

    `corrections` are the words that were corrected on the way to it. `telling` are the terms without those that a
    question has for its form, `names` those of them that have a capital. `called` are the names asked for that are in
    the list of other names, `apart` the terms beside them. Of the telling terms and their other names, `alone` are the
    terms that tell by themselves, and `together` the names of several words. `words_unknown` says that the coverage
    knows one of the telling terms neither by itself nor by another name, `names_unknown` that it looks like a name.
    """

    query: Query
    corrections: Mapping[str, str]
    telling: frozenset[str]
    names: frozenset[str]
    called: tuple[Phrase, ...]
    apart: frozenset[str]
    alone: frozenset[str]
    together: tuple[Phrase, ...]
    words_unknown: bool
    names_unknown: bool


def understand(question: str, index: Index, filters: Filters | None = None) -> Understanding:
    """Terms of the question with their other names; a word that the coverage doesn't know is replaced by the nearest
    that it does."""
    listed = words_of(question)
    known = index.vocabulary(filters.publishers if filters else ())
    namings = list(index.aliases.found_in(question, listed))
    names = _other_names(namings, known)
    read = [_read(word, names.get(place, {}), known, question) for place, word in enumerate(listed)]
    asked = [term for term in read if term.text not in STOP_WORDS]
    factors: dict[str, float] = {}
    also: dict[str, Names] = {}
    for term in asked:
        factors[term.stem] = max(_factor(term.text, index.weights), factors.get(term.stem, 0))
        if term.others:
            also[term.stem] = {**also.get(term.stem, {}), **term.others}
    repairs = {term.word: term.text for term in read if term.text != term.word.text}
    meant = _repaired(question, repairs)
    telling = frozenset(term for term, factor in factors.items() if factor == 1)
    if all(term.text in WORDS_TO_A_BOT for term in asked if term.stem in telling):
        telling = frozenset()
    called = [name for naming in namings if (name := _asked(read[naming.first : naming.end]))]
    apart = frozenset(factors).difference(*called)
    phrases = [name for name in called if not telling.isdisjoint(name)]
    phrases += (name for term, others in also.items() if term in telling for name in others)
    unknown = [term for term in asked if term.stem in telling and not term.others and not known.knows(term.stem)]
    return Understanding(
        query=Query(factors, asked_for(meant), filters, also, meant),
        corrections=dict(_as_written(question, word, text) for word, text in repairs.items()),
        telling=telling,
        names=telling.intersection(term.stem for term in asked if _has_capital(question, term.word)),
        called=tuple(called),
        apart=apart,
        alone=(telling & apart).union(name[0] for name in phrases if len(name) == 1),
        together=tuple(name for name in phrases if len(name) > 1),
        words_unknown=bool(unknown),
        names_unknown=any(_is_unknown_name(question, term, known) for term in unknown),
    )


class _Term(NamedTuple):
    """A word of a question as it is meant: its folded text and stem, and its other names and spellings."""

    word: Word
    text: str
    stem: str
    others: Names


def _read(word: Word, others: Names, known: Vocabulary, question: str) -> _Term:
    """A word of a question as it is meant: one that the coverage knows by no name is repaired."""
    if word.text in STOP_WORDS:
        return _Term(word, word.text, word.text, {})
    term = next(filter(known.knows, forms(word.text)), stem(word.text))
    if known.knows(term):
        return _Term(word, word.text, term, {**_other_spellings(word.text, known), **others})
    meant = None if others else _nearest(word.text, known, question)
    return _Term(word, meant, stem(meant), {}) if meant else _Term(word, word.text, term, others)


def _asked(read: Iterable[_Term]) -> Phrase:
    return tuple(term.stem for term in read if term.text not in STOP_WORDS)


def _as_written(question: str, word: Word, meant: str) -> tuple[str, str]:
    """A word as it was asked, and what was meant with a capital where it had one."""
    asked = question[word.start : word.end]
    return asked, meant.capitalize() if asked[0].isupper() else meant


def _repaired(question: str, repairs: Mapping[Word, str]) -> str:
    """The question with the words that were meant."""
    for word in sorted(repairs, key=lambda word: word.start, reverse=True):
        question = question[: word.start] + repairs[word] + question[word.end :]
    return question


def _factor(word: str, weights: Weights) -> float:
    if word in CHAT_WORDS:
        return weights.chat_factor
    return weights.weak_factor if word in WEAK_WORDS else 1.0


def _other_names(namings: Iterable[Naming], known: Vocabulary) -> dict[int, Names]:
    """For the place of each word of a name, the other names for it that the coverage knows."""
    found: dict[int, Names] = {}
    for naming in namings:
        names = {
            other.terms: known.weights.stand_in_factor if other.is_stand_in else known.weights.other_name_factor
            for other in naming.others
            if all(map(known.knows, other.terms))
        }
        found |= dict.fromkeys(range(naming.first, naming.end), names)
    return found


def _other_spellings(name: str, known: Vocabulary) -> Names:
    """The other spellings of a name that the coverage has."""
    if len(name) < SHORTEST or is_common(name):
        return {}
    others = known.names_sounding(sound(name)) - {name}
    return {(stem(other),): known.weights.other_name_factor for other in others}


def _is_foreign(question: str, known: Vocabulary) -> bool:
    """Whether a question is in a language that neither is English nor has words in the coverage."""
    foreign = foreign_words(question)
    return 2 * sum(not known.knows(stem(fold(word))) for word in foreign) > len(foreign)


def _nearest(word: str, known: Vocabulary, question: str) -> str | None:
    """The word that an unknown one stands for: one of the coverage, else one of English whose relatives it has."""
    if len(word) < SHORTEST or not word.isalpha():
        return None
    if _is_foreign(question, known):
        return known.nearest_name(word)
    if nearest := known.nearest(word):
        return nearest
    english = nearest_english(word)
    related = english and (known.knows(stem(english)) or known.knows_relatives(stem(english)))
    return english if related else None


def _is_unknown_name(question: str, term: _Term, known: Vocabulary) -> bool:
    """Whether a word that isn't known looks like a name: by its capital, or since it is no English word."""
    looks_so = _has_capital(question, term.word) or not is_english(term.text)
    return looks_so and not known.knows_relatives(term.stem)


def _has_capital(question: str, word: Word) -> bool:
    """Whether a word has a capital where no sentence begins."""
    if not question[word.start].isupper():
        return False
    before = question[: word.start].rstrip()
    return bool(before) and not before.endswith((".", "!", "?"))
