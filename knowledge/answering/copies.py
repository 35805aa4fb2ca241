"""Whether two articles print the same text, such as an agency's: then they are one source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from knowledge.language.wording import shared_wording, wording
from knowledge.models import Article
from knowledge.search.index import Hit

_COPIED = 0.9
"""Share of the shorter sentence's wording that stands in the other."""
_MOSTLY = 0.5
"""Share of the shorter sentence's wording, and of the shorter article's, that stands in the other."""
_SELDOM, _AS_GOOD_AS_ALWAYS = 0.2, 0.9
"""Shares told by sketches outside of which the wording has never been on the other side of a half."""
_OPENING = 30_000
"""Characters of an article that are compared."""
_CREDITS = 2_000
"""Characters at the beginning and the end of an article among which the agency is named."""

_AGENCIES = {
    "AP": ("(AP)", "Associated Press", "AP"),
    "Reuters": ("Reuters", "REUTERS"),
    "AFP": ("AFP", "Agence France-Presse"),
    "dpa": ("dpa", "DPA"),
    "EFE": ("EFE",),
    "ANSA": ("ANSA",),
    "TASS": ("TASS",),
    "Interfax": ("Interfax",),
    "RIA": ("RIA Novosti",),
    "Xinhua": ("Xinhua",),
    "Kyodo": ("Kyodo",),
    "PTI": ("PTI", "Press Trust of India"),
    "IANS": ("IANS",),
    "UPI": ("UPI", "United Press International"),
    "PA": ("PA Media", "Press Association"),
    "Anadolu": ("Anadolu Agency",),
    "Bloomberg": ("Bloomberg",),
}
_WRITTEN = {
    "(AP)": r"\(AP\)",
    "AP": r"\bAP(?= [—–-] )",
    "Reuters": r"\bReuters\b(?!/)",  # "REUTERS/Name" credits a photograph
    "REUTERS": r"\bREUTERS\b(?!/)",
}
"""How a name stands in a text, where that isn't just as a word."""


def is_copy(one: Hit, other: Hit) -> bool:
    """Whether both sentences are of one text: most of their articles is, or they are as good as equal and name one
    agency."""
    shared = shared_wording(one.text, other.text)
    if shared >= _MOSTLY and _are_mostly_shared(one, other):
        return True
    return shared >= _COPIED and not agencies(one.article).isdisjoint(agencies(other.article))


@lru_cache(maxsize=1 << 8)
def agencies(article: Article) -> frozenset[str]:
    """The news agencies that an article names as a source: as publisher, in a byline or at its end."""
    parts = f"{article.publisher or ''}\n{article.text[:_CREDITS]}\n{article.text[_CREDITS:][-_CREDITS:]}"
    return frozenset(agency for agency, names in _AGENCIES.items() if any(_is_named(name, parts) for name in names))


def _is_named(name: str, text: str) -> bool:
    return name in text and re.search(_WRITTEN.get(name, rf"\b{name}\b"), text) is not None


def _are_mostly_shared(one: Hit, other: Hit) -> bool:
    """Whether most of the shorter article's wording stands in the other."""
    shorter, longer = sorted((_sketched(one), _sketched(other)), key=lambda sketched: sketched.length)
    if longer.length <= _OPENING:
        # The sketches of the sentences say it as well where it is far from half, and are at hand.
        held = longer.every.__contains__
        share = sum(length * sum(map(held, sketch)) / len(sketch) for length, sketch in shorter.sentences)
        if not _SELDOM * shorter.length < share < _AS_GOOD_AS_ALWAYS * shorter.length:
            return share > _MOSTLY * shorter.length
    ours, theirs = _wording(one.article), _wording(other.article)
    return len(ours & theirs) >= _MOSTLY * min(len(ours), len(theirs))


class _Sketched(NamedTuple):
    """The sentences of an article, each by its length and its sketch; their length, and all that is in a sketch."""

    sentences: Sequence[tuple[int, Sequence[int]]]
    length: int
    every: frozenset[int]


@lru_cache(maxsize=1 << 8)
def _sketched(hit: Hit) -> _Sketched:
    sentences = hit.segment.sketches(hit.number)
    every = frozenset(chain.from_iterable(sketch for _, sketch in sentences))
    return _Sketched(sentences, sum(length for length, _ in sentences), every)


@lru_cache(maxsize=1 << 6)
def _wording(article: Article) -> frozenset[str]:
    return wording(article.text[:_OPENING])
