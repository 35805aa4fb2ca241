"""Reports that give another figure on the same thing, to be shown side by side, without judging."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from knowledge.answering.holding import terms_of
from knowledge.answering.links import link_to
from knowledge.language.anaphora import leans_back
from knowledge.language.dates.forms import MONTH_NAMES, WEEKDAYS
from knowledge.language.dates.in_text import dates_in
from knowledge.language.expectations import Holds
from knowledge.language.figures.in_text import figures, stated_apart
from knowledge.language.figures.pairs import Pair, paired, unlike
from knowledge.language.lexicon import NONE, relatives
from knowledge.language.terms import STOP_WORDS, stem, words_of
from knowledge.models import Report
from knowledge.search.index import Hit

_SHARED_TERMS = 0.5
"""Share of the shorter sentence's terms that stand in the other, from which both speak of one thing."""
_LEAST_TERMS = 3
_SHARED_QUESTION = 0.5
"""Share of what is asked that both reports hold, from which both answer it."""
_LEAST_SCORE = 0.3
"""Of the fact's, from which a report is on what was asked."""
_NO_NAMES = STOP_WORDS.union(WEEKDAYS, MONTH_NAMES)
_SINCE = re.compile(r"\bsince\b[^,.;]{0,40}$", re.IGNORECASE)
"""Before a year that tells when it began, not when the figure was true."""


def differing(fact: Hit, others: Sequence[Hit], asked: Collection[str]) -> tuple[Report, ...]:
    """Reports of other articles with another figure than the fact on the same thing, the newest last.

    `others` are what else was found that holds a number, `asked` the telling terms of the question. One report an
    article; those without a date come first.
    """
    if not fact.holds(Holds.NUMBER) or not any(figure.head for figure in figures(fact.text)):
        return ()
    found = {fact.article_id: fact}
    for hit in others:
        if hit.article_id not in found and _contrasts(fact, hit, asked):
            found[hit.article_id] = hit
    ordered = sorted((hit for hit in found.values() if hit is not fact), key=_day)
    return tuple(Report(hit.article, hit.sentence, link_to(hit.article, hit.sentence)) for hit in ordered)


def _day(hit: Hit) -> int:
    return hit.article.published.toordinal() if hit.article.published else 0


def _contrasts(fact: Hit, hit: Hit, asked: Collection[str]) -> bool:
    pairs = list(unlike(paired(figures(fact.text), figures(hit.text)), stated_apart))
    return (
        bool(pairs)
        and (_alike(fact.text, hit.text) or _both_answer(fact, hit, pairs, asked))
        and _one_event(fact, hit, asked)
    )


def _alike(one: str, other: str) -> bool:
    ours, theirs = _terms(one), _terms(other)
    shared = len(ours & theirs)
    return shared >= _LEAST_TERMS and shared >= _SHARED_TERMS * min(len(ours), len(theirs))


def _both_answer(fact: Hit, hit: Hit, pairs: Sequence[Pair], asked: Collection[str]) -> bool:
    """Whether the question asks for what the figures count, and both hold the rest of what it asks."""
    kinds = {kind for term in asked for kind in _kinds(term)}
    counted = {unit for pair in pairs for unit in pair[0].unit & pair[1].unit}
    rest = {term for term in asked if not _kinds(term) & counted}
    held = rest & _about(fact) & _about(hit)
    return bool(kinds & counted and held) and (
        len(held) >= _SHARED_QUESTION * len(rest) and hit.score >= _LEAST_SCORE * fact.score
    )


def _kinds(term: str) -> frozenset[str]:
    """What is counted where a term follows a number: "killed" counts deaths."""
    return frozenset().union(*(figure.unit for figure in figures(f"2 {term}")))


def _about(hit: Hit) -> frozenset[str]:
    return _terms(hit.article.title).union(*map(_terms, hit.texts_around()))


def _one_event(fact: Hit, hit: Hit, asked: Collection[str]) -> bool:
    """Whether nothing says that they tell of two events: most names asked for stand in or around both sentences, or
    any name where none was asked for, and the years are not others. Most, for what is asked has its other names too."""
    ours, theirs = _names_around(fact), _names_around(hit)
    wanted = {name for name in ours | theirs if name in asked}
    both = ours & theirs
    same_names = 2 * len(wanted & both) > len(wanted) if wanted else bool(both)
    return same_names and not _other_year(fact, hit)


def _names_around(hit: Hit) -> frozenset[str]:
    """The names, as terms, in the sentence and its neighbours, and what is derived from them: Syria of "Syrian"."""
    names = frozenset().union(*map(_names, hit.texts_around()))
    return names.union(*(relatives(name).derived for name in names))


def _other_year(fact: Hit, hit: Hit) -> bool:
    """Whether one tells of a year that is none of the other's, stated or, where it states none, of its article."""
    ours, theirs = _years(fact), _years(hit)
    if not ours and not theirs:
        return False
    ours, theirs = ours or _year_published(fact), theirs or _year_published(hit)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _years(hit: Hit) -> frozenset[int]:
    """The years stated in the sentence, or in the one before where it leans on that."""
    texts = [hit.text]
    if leans_back(hit.text):
        texts += (sentence.text for sentence in hit.around() if sentence.position < hit.sentence.position)
    return next(filter(None, map(_years_in, texts)), frozenset())


@lru_cache(maxsize=1 << 10)
def _years_in(text: str) -> frozenset[int]:
    told = [
        dated for dated in dates_in(text, None) if not _SINCE.search(text, max(0, dated.span[0] - 60), dated.span[0])
    ]
    return frozenset(year for dated in told for year in (dated.first.year, dated.last.year))


def _year_published(hit: Hit) -> frozenset[int]:
    return frozenset({hit.article.published.year} if hit.article.published else ())


@lru_cache(maxsize=1 << 11)
def _names(text: str) -> frozenset[str]:
    """The names of a text, as terms: words with a capital but days and months; what begins it, only where the lexicon
    has nothing on it."""
    found = words_of(text)
    return frozenset(
        stem(word.text)
        for word in found
        if text[word.start].isupper()
        and word.text not in _NO_NAMES
        and (word is not found[0] or relatives(stem(word.text)) == NONE)
    )


def _terms(text: str) -> frozenset[str]:
    """The terms of a text, numbers left out."""
    return frozenset(term for term in terms_of([text]) if not term[0].isdigit())
