"""A `.jsonl` file to its articles, line by line, so that one of any size fits in memory."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from io import TextIOWrapper

from knowledge.errors import SourceError
from knowledge.models import Article
from knowledge.reading.decoding import NotText, decode
from knowledge.reading.fields import Place
from knowledge.reading.records import read_record
from knowledge.reading.sources import Source

MAX_LINE = 5_000_000
"""Characters of a line."""

_HEAD = 1 << 16
_WIDE_MARKS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def read_lines(source: Source) -> Iterator[Article | SourceError]:
    """The articles of the lines as they are asked for; the error of a line is a value.

    Raises SourceError: at once for what is no such file, later where no line holds anything.
    """
    return _read_lines(source, _encoding(source))


def _encoding(source: Source) -> str:
    """UTF-8, or UTF-16 where the file says so."""
    head = source.head(_HEAD)
    wide = _WIDE_MARKS.get(head[:2])
    # A zero byte spoils no more than its line, unless it comes at once, as in UTF-16 that doesn't say so.
    starts_as_json = head.lstrip()[:1] == b"{" and head.lstrip()[1:2] != b"\0"
    if not wide and b"\0" in head and not starts_as_json:
        raise SourceError(source.name, "binary")
    return wide or "utf-8-sig"


def _read_lines(source: Source, encoding: str) -> Iterator[Article | SourceError]:
    # A byte that is not UTF-8 becomes a lone surrogate, from which `_decoded` gets it back.
    errors = "replace" if encoding == "utf-16" else "surrogateescape"
    seen = False
    with source.opened() as file, TextIOWrapper(file, encoding, errors, newline="\n") as text:
        for number, line in enumerate(_limited_lines(text), 1):
            place = Place(source.name, number)
            if line is None:
                seen = True
                yield SourceError(place.source, "too-large", line=number, limit=MAX_LINE)
            elif line.strip():
                seen = True
                yield _read_line(line, place)
    if not seen:
        raise SourceError(source.name, "empty")


def _limited_lines(file: TextIOWrapper) -> Iterator[str | None]:
    """The lines of `file`; None for one over the limit, of which no more than the limit is ever held."""
    while line := file.readline(MAX_LINE + 1):
        if len(line) <= MAX_LINE or line.endswith("\n"):
            yield line
            continue
        while line and not line.endswith("\n"):
            line = file.readline(MAX_LINE)
        yield None


def _read_line(line: str, place: Place) -> Article | SourceError:
    try:
        return read_record(_decoded(line), place)
    except NotText:
        return SourceError(place.source, "binary", line=place.line)
    except SourceError as error:
        return error


def _decoded(line: str) -> str:
    try:
        line.encode()
    except UnicodeEncodeError:
        return decode(line.encode("utf-8", "surrogateescape"))
    return line
