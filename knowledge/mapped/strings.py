"""Sorted strings as two arrays, looked up by bisection without reading the others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray


def pack(strings: Iterable[bytes]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """The bytes of all strings, of shape (bytes,), and where each starts and the last ends, of shape (strings + 1,)."""
    listed = list(strings)
    bounds = np.zeros(len(listed) + 1, np.int64)
    np.cumsum([len(string) for string in listed], out=bounds[1:])
    return np.frombuffer(b"".join(listed), np.uint8), bounds


_POWERS: NDArray[np.uint64] = np.cumprod(np.full(1 << 10, 0x9E3779B97F4A7C15, np.uint64), dtype=np.uint64)
"""Of an odd number, by which the bytes of a string are added up to a hash."""


class Strings:
    """A read-only view of packed strings. `find(string)` gives the index of one in sorted strings, or None."""

    def __init__(self, content: NDArray[np.uint8], bounds: NDArray[np.int64]) -> None:
        self._content = content.data
        self._bounds = bounds.data
        self.find = lru_cache(maxsize=1 << 11)(self._find)

    def __len__(self) -> int:
        return len(self._bounds) - 1

    def __getitem__(self, index: int) -> bytes:
        return bytes(self._content[self._bounds[index] : self._bounds[index + 1]])

    def part(self, index: int, start: int, end: int) -> bytes:
        """The bytes of a string from `start` to before `end`."""
        first = self._bounds[index]
        return bytes(self._content[first + start : first + end])

    def __iter__(self) -> Iterator[bytes]:
        return map(self.__getitem__, range(len(self)))

    def read(self) -> list[bytes]:
        """All the strings: faster than one by one."""
        content = self._content.tobytes()
        return [content[start:end] for start, end in pairwise(self._bounds.tolist())]

    def take(self, indices: NDArray[np.int64]) -> list[str]:
        """The strings of the indices, decoded."""
        content, bounds = self._content.tobytes(), np.frombuffer(self._bounds, np.int64)
        pairs = zip(bounds[indices].tolist(), bounds[indices + 1].tolist(), strict=True)
        return [content[start:end].decode() for start, end in pairs]

    def hashes(self) -> NDArray[np.uint64]:
        """A hash of each string, of shape (strings,); none may be empty."""
        content, bounds = np.frombuffer(self._content, np.uint8), np.frombuffer(self._bounds, np.int64)
        place = np.arange(len(content)) - np.repeat(bounds[:-1], np.diff(bounds))
        return np.add.reduceat(content * _POWERS[place % len(_POWERS)], bounds[:-1])

    def starting_with(self, prefix: str) -> Iterator[bytes]:
        """The strings that start so, of sorted strings."""
        wanted = prefix.encode()
        index = bisect_left(self, wanted)
        while index < len(self) and (string := self[index]).startswith(wanted):
            yield string
            index += 1

    def _find(self, string: str) -> int | None:
        wanted = string.encode()
        index = bisect_left(self, wanted)
        return index if index < len(self) and self[index] == wanted else None


def union(listed: Sequence[Strings]) -> tuple[list[bytes], list[NDArray[np.int64]]]:
    """All the strings, sorted, and for each list of sorted ones their numbers among all."""
    lists = [strings.read() for strings in listed]
    strings = sorted(set().union(*lists))
    number: Callable[[bytes], int] = {string: place for place, string in enumerate(strings)}.__getitem__
    return strings, [np.fromiter(map(number, listed), np.int64, len(listed)) for listed in lists]
