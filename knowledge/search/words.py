"""The words and names of a segment, as they are spelt, with how often they come."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowledge.mapped.arrays import Arrays
from knowledge.mapped.strings import Strings


class Spelt(NamedTuple):
    """How many texts hold a word, and in how many it stands, after their first word, with a capital or a small letter.

    The last two are counted for words long enough to be repaired only.
    """

    texts: int
    capital: int
    small: int


class Words:
    """What `Segment` says of `words`, `names`, `named` and `quoted`; `counts` (W, 3) are a `Spelt` for each word."""

    def __init__(self, arrays: Arrays) -> None:
        self.words = Strings(arrays["words"], arrays["word_bounds"])
        self.counts: NDArray[np.uint32] = arrays["word_counts"]
        self.names = Strings(arrays["names"], arrays["name_bounds"])
        self.named = Tally(arrays, "named")
        self.quoted = Tally(arrays, "quoted")

    def spelt(self, word: str) -> Spelt:
        """How a word is written here."""
        number = self.words.find(word)
        return Spelt(0, 0, 0) if number is None else Spelt(*self.counts[number].tolist())

    def names_sounding(self, sound: str) -> list[str]:
        """The words that are written with a capital somewhere, folded, that have this sound."""
        return [name.decode().partition(" ")[2] for name in self.names.starting_with(f"{sound} ")]


class Tally:
    """Names, each with how often the articles of a publisher have it.

    `counts` (N, 3): a name's number, a publisher's (-1 where it isn't known), and how often.
    """

    def __init__(self, arrays: Arrays, kind: str) -> None:
        self.names = Strings(arrays[kind], arrays[f"{kind}_bounds"])
        self.counts: NDArray[np.int32] = arrays[f"{kind}_counts"]

    def most(self, publishers: Collection[int] | None, limit: int) -> Mapping[str, int]:
        """The `limit` most frequent names in articles of the publishers, by number, or of all; with how often."""
        counts = self.counts
        if publishers is not None:
            counts = counts[np.isin(counts[:, 1], list(publishers))]
        totals = np.bincount(counts[:, 0], counts[:, 2], len(self.names)).astype(np.int64)
        best = np.argsort(-totals, kind="stable")[:limit]
        return {self.names[number].decode(): int(totals[number]) for number in best.tolist() if totals[number]}
