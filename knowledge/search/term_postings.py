"""The postings of a segment, as they are looked up."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from knowledge.mapped.arrays import Arrays
from knowledge.mapped.strings import Strings
from knowledge.search.query import Phrase

Places = NDArray[np.uint32]
PostingWeights = NDArray[np.float32]


class TermPostings:
    """What `Segment` says of `terms` and `posting_*`."""

    def __init__(self, arrays: Arrays) -> None:
        self.terms = Strings(arrays["terms"], arrays["term_bounds"])
        self.sentences: NDArray[np.uint32] = arrays["term_sentences"]
        self.bounds: NDArray[np.int64] = arrays["posting_bounds"]
        self.place: Places = arrays["posting_place"]
        self.weight: PostingWeights = arrays["posting_weight"]
        self._fast_bounds: Sequence[int] = self.bounds.data
        self._common = lru_cache(maxsize=64)(self._find_common)

    def holding(self, term: str) -> int:
        """The number of sentences that hold a term."""
        number = self.terms.find(term)
        return 0 if number is None else int(self.sentences[number])

    def of(self, phrase: Phrase) -> tuple[Places, PostingWeights]:
        """The places where all terms of a phrase count, ascending, with the least of their weights, both (n,)."""
        return self.of_term(phrase[0]) if len(phrase) == 1 else self._common(phrase)

    def of_term(self, term: str) -> tuple[Places, PostingWeights]:
        """The places where a term counts, ascending, and its weights there, both (n,)."""
        number = self.terms.find(term)
        first, end = (0, 0) if number is None else self._fast_bounds[number : number + 2]
        return self.place[first:end], self.weight[first:end]

    def _find_common(self, phrase: Phrase) -> tuple[Places, PostingWeights]:
        common, least = self.of_term(phrase[0])
        for term in phrase[1:]:
            places, weights = self.of_term(term)
            common, ours, theirs = np.intersect1d(common, places, assume_unique=True, return_indices=True)
            least = np.minimum(least[ours], weights[theirs])
        return common, least
