"""Lines as they stand on printed pages to running text: paragraphs in one piece, words that were divided made whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from knowledge.language.dictionary import is_english
from knowledge.reading.lines import ends_sentence

_WIDER = 1.3
"""Times the usual distance of lines from which a space sets paragraphs apart."""
_DOUBLE = 1.8
"""Times the height of letters, from which lines stand so far apart that each may be a paragraph."""
_SHORT = 0.7
_INDENT = 0.7
"""Of the height of a letter, from which a line is set in."""
_OTHER_SIZE = 1.12
_FEWEST_PAGES = 2
_SHARE_OF_PAGES = 0.3  # left and right pages may have lines of their own
_SAME_HEIGHT = 4.0
_OUTER = 3
"""Lines above and below that may be a running head and a foot."""

_DIGITS = re.compile(r"\d+")
_BULLET = re.compile(r"[•●▪■◦‣]\s*")
_DIVIDED = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_WHOLE_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Line(NamedTuple):
    """A line, and where it begins: `x` to the right, `y` upwards, `size` the height of its letters, in points."""

    text: str
    x: float
    y: float
    size: float


def running_text(pages: Sequence[Sequence[Line]]) -> str:
    """The text of all pages, a blank line between paragraphs; without what stands on every page above and below."""
    lines = [line for page in _without_repeated(pages) for line in page]
    words = Counter(word.casefold() for line in lines for word in _WHOLE_WORD.findall(line.text))
    return "\n\n".join(_joined(paragraph, words) for paragraph in _paragraphs(lines))


def _without_repeated(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without running heads and page numbers: outer lines that are alike, but for digits, at one height."""
    marks = [{_mark(line) for line in _outer(page)} for page in pages]
    seen = Counter(mark for page in marks for mark in page)
    enough = max(_FEWEST_PAGES, _SHARE_OF_PAGES * len(pages))
    return [
        [line for line in page if (mark := _mark(line)) not in outer or seen[mark] < enough]
        for page, outer in zip(pages, marks, strict=True)
    ]


def _outer(page: Sequence[Line]) -> list[Line]:
    """The lines furthest up and down."""
    by_height = sorted(page, key=lambda line: line.y)
    return by_height[:_OUTER] + by_height[-_OUTER:]


def _mark(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("0", line.text.casefold()), round(line.y / _SAME_HEIGHT)


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    distances = [before.y - line.y for before, line in pairwise(lines)]
    usual = median([distance for distance in distances if distance > 1] or [0.0])
    short = _SHORT * max((len(line.text) for line in lines), default=0)
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and _begins(paragraph[-1], line, usual, short):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _begins(before: Line, line: Line, usual: float, short: float) -> bool:
    """Whether `line` begins a paragraph; one of up to `short` characters may end one."""
    sizes = sorted((before.size, line.size))
    if _BULLET.match(line.text) or sizes[1] > _OTHER_SIZE * sizes[0]:
        return True
    distance = before.y - line.y
    if not 0 <= distance <= 4 * usual:  # at the head of a column or a page
        return ends_sentence(before.text)
    if distance > _WIDER * max(usual, line.size):  # lines of a heading stand further apart
        return True
    if distance > _DOUBLE * line.size and (ends_sentence(before.text) or len(before.text) <= short):
        return True
    return ends_sentence(before.text) and line.x - before.x > _INDENT * line.size


def _joined(paragraph: Sequence[Line], words: Counter[str]) -> str:
    text = _BULLET.sub("", paragraph[0].text)
    for line in paragraph[1:]:
        text = _with_line(text, line.text, words)
    return text


def _with_line(text: str, line: str, words: Counter[str]) -> str:
    divided, rest = _DIVIDED.search(text[-50:]), _FIRST_WORD.match(line)
    if not divided or not rest:
        return f"{text} {line}"
    return text[:-1] + line if _is_one_word(divided[1], rest[0], words) else text + line


def _is_one_word(first: str, rest: str, words: Counter[str]) -> bool:
    """Whether a line ended within a word, and not at its hyphen: as it stands elsewhere, else as is likelier."""
    whole, hyphened = (first + rest).casefold(), f"{first}-{rest}".casefold()
    if words[whole] != words[hyphened]:
        return words[whole] > words[hyphened]
    if rest[0].isupper():
        return False
    return is_english(whole) or not (is_english(first.casefold()) and is_english(rest.casefold()))
