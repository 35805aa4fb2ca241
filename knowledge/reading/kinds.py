"""What a paragraph of a page is: news, or one of the things that stand around news."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache

from knowledge.reading.captions import is_caption
from knowledge.reading.interface import is_interface
from knowledge.reading.lines import Paragraph, ends_sentence, paragraphs, without_bullet
from knowledge.reading.metadata import read_metadata
from knowledge.reading.names import is_maker


class Kind(Enum):
    """The kinds of paragraph. Only PROSE is news, and HEADING where there is no PROSE."""

    RULE = auto()
    METADATA = auto()
    MAKER = auto()
    CAPTION = auto()
    INTERFACE = auto()
    HEADING = auto()
    PROSE = auto()


Placed = tuple[Paragraph, Kind]
"""A paragraph with its kind."""

_MOST_WORDS_OF_HEADING = 20
_MOST_WORDS_BEFORE_COLON = 5
_HASHES = re.compile(r"#{1,6}\s+")


def placed(text: str) -> list[Placed]:
    """The paragraphs of `text`, each with its kind by its own words alone."""
    kind = cache(kind_of)
    items = map(without_bullet, paragraphs(text, stands_alone))
    return [(paragraph, kind(paragraph.text)) for paragraph in items]


def kind_of(text: str) -> Kind:
    """The kind of a paragraph: the first whose rule holds."""
    return next((kind for kind, holds in _RULES if holds(text)), Kind.PROSE)


def stands_alone(line: str) -> bool:
    """Whether a line can't be a part of a wrapped paragraph."""
    return is_rule(line) or is_metadata(line) or is_maker(line)


def is_rule(text: str) -> bool:
    """No word at all, such as `* * *` or `-----`."""
    return not any(map(str.isalnum, text))


def is_metadata(text: str) -> bool:
    """A date, an address, a byline with a date, or a label with its value."""
    return read_metadata(text) is not None


def is_heading(text: str) -> bool:
    """A title, a deck, a heading within the body: few words, and no full stop."""
    if _HASHES.match(text):
        return True
    if ends_sentence(text) and not (text[-1] in ":：" and word_count(text) <= _MOST_WORDS_BEFORE_COLON):
        return False
    return word_count(text) <= _MOST_WORDS_OF_HEADING


def word_count(text: str) -> int:
    """Words, or pairs of letters in a script that sets no spaces."""
    beginning = text[:1000]
    words = len(beginning.split())
    return words if beginning.isascii() else max(words, sum(letter >= "\u2e80" for letter in beginning) // 2)


_RULES = (
    (Kind.RULE, is_rule),
    (Kind.METADATA, is_metadata),
    (Kind.MAKER, is_maker),
    (Kind.CAPTION, is_caption),
    (Kind.INTERFACE, is_interface),
    (Kind.HEADING, is_heading),
)
