"""The same fact, told twice: copies and near-copies of a sentence become one fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from knowledge.language.wording import figures_differ, shared_wording
from knowledge.search.index import Hit

SAME_WORDING = 0.5
"""Share of a sentence's wording found in another from which they tell the same."""


def grouped(hits: Iterable[Hit]) -> list[list[Hit]]:
    """Hits of the same wording together, each group in the order of the hits, groups by their first hit."""
    groups: list[list[Hit]] = []
    by_hash: dict[int, list[list[Hit]]] = defaultdict(list)
    for hit in hits:
        # The sketches are at hand; the words are compared only where they say that it is worth it.
        alike = (group for number in hit.sketch for group in by_hash[number])
        group = next((group for group in alike if _same_wording(group[0], hit)), None)
        if group is None:
            group = []
            groups.append(group)
            for number in hit.sketch:
                by_hash[number].append(group)
        group.append(hit)
    return groups


def _same_wording(one: Hit, other: Hit) -> bool:
    texts = one.sentence.text, other.sentence.text
    return shared_wording(*texts) >= SAME_WORDING and not figures_differ(*texts)
