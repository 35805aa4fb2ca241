"""What each sentence of a segment holds: what `expectations.held_by` says of each, for many at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.language.expectations import held_alone, held_of, is_telling, may_be_held, may_be_name, may_tell
from knowledge.search.entries import PARTS, part_size
from knowledge.search.pieces import Pieces, text_of, word_alone


def held(texts: Sequence[str], pieces: Pieces) -> NDArray[np.uint16]:
    """What each text holds, as bits, of shape (texts,)."""
    if not texts:
        return np.zeros(0, np.uint16)
    by_piece = np.array(list(map(_of_piece, pieces.numbers)), np.uint16)
    alone, together = np.bitwise_or.reduceat(by_piece[pieces.rows.numbers], pieces.rows.bounds[:-1]).T
    held: NDArray[np.uint16] = alone.copy()
    to_find = together & ~alone
    for place in np.flatnonzero(to_find).tolist():
        held[place] |= held_of(int(to_find[place]), texts[place])
    return held


def held_in_parts(held: NDArray[np.uint16], first: NDArray[np.uint32]) -> NDArray[np.uint16]:
    """What the sentences of each part of an article hold together, of shape (articles, PARTS)."""
    sizes = first[1:].astype(np.int64) - first[:-1]
    article = np.repeat(np.arange(len(sizes)), sizes)
    place = np.arange(len(held)) - first[article]
    parts = np.zeros((len(sizes), PARTS), np.uint16)
    np.bitwise_or.at(parts, (article, place // part_size(sizes[article])), held)
    return parts


def _of_piece(piece: str) -> tuple[int, int]:
    """What a piece holds by itself, and what it may help its text to hold."""
    text, word = text_of(piece), word_alone(piece)
    if not (is_telling(word.lower()) if word else may_tell(text)):
        return 0, may_be_name(text)
    return held_alone(text), may_be_held(text)
