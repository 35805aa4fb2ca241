"""What a claim and a fact tell otherwise: figures, ordinals, days, each with its place in both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.language.dates.in_text import DateInText, dates_in
from knowledge.language.figures.in_text import Figure, differ, figures
from knowledge.language.figures.ordinals import ordinals, same_row
from knowledge.language.figures.pairs import Pair, paired
from knowledge.language.lexicon import close_relatives
from knowledge.language.terms import STOP_WORDS, WEAK_WORDS, stem, words, words_of
from knowledge.models import Fact, Span

_ON_THE_DAY = frozenset({"", "in", "on", "at", "during"})
"""Prepositions with which a date tells when something happened."""
_UNTELLING = STOP_WORDS | WEAK_WORDS

Mark = tuple[Span, Span]
"""A span in the message, and one in the sentence."""


def marked(message: str, claim: Span, claimed: Sequence[Figure], fact: Fact) -> Iterator[Mark]:
    """What the claim and the fact tell otherwise, in the order of the message."""
    told = [*_figures(claimed, fact), *_ordinals(message, claim, fact), *_dates(message, claim, fact)]
    yield from sorted(told)


def alike(claimed: Sequence[Figure], sentence: str) -> list[Pair]:
    """The figures claimed, each with those on the same thing in a sentence."""
    return paired(claimed, figures(sentence))


def _figures(claimed: Sequence[Figure], fact: Fact) -> Iterator[Mark]:
    """Each figure claimed with the first on the same thing in the fact, where none there agrees with it."""
    pairs = alike(claimed, fact.sentence.text)
    for figure in claimed:
        told = [theirs for ours, theirs in pairs if ours is figure]
        if told and all(differ(figure, theirs) for theirs in told):
            yield figure.span, told[0].span


def _ordinals(message: str, claim: Span, fact: Fact) -> Iterator[Mark]:
    """Each ordinal claimed with the first on the same thing, where all there are others and the rest is told."""
    for ours in ordinals(message):
        if not claim[0] <= ours.span[0] < claim[1]:
            continue
        told = [theirs for theirs in ordinals(fact.sentence.text) if same_row(ours, theirs)]
        if told and all(ours.place != theirs.place for theirs in told) and _held(message, claim, ours.span, fact):
            yield ours.span, told[0].span


def _dates(message: str, claim: Span, fact: Fact) -> Iterator[Mark]:
    """The date claimed with that of the fact, where each states one, all are others and the rest is told."""
    ours = [dated for dated in dates_in(message, None) if claim[0] <= dated.span[0] < claim[1]]
    stated = [dated for dated in dates_in(fact.sentence.text, None) if dated.relation in _ON_THE_DAY]
    if len(ours) != 1 or ours[0].relation not in _ON_THE_DAY or not stated:
        return
    told = dates_in(fact.sentence.text, fact.article.published)
    if not any(_meet(ours[0], theirs) for theirs in told) and _held(message, claim, ours[0].span, fact):
        yield ours[0].span, stated[0].span


def _meet(one: DateInText, other: DateInText) -> bool:
    return one.first <= other.last and other.first <= one.last


def _held(message: str, claim: Span, besides: Span, fact: Fact) -> bool:
    """Whether the fact holds all telling terms of the claim, or words that mean the same, but those at `besides`."""
    rest = f"{message[claim[0] : besides[0]]} {message[besides[1] : claim[1]]}"
    terms = {stem(word.text) for word in words(rest) if word.text not in _UNTELLING}
    held = {stem(word.text) for word in words_of(fact.sentence.text)}
    return bool(terms) and all(term in held or not held.isdisjoint(close_relatives(term)) for term in terms)
