"""A question to an answer."""

from __future__ import annotations

from datetime import date

from knowledge.answering.links import link_to
from knowledge.answering.reports import grouped
from knowledge.answering.strength import strength
from knowledge.answering.understanding import Understanding, understand
from knowledge.language.terms import matches
from knowledge.models import Answer, Article, Fact, Filters, Report
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
        matched=tuple(matches(best.sentence.text, understanding.telling_terms)),
        link=link_to(best.article, best.sentence),
        also_reported_by=_reports(best.article, others),
    )


def _reports(article: Article, others: list[Hit]) -> tuple[Report, ...]:
    """One report an article, the article itself left out."""
    first = {hit.article.id: hit for hit in reversed(others) if hit.article.id != article.id}
    return tuple(Report(hit.article, hit.sentence, link_to(hit.article, hit.sentence)) for hit in first.values())


def _nearest(hits: list[Hit]) -> tuple[Article, ...]:
    articles: dict[str, Article] = {}
    for hit in hits:
        articles.setdefault(hit.article.id, hit.article)
        if len(articles) == _NEAREST:
            break
    return tuple(articles.values())
