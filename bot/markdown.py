"""Text from articles and people, as Discord Markdown that shows just that text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from itertools import pairwise

from knowledge.models import Span

_MARK = re.compile(r"[\\`*_~|<>\[\]()#@:+-]|(?<=\d)\.")
"""What Discord may read as Markdown, a mention, a time, an emoji, an address or, first in a line, a list."""

_UNSHOWN = re.compile(
    "[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
"""Controls, what reorders the text around it, half characters, and spaces without a width."""

_SPACES = re.compile(r"\s+")
_LONGEST_WORD = 40
"""Characters of a word; what has no white space for longer is cut somewhere."""

_EPOCH = date(1970, 1, 1).toordinal()
_DAY = 86_400


def length(text: str) -> int:
    """The length of `text` in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def escape(text: str) -> str:
    """`text` with a backslash before each character that could be more than itself."""
    return _MARK.sub(r"\\\g<0>", text)


def show(text: str, limit: int, bold: Iterable[Span] = ()) -> str:
    """`text` on one line, its words in the spans `bold` in bold, cut at a word with "…" beyond `limit` UTF-16 units."""
    spans = list(bold)
    if len(text) <= limit and length(whole := _marked(text, spans)) <= limit:
        return whole
    size = limit - 2  # for the ellipsis, and the space before it
    while size > 0:
        part = _to_a_word(text, size)
        shown = _marked(part, spans)
        if length(shown) <= limit - 2:
            between = text[len(part) - 1 : len(part) + 1]
            return f"{shown}…" if between.strip() == between else f"{shown} …"
        size = min(len(part) - 1, len(part) * (limit - 2) // length(shown))
    return "…"


def cut(text: str, limit: int) -> str:
    """`text` on one line, for where Discord reads no Markdown, cut with "…" beyond `limit` UTF-16 units."""
    line = " ".join(_UNSHOWN.sub("", text[: 4 * limit]).split())
    if length(line) <= limit and len(text) <= 4 * limit:
        return line
    while length(line) >= limit:
        line = line[:-1]
    return f"{line.rstrip()}…"


def day(value: date) -> str:
    """`value` as a time that Discord words in the reader's language.

    Noon, so that it is the same day in all time zones but the last two.
    """
    return f"<t:{(value.toordinal() - _EPOCH) * _DAY + _DAY // 2}:D>"


def ago(value: datetime) -> str:
    """`value` as a time that Discord words as how long ago it was, or will be, in the reader's language."""
    return f"<t:{value.timestamp():.0f}:R>"


def _to_a_word(text: str, size: int) -> str:
    """The first `size` characters of `text`, or fewer, so that no word is cut."""
    part = text[:size]
    words = part.rsplit(maxsplit=1)
    if text[size : size + 1].strip() and len(words) > 1 and len(words[1]) <= _LONGEST_WORD:
        return part[: -len(words[1])]
    return part


def _marked(text: str, bold: Iterable[Span]) -> str:
    """`text` escaped, in bold where it should be, each stretch of white space as one space."""
    edges = [0, *(edge for span in _merged(bold, len(text)) for edge in span), len(text)]
    runs = [_SPACES.sub(" ", escape(_UNSHOWN.sub("", text[start:end]))) for start, end in pairwise(edges)]
    return "".join(_bold(run) if number % 2 else run for number, run in enumerate(runs)).strip()


def _bold(run: str) -> str:
    """`run` in bold, the spaces at its ends outside of the marks: inside, Discord would show the marks."""
    words = run.strip(" ")
    return run.replace(words, f"**{words}**") if words else run


def _merged(spans: Iterable[Span], end: int) -> list[Span]:
    """The spans in order, those that meet as one, within 0 and `end`."""
    merged: list[Span] = []
    for start, stop in sorted((max(start, 0), min(stop, end)) for start, stop in spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(stop, merged[-1][1]))
        elif start < stop:
            merged.append((start, stop))
    return merged
