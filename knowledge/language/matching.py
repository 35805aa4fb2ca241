"""Which terms a text holds, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from knowledge.language.lexicon import irregular_forms
from knowledge.language.terms import folded_words, forms, index_terms, spans

Phrase = tuple[str, ...]


def matches(sentence: str, terms: frozenset[str], phrases: Iterable[Phrase] = ()) -> list[tuple[int, int]]:
    """The spans of the words of a sentence that stand for one of the terms, or side by side for those of a phrase."""
    read = _read(sentence)
    places = {place for place, found in read.forms_among(terms) if not terms.isdisjoint(found)}
    places.update(place for phrase in phrases for place in _places(phrase, read))
    return [read.spans[place] for place in sorted(places)]


def terms_among(wanted: frozenset[str], text: str) -> frozenset[str]:
    """Those of the terms under which a text is found, as `index_terms` tells."""
    read = _read(text)
    if "-" in text or read.is_known:  # parts with a hyphen between are joined
        return wanted & read.terms
    return wanted.intersection(form for _, found in read.forms_among(wanted) for form in found)


def _places(phrase: Phrase, read: _Read) -> Iterator[int]:
    """The places of the words that stand for the terms of a phrase, with nothing but stop words between."""
    if not read.terms.issuperset(phrase):
        return
    telling = [place for place, found in enumerate(read.forms) if found]
    for first in range(len(telling) - len(phrase) + 1):
        places = telling[first : first + len(phrase)]
        if all(term in read.forms[place] for term, place in zip(phrase, places, strict=True)):
            yield from places


class _Read:
    """A text whose words are looked at: at first those that may have the terms asked for, which are few, and when it
    comes again all, which are then at hand."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words = folded_words(text)
        self.is_known = False

    def forms_among(self, terms: Iterable[str]) -> Iterable[tuple[int, Sequence[str]]]:
        """The places of all words that may have one of the terms, each with the word's forms."""
        if self.is_known:
            return enumerate(self.forms)
        self.is_known = True
        letters, irregular = {term[0] for term in terms}, irregular_forms()
        # A stem begins as its word does, but for irregular forms.
        may_be = (at for at, word in enumerate(self._words) if word[0] in letters or word in irregular)
        return [(at, forms(self._words[at])) for at in may_be]

    @cached_property
    def forms(self) -> Sequence[Sequence[str]]:
        """The forms of each word."""
        return list(map(forms, self._words))

    @cached_property
    def terms(self) -> frozenset[str]:
        """All terms under which the text is found."""
        return frozenset(index_terms(self._text))

    @cached_property
    def spans(self) -> Sequence[tuple[int, int]]:
        """The span of each word."""
        return spans(self._text)


_read = lru_cache(maxsize=1 << 11)(_Read)
