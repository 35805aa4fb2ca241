"""The sketches of all texts of a segment: what `wording.sketch` makes of each, for many at once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from knowledge.language.wording import SKETCH_SIZE
from knowledge.search.rows import distinct
from knowledge.search.spelling import Spelt

_Hashes = NDArray[np.uint32]


def sketches(found: Spelt) -> _Hashes:
    """The smallest hashes of each text's sequences of three words, of shape (texts, SKETCH_SIZE).

    The CRC of a text follows from those of its parts, as in zlib's `crc32_combine`, so that each word is read once.
    """
    words, (numbers, bounds), _ = found
    joined = _hashes(f" {word}" for word in words)
    lengths = np.array([1 + len(word.encode()) for word in words], np.int64)
    one = _hashes(words)[numbers]
    two = _after_zeros(one[:-1], lengths[numbers[1:]]) ^ joined[numbers[1:]]
    three = _after_zeros(two[:-1], lengths[numbers[2:]]) ^ joined[numbers[2:]]

    count = np.diff(bounds)
    whole = np.zeros(len(count), np.uint32)  # of texts of less than three words
    for size, hashes in ((1, one), (2, two)):
        whole[count == size] = hashes[bounds[:-1][count == size]]
    text = np.repeat(np.arange(len(count)), count)
    within = text[:-2] == text[2:]
    return _smallest(
        np.concatenate((np.flatnonzero(count < 3), text[:-2][within])),
        np.concatenate((whole[count < 3], three[within])),
        len(count),
    )


def _hashes(texts: Iterable[str]) -> _Hashes:
    return np.array([crc32(text.encode()) for text in texts], np.uint32)


def _after_zeros(hashes: _Hashes, lengths: NDArray[np.int64]) -> _Hashes:
    """What so many bytes of zero make of each hash: powers of two of them, one after the other."""
    hashes = hashes.copy()
    for power in range(int(lengths.max(initial=0)).bit_length()):
        chosen = np.flatnonzero(lengths >> power & 1)
        hashes[chosen] = _shifted(hashes[chosen], _shift(power))
    return hashes


def _shifted(hashes: _Hashes, shift: _Hashes) -> _Hashes:
    low, second, third, high = (shift[byte][hashes >> np.uint32(8 * byte) & np.uint32(0xFF)] for byte in range(4))
    shifted: _Hashes = low ^ second ^ third ^ high
    return shifted


@cache
def _shift(power: int) -> _Hashes:
    """What 2 ** power bytes of zero make of a hash, by the values of each of its four bytes: of shape (4, 256)."""
    if power:
        half = _shift(power - 1)
        return _shifted(half, half)
    values = np.arange(256, dtype=np.uint32)
    lowest = values
    for _ in range(8):
        lowest = lowest >> np.uint32(1) ^ (lowest & np.uint32(1)) * _POLYNOMIAL
    return np.stack([lowest, *(values << np.uint32(8 * byte) for byte in range(3))])


_POLYNOMIAL = np.uint32(0xEDB88320)
"""That of CRC-32, the lowest bit first (ISO 3309)."""


def _smallest(text: NDArray[np.int64], hashes: _Hashes, texts: int) -> _Hashes:
    """The smallest hashes of each text, the last of fewer again and again; `hashes[i]` is one of `text[i]`."""
    both = distinct(text.astype(np.uint64) << np.uint64(32) | hashes)
    starts = np.searchsorted(both >> np.uint64(32), np.arange(texts + 1, dtype=np.uint64))
    places = np.minimum(starts[:-1, None] + np.arange(SKETCH_SIZE), starts[1:, None] - 1)
    smallest: _Hashes = both.astype(np.uint32)[places]
    return smallest
