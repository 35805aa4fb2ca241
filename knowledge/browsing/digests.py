"""An article in short, by sentences of its own: those nearest to the centroid of its terms, earlier ones first.

Radev, Jing, Styś and Tam (2004), "Centroid-based summarization of multiple documents". What a chosen sentence tells
counts less afterwards (Nenkova and Vanderwende, 2005, "The impact of frequency on summarization").
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from knowledge.answering.answers import fact_of
from knowledge.answering.holding import terms_of
from knowledge.answering.reports import NEAR_WORDING, SAME_WORDING, same_fact
from knowledge.answering.understanding import understand
from knowledge.browsing.matter import matter, rarity, related
from knowledge.errors import UnknownArticle
from knowledge.language.anaphora import leans_back
from knowledge.language.terms import words
from knowledge.language.wording import shared_wording
from knowledge.models import Digest, Fact, Filters
from knowledge.search.index import Hit, Index
from knowledge.search.query import DECIMALS

_READ = 300
"""Sentences read of one article."""
_FEWEST_WORDS = 8
"""Of a sentence that tells something by itself."""
_LEAD = 1.0
"""What the first sentence gains, as a share of its score; the last gains nothing."""
_TOLD = 0.5
"""What a term counts that a chosen sentence holds, as a share of what it counted before."""
_REPORTS = 20
"""Sentences that are looked at for reports of the same."""
_LONGEST_QUERY = 1_000
"""Characters of a sentence by which reports of the same are looked for."""
_RELATED = 3


def digest(article_id: str, index: Index, filters: Filters, limit: int) -> Digest:
    """The `limit` most telling sentences of an article, in its order, and what else is on the same matter.

    Raises UnknownArticle, also for one that doesn't pass the filters, as what reports the same and is related does.
    """
    place = index.place_of(article_id)
    if place is None or not place[0].allowed_articles(filters)[place[1]]:
        raise UnknownArticle(article_id)
    article = place[0].article_numbered(place[1])
    hits = index.hits_in(article_id)[:_READ]
    texts = [hit.sentence.text for hit in hits]
    about = matter(article, texts, index)
    chosen = _most_telling(texts, article.title, about, index, limit)
    facts = tuple(_fact(hits[place], score, index, filters) for place, score in sorted(chosen.items()))
    return Digest(article, facts, tuple(related(article, about, index, filters, _RELATED)))


def _most_telling(
    texts: Sequence[str], title: str, about: Mapping[str, float], index: Index, limit: int
) -> dict[int, float]:
    """The places of the most telling sentences with their scores, those of one wording once."""
    left = {place: text for place, text in enumerate(texts) if _stands_alone(text, title)} or dict(enumerate(texts))
    rarities = {term: rarity(term, index) for term in about}
    vectors = {place: _vector(text, rarities) for place, text in left.items()}
    weights = dict(about)
    chosen: dict[int, float] = {}
    while left and len(chosen) < limit:
        scores = {place: _cosine(vectors[place], weights) * (1 + _LEAD * (1 - place / len(texts))) for place in left}
        best = max(left, key=lambda place: (scores[place], -place))
        chosen[best] = round(scores[best], DECIMALS)
        weights |= {term: weights[term] * _TOLD for term in vectors[best]}
        left = {place: text for place, text in left.items() if shared_wording(text, texts[best]) < NEAR_WORDING}
    return chosen


def _stands_alone(text: str, title: str) -> bool:
    """Whether a sentence says something without the one before it, and something else than the title."""
    found = list(words(text))
    only_title = shared_wording(text, title) >= SAME_WORDING and len(found) <= len(list(words(title)))
    return len(found) >= _FEWEST_WORDS and not leans_back(text) and not only_title


def _vector(text: str, rarities: Mapping[str, float]) -> Mapping[str, float]:
    return {term: rarities[term] for term in terms_of([text]) if term in rarities}


def _cosine(vector: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Of a sentence and the centroid, but for the length of the centroid, which is the same for all."""
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return sum(weight * weights[term] for term, weight in vector.items()) / (length or 1)


def _fact(hit: Hit, score: float, index: Index, filters: Filters) -> Fact:
    """The fact of a sentence, with the articles that report the same."""
    text = hit.sentence.text
    understanding = understand(text[:_LONGEST_QUERY], index, filters)
    others = [
        other
        for other in index.search(understanding.query, _REPORTS)
        if other.article.id != hit.article.id and same_fact(text, other.sentence.text)
    ]
    return replace(fact_of([hit, *others], understanding), matched=(), score=score)
