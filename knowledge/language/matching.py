"""Which terms a text holds, and where: only words that may have one of them are stemmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from knowledge.language.lexicon import irregular_forms
from knowledge.language.terms import folded_words, forms, index_terms, spans_at


def matches(sentence: str, terms: frozenset[str], phrases: Iterable[tuple[str, ...]] = ()) -> list[tuple[int, int]]:
    """The spans of the words of a sentence that stand for one of the terms, or side by side for those of a phrase."""
    places = {place for place, form in _forms_among(terms, folded_words(sentence)) if form in terms}
    places.update(place for phrase in phrases for place in _places(phrase, sentence))
    return spans_at(places, sentence) if places else []


def terms_among(wanted: Iterable[str], text: str) -> frozenset[str]:
    """Those of the terms under which a text is found, as `index_terms` tells, with few of its words stemmed."""
    terms = frozenset(wanted)
    found = [form for _, form in _forms_among(terms, folded_words(text))]
    if "-" in text:
        found += index_terms(text)  # for the parts that are joined
    return terms.intersection(found)


def _forms_among(terms: Iterable[str], listed: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The forms of all words that may have one of the terms, each with the word's place.

    A stem begins as its word does, but for irregular forms.
    """
    letters, irregular = {term[0] for term in terms}, irregular_forms()
    for place, word in enumerate(listed):
        if word[0] in letters or word in irregular:
            for form in forms(word):
                yield place, form


def _places(phrase: tuple[str, ...], sentence: str) -> Iterator[int]:
    """The places of the words that stand for the terms of a phrase, with nothing but stop words between."""
    if not _all_forms_of(sentence).issuperset(phrase):
        return
    found = _forms_of(sentence)
    telling = [place for place, its_forms in enumerate(found) if its_forms]
    for first in range(len(telling) - len(phrase) + 1):
        places = telling[first : first + len(phrase)]
        if all(term in found[place] for term, place in zip(phrase, places, strict=True)):
            yield from places


@lru_cache(maxsize=1 << 10)
def _forms_of(sentence: str) -> tuple[tuple[str, ...], ...]:
    return tuple(map(forms, folded_words(sentence)))


@lru_cache(maxsize=1 << 10)
def _all_forms_of(sentence: str) -> frozenset[str]:
    return frozenset(form for its_forms in _forms_of(sentence) for form in its_forms)
