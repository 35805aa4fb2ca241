"""Lines and paragraphs of a text, with their offsets. A paragraph may be one line, or several that were wrapped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n\f\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\f\u2028\u2029]")
_BULLET = re.compile(r"[•●▪■◦‣·*-]\s+")
_CLOSING = "\"'”’»›)]}*_ \t"
_MOST_CLOSING = 12
_STOPS = ".!?…。！？︒｡؟۔॥।։።;；:：‽"

_GOES_ON = re.compile(r"(?:,|\s(?:an?|and|as|at|by|for|from|in|of|on|or|that|the|to|with))$")
_LONGEST_GOES_ON = 5

# Mail and old plain text are wrapped at 65 to 80 columns; a longer line is a paragraph.
_WIDEST_WRAP = 130
_NARROWEST_WRAP = 25
_FEWEST_UNCASED = 3  # lines that go on in a script without capitals, where nothing else tells them from titles
_EVEN = 0.75
_SAMPLE = 1000  # lines that tell the width


class Paragraph(NamedTuple):
    """`text` is the text's own span from `start` to `end`; `gap` counts the blank lines before it."""

    start: int
    end: int
    text: str
    gap: int


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as sentences do, closing quotes and brackets aside."""
    if text[-1:].isalnum():
        return False
    last = text[-_MOST_CLOSING:].rstrip(_CLOSING)[-1:]
    return last != "" and last in _STOPS


def without_bullet(paragraph: Paragraph) -> Paragraph:
    """`paragraph` from where its words begin, if it is an item of a list."""
    bullet = _BULLET.match(paragraph.text)
    if not bullet:
        return paragraph
    return paragraph._replace(start=paragraph.start + bullet.end(), text=paragraph.text[bullet.end() :])


def paragraphs(text: str, stands_alone: Callable[[str], bool]) -> list[Paragraph]:
    """The paragraphs of `text` in order; a line that `stands_alone` (a date, an address) joins no other."""
    lines = list(_lines(text))
    width = _wrap_width(lines[:_SAMPLE])
    alone = cache(stands_alone)  # lines repeat, in real pages and even more in hostile ones
    joined: list[Paragraph] = []
    first = last = None
    for line in lines:
        if first is None or last is None:
            first = line
        elif not _continues(last, line, width) or alone(last.text) or alone(line.text):
            joined.append(_joined(text, first, last))
            first = line
        last = line
    if first and last:
        joined.append(_joined(text, first, last))
    return joined


def _joined(text: str, first: Paragraph, last: Paragraph) -> Paragraph:
    return first if first is last else Paragraph(first.start, last.end, text[first.start : last.end], first.gap)


def _lines(text: str) -> Iterator[Paragraph]:
    end = -1
    for match in _LINE.finditer(text):
        line = match.group()
        content = line.strip()
        if not content:
            continue
        start = match.start() + line.index(content[0])
        gap = 0 if start - end < 2 or end < 0 else len(_BREAK.findall(text, end, start)) - 1
        end = start + len(content)
        yield Paragraph(start, end, content, gap)


def _continues(line: Paragraph, following: Paragraph, width: int) -> bool:
    """Whether `following` goes on with the paragraph of `line`.

    It does where it starts in lower case after an open end, where the line ends in a word that ends nothing, or where
    its first word had no room on the line before.
    """
    if following.gap:
        return False
    if following.text[0].islower() and not ends_sentence(line.text):
        return True
    if _BULLET.match(following.text):
        return False
    if _GOES_ON.search(line.text, max(0, len(line.text) - _LONGEST_GOES_ON)):
        return True
    if len(line.text) > width:
        return False
    return len(line.text) + 1 + _first_word_length(following.text) > width


def _first_word_length(text: str) -> int:
    """The length of what a wrapping program would not break: a word, or one letter of a script without spaces."""
    return 1 if text[0] >= "\u2e80" else len(text[: _WIDEST_WRAP + 1].split(None, 1)[0])


def _wrap_width(lines: list[Paragraph]) -> int:
    """The column at which a text is wrapped by hand or program, 0 if it is not."""
    open_ends = [
        (line.text, following.text[0].islower())
        for line, following in pairwise(lines)
        if not following.gap and following.text[0].isalpha() and not following.text[0].isupper()
        if _NARROWEST_WRAP <= len(line.text) <= _WIDEST_WRAP and not ends_sentence(line.text)
    ]
    if len(open_ends) < _FEWEST_UNCASED and not any(lower for _, lower in open_ends):
        return 0
    lengths = sorted(len(line) for line, _ in open_ends)
    return lengths[-1] if lengths[len(lengths) // 2] >= _EVEN * lengths[-1] else 0
