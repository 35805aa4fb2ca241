"""Which facts stand in the first five: no several of one wording, nor all of one article where others are as good."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answering.reports import NEAR_WORDING
from knowledge.language.wording import shared_wording
from knowledge.search.index import Hit

_KEPT = 3
"""Places that are never given to another."""
_PLACES = 5
_NEARLY_AS_GOOD = 0.85
"""Of the score of what would stand there."""


def varied(groups: Sequence[list[Hit]]) -> list[list[Hit]]:
    """The groups with the fourth and the fifth place given to other articles and wordings that are nearly as good."""
    chosen, rest = list(groups[:_KEPT]), list(groups[_KEPT:])
    while rest and len(chosen) < _PLACES:
        least = rest[0][0].score * _NEARLY_AS_GOOD
        fresh = (group for group in rest if group[0].score >= least and _adds(group[0], chosen))
        group = next(fresh, rest[0])
        rest.remove(group)
        chosen.append(group)
    return sorted(chosen, key=lambda group: -group[0].score) + rest


def _adds(hit: Hit, chosen: Sequence[list[Hit]]) -> bool:
    """Whether its article doesn't fill the places already, and none of them has nearly its wording."""
    same_article = [group[0].article_id for group in chosen].count(hit.article_id)
    return same_article < _KEPT and not any(
        not hit.sketch.isdisjoint(group[0].sketch) and shared_wording(hit.text, group[0].text) >= NEAR_WORDING
        for group in chosen
    )
