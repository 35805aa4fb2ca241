"""Lists of numbers, of different lengths, as two arrays."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

_Number = TypeVar("_Number", bound=np.generic)


class Rows(NamedTuple):
    """Rows of numbers of different lengths: row i is `numbers[bounds[i]:bounds[i + 1]]`."""

    numbers: NDArray[np.int32]
    bounds: NDArray[np.int64]

    def spread(self, values: Rows) -> Rows:
        """The same rows, with row n of `values` in place of each number n."""
        lengths = np.diff(values.bounds)[self.numbers]
        ends = np.concatenate(([0], np.cumsum(lengths)))
        return Rows(values.numbers[ranges(values.bounds[self.numbers], lengths)], ends[self.bounds])

    def followed_by(self, other: Rows) -> Rows:
        """These rows, and then the others."""
        bounds = np.concatenate((self.bounds, other.bounds[1:] + self.bounds[-1]))
        return Rows(np.concatenate((self.numbers, other.numbers)), bounds)


def rows_of(lists: Iterable[Iterable[int]]) -> Rows:
    """The lists of numbers as rows."""
    numbers, bounds = array("i"), array("q", [0])
    for listed in lists:
        numbers.extend(listed)
        bounds.append(len(numbers))
    return Rows(np.array(numbers, np.int32), np.array(bounds, np.int64))


def ranges(starts: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers from each start on, as many as its length says, one range after the other."""
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    found: NDArray[np.int64] = np.arange(total) + np.repeat(starts - ends + lengths, lengths)
    return found


def distinct(numbers: NDArray[_Number]) -> NDArray[_Number]:
    """The numbers in order, each once: much faster than `np.unique` where most of a great many come once."""
    ordered: NDArray[_Number] = np.sort(numbers)
    is_first = np.ones(len(ordered), np.bool_)
    is_first[1:] = ordered[1:] != ordered[:-1]
    return ordered[is_first]
