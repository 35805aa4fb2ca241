"""Lists of numbers, of different lengths, as two arrays."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

_Number = TypeVar("_Number", bound=np.generic)


class Rows(NamedTuple):
    """Rows of numbers of different lengths: row i is `numbers[bounds[i]:bounds[i + 1]]`."""

    numbers: NDArray[np.int32]
    bounds: NDArray[np.int64]

    def spread(self, values: Rows) -> Rows:
        """The same rows, with row n of `values` in place of each number n."""
        lengths = np.diff(values.bounds)[self.numbers]
        ends = np.concatenate(([0], np.cumsum(lengths)))
        places = np.arange(ends[-1]) + np.repeat(values.bounds[self.numbers] - ends[:-1], lengths)
        return Rows(values.numbers[places], ends[self.bounds])

    def followed_by(self, other: Rows) -> Rows:
        """These rows, and then the others."""
        bounds = np.concatenate((self.bounds, other.bounds[1:] + self.bounds[-1]))
        return Rows(np.concatenate((self.numbers, other.numbers)), bounds)

    def counts(self, columns: int) -> csr_matrix:
        """How often each number stands in each row, of shape (rows, columns); the same number may stand twice."""
        ones = np.ones(len(self.numbers), np.float32)
        return csr_matrix((ones, self.numbers, self.bounds), (len(self.bounds) - 1, columns))


def rows_of(lists: Iterable[Iterable[int]]) -> Rows:
    """The lists of numbers as rows."""
    numbers, bounds = array("i"), array("q", [0])
    for listed in lists:
        numbers.extend(listed)
        bounds.append(len(numbers))
    return Rows(np.array(numbers, np.int32), np.array(bounds, np.int64))


def distinct(numbers: NDArray[_Number]) -> NDArray[_Number]:
    """The numbers in order, each once: much faster than `np.unique` where most of a great many come once."""
    ordered: NDArray[_Number] = np.sort(numbers)
    is_first = np.ones(len(ordered), np.bool_)
    is_first[1:] = ordered[1:] != ordered[:-1]
    return ordered[is_first]
