"""What a chat message quotes: words in quotation marks, and blocks set off by Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.language.messages.cleaning import all_words, quoted_blocks
from knowledge.language.sentences import split
from knowledge.language.speech.quotations import quotations_in
from knowledge.language.terms import folded
from knowledge.models import Span

_FEWEST_WORDS = 3
"""A name or a word in marks is no quotation."""
_LINE = re.compile(r"[^\n]+")
_GAP = re.compile(r"[\[(]?(?:\.{3,}|…|\. \. \.)[\])]?")


def quotations(message: str) -> list[Span]:
    """The spans of the quotations of three words or more, blocks first; those in marks without the marks."""
    text = all_words(message)
    found = (_trimmed(text, span) for span in (*quoted_blocks(message), *_in_marks(text)))
    return [(start, end) for start, end in found if len(folded(text[start:end]).split()) >= _FEWEST_WORDS]


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def parts_of(quotation: str) -> list[str]:
    """A quotation cut where something was left out, and into sentences."""
    pieces = _GAP.split(all_words(quotation))
    return [piece[start:end] for piece in pieces for start, end in split(piece) if folded(piece[start:end])]


def _in_marks(text: str) -> Iterator[Span]:
    lines = list(_LINE.finditer(text))
    spans: dict[int, list[Span]] = {}
    for line, pieces in zip(lines, quotations_in([line[0] for line in lines]), strict=True):
        for piece in pieces:
            spans.setdefault(piece.quotation, []).append((line.start() + piece.start, line.start() + piece.end))
    return ((found[0][0], found[-1][1]) for found in spans.values())
