"""Where the words in quotation marks stand, over the sentences of an article.

A quotation may go on over sentences, and begin anew, unclosed before, with each paragraph. An apostrophe is no mark.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple


class Piece(NamedTuple):
    """What stands within marks in one sentence, the marks left out; pieces of one quotation have the same number."""

    start: int
    end: int
    quotation: int


_OPENING = {"“": "”", "„": "“”", "‟": "”", "«": "»", "‹": "›", '"': '"', "”": "”", "»": "«", "‘": "’'", "'": "'’"}
_OPENING |= {"「": "」", "『": "』"}
"""The marks that open a quotation, each with those that close it."""

_CLOSING = frozenset("\"”»'")
"""Marks that open only where a word follows and none goes before, since elsewhere they close."""

_MARK = re.compile("[" + "".join(_OPENING) + "’›」』]")
_BEFORE_OPENING = frozenset("([{-–—/“‘\"'«„:,")
_ELISION = re.compile(r"\d0s|(?:em|til|tis|twas|cause|n|round)\b", re.IGNORECASE)
_NEXT_SINGLE = re.compile(r"(?<![^\s([{“\"—–])[‘'](?=\w)")
_SINGLE_END = re.compile(r"(?<=[,.!?…])['’](?!\w)|(?<!\s)['’](?=[,.;:!?)\s—–]*\Z|[,.;:!?)])")
_SINGLE_BREAK = re.compile(r"(?<![\ss])['’](?!\w)")
_LONGEST = 12
"""Sentences over which a quotation is followed; one that isn't closed by then has lost its closing mark."""


def quotations_in(sentences: Sequence[str], paragraphs: Collection[int] = ()) -> list[list[Piece]]:
    """The pieces of quotations in each sentence, in order. `paragraphs` are the sentences that begin one, if known."""
    reader = _Reader(len(sentences), paragraphs)
    for number, sentence in enumerate(sentences):
        reader.read(number, sentence)
    return reader.pieces


class _Reader:
    """Goes from mark to mark, with the quotation that is open, and the sentences that it may go on through."""

    def __init__(self, sentences: int, paragraphs: Collection[int]) -> None:
        self._paragraphs = paragraphs
        self.pieces: list[list[Piece]] = [[] for _ in range(sentences)]
        self._quotation = 0
        self._closing = ""
        self._opening = ""
        self._within: list[tuple[int, int]] = []

    def read(self, number: int, sentence: str) -> None:
        """Find the pieces in the next sentence."""
        start = 0
        for mark in _MARK.finditer(sentence):
            place = mark.start()
            if place < start:
                continue
            if self._closing:
                start = self._go_on(number, sentence, start, place)
            elif _opens(sentence, place):
                start = self._open(number, sentence, place)
        if self._closing:
            self._stay_open(number, sentence, start)

    def _open(self, number: int, sentence: str, place: int) -> int:
        """Open a quotation; returns from where to go on."""
        self._opening, self._closing = sentence[place], _OPENING[sentence[place]]
        self._quotation += 1
        if self._opening in "‘'":
            end = _single_end(sentence, place + 1)
            if end or place > 0:  # an apostrophe looks the same, so only what closes is a quotation
                self._closing = ""
                self._add(number, sentence, place + 1, end)
                return end + 1 or place + 1
        return place + 1

    def _go_on(self, number: int, sentence: str, start: int, place: int) -> int:
        """Take a mark within an open quotation; returns where what is quoted begins, or the mark ends."""
        if sentence[place] == self._opening and _opens_anew(sentence, place):
            if place == 0 and self._is_next_paragraph(number):
                self._confirm()
                return 1
            self._within = []  # the quotation before was never closed
            return self._open(number, sentence, place)
        if sentence[place] in self._closing and (self._opening not in "‘'" or _SINGLE_END.match(sentence, place)):
            self._confirm()
            self._add(number, sentence, start, place)
            self._closing = ""
            return place + 1
        return start

    def _stay_open(self, number: int, sentence: str, start: int) -> None:
        if start > 0:
            self._add(number, sentence, start, len(sentence))
            self._within = []
        elif len(self._within) < _LONGEST:
            self._within.append((number, len(sentence)))
        else:
            self._closing, self._within = "", []

    def _is_next_paragraph(self, number: int) -> bool:
        """Whether what stands between an opening mark and the next is one paragraph of the same quotation."""
        within = [sentence for sentence, _ in self._within]
        return not within or (number in self._paragraphs and not any(n in self._paragraphs for n in within))

    def _confirm(self) -> None:
        for number, end in self._within:
            self.pieces[number].append(Piece(0, end, self._quotation))
        self._within = []

    def _add(self, number: int, sentence: str, start: int, end: int) -> None:
        part = sentence[start:end]
        start, end = start + len(part) - len(part.lstrip()), start + len(part.rstrip())
        if start < end:
            self.pieces[number].append(Piece(start, end, self._quotation))


def _opens(sentence: str, place: int) -> bool:
    """Whether a mark opens a quotation where none is open."""
    mark, after = sentence[place], sentence[place + 1 : place + 2]
    if mark not in _OPENING or not after.strip():
        return mark == "«" and bool(after)  # French: « Oui. »
    before = sentence[place - 1] if place else " "
    if mark not in _CLOSING and mark != "‘":
        return True
    if not (before.isspace() or before in _BEFORE_OPENING):
        return False
    return mark == '"' or (after.isalnum() and not (mark in "‘'" and _ELISION.match(sentence, place + 1)))


def _opens_anew(sentence: str, place: int) -> bool:
    """Whether a mark opens a quotation where one is open."""
    return bool(sentence[place + 1 : place + 2].strip()) and (place == 0 or sentence[place - 1].isspace())


def _single_end(sentence: str, start: int) -> int:
    """Where a quotation in single marks is closed within the sentence, else 0: not at "the parties' leaders"."""
    following = _NEXT_SINGLE.search(sentence, start)
    stop = following.start() if following else len(sentence)
    end = _SINGLE_END.search(sentence, start, stop) or _SINGLE_BREAK.search(sentence, start, stop)
    return end.start() if end else max(sentence.rfind("’ ", start, stop), 0)
