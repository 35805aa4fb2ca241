"""Text from articles and people, as Discord Markdown that shows just that text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise

from knowledge.models import Span

_MARK = re.compile(r"[\\`*_~|<>\[\]()#@:+-]|(?<=\d)\.")
"""What Discord may read as Markdown, a mention, a time, an emoji, an address or, first in a line, a list."""

_UNSHOWN = re.compile(
    "[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
"""Controls, what reorders the text around it, half characters, and spaces without a width."""

_SPACES = re.compile(r"\s+")
_TOKEN = re.compile(r"\s+|\S{1,40}\.?")
"""White space or a word; what has no white space for long is cut somewhere, but not before a dot."""

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
    runs = _runs(text, _merged(bold, len(text)))
    if len(text) <= limit:  # nearly always all of it fits, and it need not be taken to pieces
        whole = _joined((strong, escape(_SPACES.sub(" ", run))) for strong, run in runs)
        if length(whole) <= limit:
            return whole
    return _joined(_within(limit, _tokens(runs)))


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


Token = tuple[bool, str]
"""Whether it is bold, and the text or Markdown of a run of words, a word or a space."""


def _runs(text: str, bold: Sequence[Span]) -> list[Token]:
    """`text` between the ends of its bold spans, without what isn't shown."""
    edges = [0, *(edge for span in bold for edge in span), len(text)]
    return [
        (number % 2 == 1, _UNSHOWN.sub("", text[start:end])) for number, (start, end) in enumerate(pairwise(edges))
    ]


def _tokens(runs: Iterable[Token]) -> Iterator[Token]:
    """The words and the spaces of `runs`, each space as one."""
    for strong, run in runs:
        for token in _TOKEN.findall(run):
            yield strong, " " if token.isspace() else escape(token)


def _joined(tokens: Iterable[Token]) -> str:
    """The tokens as one: bold words without a space between them share their marks, and so do those of one span."""
    runs = ((strong, "".join(token for _, token in run)) for strong, run in groupby(tokens, key=lambda token: token[0]))
    return "".join(_bold(run) if strong else run for strong, run in runs).strip()


def _within(limit: int, tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens that fit into `limit`, followed by an ellipsis if that is not all."""
    room = limit - 1  # for the ellipsis
    was_strong = False
    for strong, token in tokens:
        room -= length(token) + (4 if strong and not was_strong else 0)
        if room < 0:
            yield False, "…"
            return
        yield strong, token
        was_strong = strong


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
