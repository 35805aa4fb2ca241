"""A question to an answer."""

from __future__ import annotations

from datetime import date

from knowledge.answering.links import link_to
from knowledge.answering.reports import grouped
from knowledge.answering.strength import strength
from knowledge.answering.understanding import Understanding, understand
from knowledge.language.terms import index_terms, words
from knowledge.models import Answer, Article, Fact, Filters, Report, Span
from knowledge.search.index import Hit, Index

_NEAREST = 3
_REPORTS = 20
"""Hits looked at beyond those asked for, so that reports of the same fact are found and counted."""


def answer(question: str, index: Index, filters: Filters | None, limit: int, threshold: float) -> Answer:
    """The best `limit` facts for a question, or the nearest articles where none reaches the threshold."""
    understanding = understand(question, index, filters)
    hits = index.search(understanding.query, limit + _REPORTS)
    strong = strength(understanding, hits, index)
    answered = bool(hits) and strong >= threshold
    return Answer(
        question=question,
        answered=answered,
        strength=round(strong, 4),
        facts=tuple(_fact(group, understanding) for group in grouped(hits)[:limit]) if answered else (),
        nearest=() if answered else _nearest(hits),
        corrections=understanding.corrections,
        since=date.fromordinal(index.span[0]) if index.span else None,
        until=date.fromordinal(index.span[1]) if index.span else None,
    )


def _fact(group: list[Hit], understanding: Understanding) -> Fact:
    best, *others = group
    return Fact(
        sentence=best.sentence,
        article=best.article,
        score=best.score,
        matched=_matched(best.sentence.text, frozenset(understanding.query.terms)),
        link=link_to(best.article, best.sentence),
        also_reported_by=_reports(best.article, others),
    )


def _reports(article: Article, others: list[Hit]) -> tuple[Report, ...]:
    """One report an article, the article itself left out."""
    reports: dict[str, Report] = {}
    for hit in others:
        if hit.article.id != article.id and hit.article.id not in reports:
            reports[hit.article.id] = Report(hit.article, hit.sentence, link_to(hit.article, hit.sentence))
    return tuple(reports.values())


def _matched(text: str, terms: frozenset[str]) -> tuple[Span, ...]:
    """The spans of the words that stand for one of the terms."""
    return tuple((word.start, word.end) for word in words(text) if not terms.isdisjoint(index_terms(word.text)))


def _nearest(hits: list[Hit]) -> tuple[Article, ...]:
    articles = {hit.article.id: hit.article for hit in hits}
    return tuple(articles.values())[:_NEAREST]
