"""The words of all texts of a segment, as they are spelt, with how often they come."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowledge.language.spelling import SHORTEST
from knowledge.language.transliteration import sound
from knowledge.mapped.arrays import Arrays
from knowledge.mapped.strings import pack
from knowledge.search.pieces import Numbers, Pieces, read
from knowledge.search.rows import Rows, distinct, rows_of


class Spelt(NamedTuple):
    """The distinct words of texts, folded; for each text the numbers of its words in order; which have a capital."""

    words: list[str]
    rows: Rows
    capital: NDArray[np.bool_]


def spelt(pieces: Pieces) -> Spelt:
    """The words of texts."""
    number = Numbers()
    doubled = rows_of(
        [2 * number[word.text] + piece.text[word.start].isupper() for word in piece.words]
        for piece in map(read, pieces.numbers)
    )
    found, bounds = pieces.rows.spread(doubled)
    return Spelt(list(number), Rows(found >> 1, bounds), (found & 1).astype(np.bool_))


def words_of(found: Spelt, sentences: int) -> Arrays:
    """The words with what `Words` says of each, and those with a capital by their sound.

    The first `sentences` texts are sentences, those after them titles.
    """
    words, (numbers, bounds), capital = found
    text = np.repeat(np.arange(len(bounds) - 1), np.diff(bounds))
    is_first = np.zeros(len(numbers) + 1, np.bool_)
    is_first[bounds] = True
    is_long = np.array([len(word) >= SHORTEST for word in words], np.bool_)[numbers]
    told = is_long & ~is_first[:-1] & (text < sentences)
    counts = np.column_stack(
        [
            _texts_with(numbers[chosen], text[chosen], len(words))
            for chosen in (np.ones_like(told), told & capital, told & ~capital)
        ]
    )
    order = sorted(range(len(words)), key=lambda number: words[number].encode())
    content, word_bounds = pack(words[number].encode() for number in order)
    names = [words[number] for number in np.flatnonzero(counts[:, 1]).tolist()]
    sounding, name_bounds = pack(sorted(f"{sound(name)} {name}".encode() for name in names))
    return {
        "words": content,
        "word_bounds": word_bounds,
        "word_counts": counts[order].astype(np.uint32),
        "names": sounding,
        "name_bounds": name_bounds,
    }


def _texts_with(numbers: NDArray[np.int32], text: NDArray[np.int64], words: int) -> NDArray[np.int64]:
    """How many texts hold each of so many words, where word `numbers[i]` stands in `text[i]`."""
    if not words:
        return np.zeros(0, np.int64)
    pairs = distinct(text * words + numbers)
    return np.bincount(pairs % words, minlength=words)
