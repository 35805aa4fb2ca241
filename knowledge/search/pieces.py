"""Texts cut at their spaces, so that each distinct piece is read once.

No word goes over a space, and the same pieces come again and again: what is told of each is told of all texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from knowledge.language.terms import Word, words
from knowledge.search.rows import Rows, rows_of


class Numbers(dict[str, int]):
    """Numbers for strings, counted from 0 in the order in which they come."""

    def __missing__(self, string: str) -> int:
        number = self[string] = len(self)
        return number


class Piece(NamedTuple):
    """What stands between two spaces of a text, or the only word in it, with its words."""

    text: str
    words: Sequence[Word]


class Pieces(NamedTuple):
    """The distinct pieces of texts, for `read`, with their numbers; and for each text those of its pieces in order."""

    numbers: Numbers
    rows: Rows

    def followed_by(self, texts: Iterable[str]) -> Pieces:
        """The pieces of these texts, and of others after them."""
        numbers = Numbers(self.numbers)
        return Pieces(numbers, self.rows.followed_by(_rows(texts, numbers)))


def cut(texts: Iterable[str]) -> Pieces:
    """The texts as pieces."""
    numbers = Numbers()
    rows = _rows(texts, numbers)
    return Pieces(numbers, rows)


def _rows(texts: Iterable[str], numbers: Numbers) -> Rows:
    return rows_of(map(numbers.__getitem__, _pieces(text)) for text in texts)


_SHOUTED = " "
"""Marks a piece of a text that shouts, which is read otherwise; no piece has a space in it."""


def _pieces(text: str) -> list[str]:
    pieces = text.split(" ")
    return [_SHOUTED + piece for piece in pieces] if text.isupper() else pieces


def read(piece: str) -> Piece:
    """One of the distinct pieces."""
    if word := word_alone(piece):
        return Piece(word, [Word(word.lower(), 0, len(word))])
    text = text_of(piece)
    return Piece(text, list(words(text, shouted=text != piece)))


def text_of(piece: str) -> str:
    """One of the distinct pieces as it stands in texts."""
    return piece.removeprefix(_SHOUTED)


_AROUND = _SHOUTED + ".,;:!?\"'()-“”‘’"


def word_alone(piece: str) -> str:
    """The word of a piece that is nothing but one in Latin letters with marks around it; else nothing."""
    word = piece.strip(_AROUND)
    return word if word.isascii() and word.isalpha() and (len(word) == 1 or not word.isupper()) else ""
