"""The words of all texts of a segment, as they are spelt, with how often they come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowledge.language.spelling import SHORTEST
from knowledge.language.transliteration import sound
from knowledge.mapped.arrays import Arrays
from knowledge.mapped.strings import pack
from knowledge.search.pieces import Numbers, Pieces, read, word_alone
from knowledge.search.rows import Rows, distinct, rows_of


class Spelt(NamedTuple):
    """The distinct words of texts, folded; for each text the numbers of its words in order; which have a capital."""

    words: list[str]
    rows: Rows
    capital: NDArray[np.bool_]


def spelt(pieces: Pieces) -> Spelt:
    """The words of texts."""
    number = Numbers()
    doubled = rows_of(_doubled(piece, number) for piece in pieces.numbers)
    found, bounds = pieces.rows.spread(doubled)
    return Spelt(list(number), Rows(found >> 1, bounds), (found & 1).astype(np.bool_))


def _doubled(piece: str, number: Numbers) -> Sequence[int]:
    """The numbers of a piece's words, doubled, and one more where the word has a capital."""
    if alone := word_alone(piece):
        return (2 * number[alone.lower()] + alone[0].isupper(),)
    text, words = read(piece)
    return [2 * number[word.text] + text[word.start].isupper() for word in words]


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
    counts = _texts_with(numbers, text, np.where(told, np.where(capital, 1, 2), 0), len(words))
    encoded = [word.encode() for word in words]
    order = sorted(range(len(words)), key=encoded.__getitem__)
    content, word_bounds = pack(encoded[number] for number in order)
    names = [words[number] for number in np.flatnonzero(counts[:, 1]).tolist()]
    sounding, name_bounds = pack(sorted(f"{sound(name)} {name}".encode() for name in names))
    return {
        "words": content,
        "word_bounds": word_bounds,
        "word_counts": counts[order].astype(np.uint32),
        "names": sounding,
        "name_bounds": name_bounds,
    }


def _texts_with(
    numbers: NDArray[np.int32], text: NDArray[np.int64], how: NDArray[np.int64], words: int
) -> NDArray[np.int64]:
    """How many texts hold each of so many words at all, and in the ways 1 and 2; of shape (words, 3).

    Word `numbers[i]` stands in `text[i]`, in the way `how[i]`.
    """
    if not words:
        return np.zeros((0, 3), np.int64)
    pairs, ways = np.divmod(distinct((text * words + numbers) * 3 + how), 3)
    word = pairs % words
    is_first = np.diff(pairs, prepend=-1) > 0
    chosen = (is_first, ways == 1, ways == 2)
    return np.column_stack([np.bincount(word[choice], minlength=words) for choice in chosen])
