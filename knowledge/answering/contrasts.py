"""Reports that give another figure on the same thing, to be shown side by side, without judging."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from knowledge.answering.links import link_to
from knowledge.language.expectations import Holds
from knowledge.language.figures.in_text import Figure, differ, figures, same_thing
from knowledge.language.terms import STOP_WORDS, stem, words_of
from knowledge.models import Article, Report
from knowledge.search.index import Hit

_SHARED_TERMS = 0.5
"""Share of the shorter sentence's terms that stand in the other, from which both speak of one thing."""
_LEAST_TERMS = 3
_SHARED_QUESTION = 0.5
"""Share of what is asked that both reports hold, from which both answer it."""
_LEAST_SCORE = 0.3
"""Of the fact's, from which a report is on what was asked."""


def differing(fact: Hit, others: Sequence[Hit], asked: Collection[str]) -> tuple[Report, ...]:
    """Reports of other articles with another figure than the fact on the same thing, the newest last.

    `asked` are the telling terms of the question. One report an article; those without a date come first.
    """
    found: dict[str, Hit] = {}
    if _has_numbers(fact):
        for hit in others:
            if hit.article.id not in {fact.article.id, *found} and _has_numbers(hit) and _contrasts(fact, hit, asked):
                found[hit.article.id] = hit
    ordered = sorted(found.values(), key=_day)
    return tuple(Report(hit.article, hit.sentence, link_to(hit.article, hit.sentence)) for hit in ordered)


def _has_numbers(hit: Hit) -> bool:
    return hit.holds(Holds.NUMBER)


def _day(hit: Hit) -> int:
    return hit.article.published.toordinal() if hit.article.published else 0


def _contrasts(fact: Hit, hit: Hit, asked: Collection[str]) -> bool:
    pairs = list(_differing_figures(fact.sentence.text, hit.sentence.text))
    return bool(pairs) and (_alike(fact.sentence.text, hit.sentence.text) or _both_answer(fact, hit, pairs, asked))


def _differing_figures(one: str, other: str) -> Iterator[tuple[Figure, Figure]]:
    """Figures on the same thing that differ, unless one of them stands in both sentences."""
    ours, theirs = figures(one), figures(other)
    pairs = [(mine, yours) for mine in ours for yours in theirs if same_thing(mine, yours)]
    agreeing = {figure for pair in pairs if not differ(*pair) for figure in pair}
    return (pair for pair in pairs if agreeing.isdisjoint(pair))


def _alike(one: str, other: str) -> bool:
    ours, theirs = _terms(one), _terms(other)
    shared = len(ours & theirs)
    return shared >= _LEAST_TERMS and shared >= _SHARED_TERMS * min(len(ours), len(theirs))


def _both_answer(fact: Hit, hit: Hit, pairs: Sequence[tuple[Figure, Figure]], asked: Collection[str]) -> bool:
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
    return _terms(hit.sentence.text) | _title_terms(hit.article)


def _title_terms(article: Article) -> frozenset[str]:
    return _terms(article.title)


@lru_cache(maxsize=1 << 11)
def _terms(text: str) -> frozenset[str]:
    """The terms of a text, numbers left out."""
    return frozenset(
        stem(word.text) for word in words_of(text) if word.text not in STOP_WORDS and not word.text[0].isdigit()
    )
