"""The same fact, told twice: copies and near-copies of a sentence become one fact."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.language.terms import words
from knowledge.search.index import Hit

SAME_WORDING = 0.5
"""Share of a sentence's word trigrams found in another from which both have the same wording."""


def grouped(hits: Iterable[Hit]) -> list[list[Hit]]:
    """Hits of the same wording together, each group in the order of the hits, groups by their first hit."""
    groups: list[list[Hit]] = []
    shingles: list[frozenset[tuple[str, ...]]] = []
    for hit in hits:
        own = _trigrams(hit.sentence.text)
        for group, known in zip(groups, shingles, strict=True):
            if _share(own, known) >= SAME_WORDING:
                group.append(hit)
                break
        else:
            groups.append([hit])
            shingles.append(own)
    return groups


def _share(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    """How much of the shorter sentence stands in the longer one, 0..1."""
    return len(one & other) / (min(len(one), len(other)) or 1)


def _trigrams(text: str) -> frozenset[tuple[str, ...]]:
    listed = [word.text for word in words(text)]
    return frozenset(zip(listed, listed[1:], listed[2:], strict=False)) or frozenset([tuple(listed)])
