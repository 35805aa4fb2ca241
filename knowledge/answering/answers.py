"""A question to an answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from knowledge.answering.contrasts import differing
from knowledge.answering.links import link_to
from knowledge.answering.reports import grouped, reports
from knowledge.answering.strength import strength
from knowledge.answering.understanding import Understanding, understand
from knowledge.answering.variety import varied
from knowledge.language.expectations import Holds
from knowledge.language.restrictions.in_question import narrowest, restrictions_in
from knowledge.language.terms import matches
from knowledge.models import Answer, Article, Fact, Filters
from knowledge.search.index import Hit, Index

_NEAREST = 3
_REPORTS = 20
"""Hits looked at beyond those asked for, so that reports of the same fact are found and counted."""


def answer(
    question: str, index: Index, filters: Filters | None, limit: int, threshold: float, today: date | None = None
) -> Answer:
    """The best `limit` facts for a question, or the nearest articles where none reaches the threshold.

    Restrictions in the question's words count as filters. Those that may as well speak of the time of the event are
    left out where the question isn't answered with them. "Last week" is the one before `today`, by default this day.
    """
    restricted = restrictions_in(question, index.publishers, today or datetime.now().astimezone().date())
    every, firm = restricted.filters, restricted.firm
    if every != firm:
        asked = restricted.asking(firm_only=False)
        strict = _answer(question, asked, index, _restricted_to(every, filters), limit, threshold)
        if strict.answered:
            return strict
    asked = restricted.asking(firm_only=True)
    return _answer(question, asked, index, _restricted_to(firm, filters), limit, threshold)


def _restricted_to(words: Filters, options: Filters | None) -> Filters:
    return narrowest([options, words]) if options else words


def _answer(question: str, asked: str, index: Index, filters: Filters, limit: int, threshold: float) -> Answer:
    """The answer to a question, which is asked in these words."""
    understanding = understand(asked, index, filters)
    hits = index.search(understanding.query, limit + _REPORTS)
    strong = strength(understanding, hits, index)
    answered = bool(hits) and strong >= threshold
    since, until = index.span(filters.publishers)
    return Answer(
        question=question,
        answered=answered,
        strength=round(strong, 4),
        facts=_facts(varied(grouped(hits)), understanding, limit) if answered else (),
        nearest=() if answered else _nearest(hits),
        corrections=understanding.corrections,
        since=since,
        until=until,
        filters=filters,
    )


def _facts(groups: Sequence[Sequence[Hit]], understanding: Understanding, limit: int) -> tuple[Fact, ...]:
    numbered = [group[0] for group in groups if group[0].holds(Holds.NUMBER)]
    return tuple(fact_of(group, understanding, numbered) for group in groups[:limit])


def fact_of(group: Sequence[Hit], understanding: Understanding, others: Sequence[Hit] = ()) -> Fact:
    """The fact that a group of hits tells, contrasted with `others`, which hold numbers."""
    best = group[0]
    return Fact(
        sentence=best.sentence,
        article=best.article,
        score=best.score,
        matched=tuple(matches(best.text, understanding.alone, understanding.together)),
        link=link_to(best.article, best.sentence),
        also_reported_by=reports(group),
        differing=differing(best, others, understanding.telling),
    )


def _nearest(hits: list[Hit]) -> tuple[Article, ...]:
    articles: dict[str, Article] = {}
    for hit in hits:
        if hit.article_id not in articles:
            articles[hit.article_id] = hit.article
        if len(articles) == _NEAREST:
            break
    return tuple(articles.values())
