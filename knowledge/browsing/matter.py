"""What an article is about, as terms, and which other articles are about the same."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import nlargest

import numpy as np
from numpy.typing import NDArray

from knowledge.answering.holding import terms_of
from knowledge.language.terms import CHAT_WORDS, WEAK_WORDS, stem
from knowledge.models import Article, Filters
from knowledge.search.index import Index
from knowledge.search.segment import Segment

_UNSEEN = 50
"""Articles that are taken to be there besides those that are, so that in a small coverage what most of them share still
tells something (additive smoothing)."""
_FROM_TITLE = 2
"""How many sentences more a term of the title is taken to stand in."""
_UNTELLING = frozenset(map(stem, WEAK_WORDS | CHAT_WORDS | {"say"}))

_MOST_TERMS = 30
"""Terms of an article by which others are found."""
_LEAST_TERMS = 4
_LEAST_SHARE = 0.2
"""Of the weight of these terms, that another article on the same matter has."""


def matter(article: Article, sentences: Sequence[str], index: Index) -> Mapping[str, float]:
    """What each telling term of an article weighs in it: (1 + ln tf) x ln((A + 50) / df), tf in sentences, df in the A
    articles."""
    counts = Counter(term for sentence in sentences for term in terms_of([sentence]) - _UNTELLING)
    for term in counts.keys() & terms_of([article.title]):
        counts[term] += _FROM_TITLE
    return {term: (1 + math.log(count)) * rarity(term, index) for term, count in counts.items()}


def rarity(term: str, index: Index) -> float:
    """The inverse frequency of a term among the articles: ln((A + 50) / df)."""
    articles = sum(int(segment.live.sum()) for segment in index.segments)
    holding = sum(len(segment.articles_holding(term)) for segment in index.segments)
    return math.log((articles + _UNSEEN) / max(1, holding))


def related(article: Article, about: Mapping[str, float], index: Index, filters: Filters, limit: int) -> list[Article]:
    """The articles that share the most of what one is about, the nearest first; none that share only little.

    `about` is what its terms weigh in it.
    """
    heaviest = dict(nlargest(_MOST_TERMS, about.items(), key=lambda item: (item[1], item[0])))
    least = _LEAST_SHARE * sum(heaviest.values())
    found: list[tuple[float, int, Article]] = []
    for segment in index.segments:
        weights, shared = _shared(segment, heaviest)
        is_near = (weights >= least) & (shared >= _LEAST_TERMS) & segment.allowed_articles(filters)
        near = np.flatnonzero(is_near)
        keys = segment.article_key
        best = near[np.lexsort((keys[near], -weights[near]))[: limit + 1]].tolist()  # the article itself is among them
        others = ((-float(weights[number]), int(keys[number]), segment.article_numbered(number)) for number in best)
        found += [one for one in others if one[-1].id != article.id]
    return [other for *_, other in sorted(found, key=lambda one: one[:2])[:limit]]


def _shared(segment: Segment, weights: Mapping[str, float]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """What the terms that each article holds weigh together, and how many they are, both (articles,)."""
    total, count = np.zeros(segment.article_count), np.zeros(segment.article_count, np.int64)
    for term, weight in weights.items():
        holding = segment.articles_holding(term)
        total[holding] += weight
        count[holding] += 1
    return total, count
