"""Words that are looked through one by one: what an index of them must equal."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz.distance import OSA


class Scanned:
    """Known words, each with the number of texts that hold it."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self.counts = counts
        self.most = max(counts.values(), default=1)

    def near(self, word: str, edits: int) -> Mapping[str, int]:
        """The words that are no more than so many edits away from one."""
        return {known: count for known, count in self.counts.items() if OSA.distance(word, known) <= edits}
