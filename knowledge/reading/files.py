"""Files to articles: plain text, and JSON lines with one article a line."""

from __future__ import annotations

import codecs
import stat
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path

from knowledge.errors import SourceError
from knowledge.models import Article
from knowledge.reading.decoding import NotText, decode
from knowledge.reading.plain import read_text
from knowledge.reading.records import Place, read_record

MAX_TEXT = 10_000_000
"""Bytes of a text file."""
MAX_LINE = 5_000_000
"""Characters of a line of a `.jsonl` file."""

_JSON_LINES = {".jsonl", ".ndjson"}
_OTHER_KINDS = {".html", ".htm", ".xhtml", ".xml", ".rss", ".atom", ".json", ".csv", ".tsv", ".rtf", ".eml"}
_HEAD = 1 << 16
_WIDE_MARKS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def read_file(path: Path) -> Iterator[Article | SourceError]:
    """The articles in a text or `.jsonl` file, in order, read as they are asked for.

    A line of `.jsonl` that can't be read gives its SourceError as a value, and the lines after it are still read.
    Raises SourceError for a file that can't be read at all, before the first value where that can be known.
    """
    size = _size(path)
    ending = path.suffix.lower()
    if ending in _OTHER_KINDS:
        raise SourceError(str(path), "unknown-kind")
    if ending in _JSON_LINES:
        return _read_lines(path, _encoding(path))
    if size > MAX_TEXT:
        raise SourceError(str(path), "too-large", limit=MAX_TEXT)
    return iter(_read_whole(path))


def _size(path: Path) -> int:
    try:
        status = path.stat()
    except PermissionError:
        raise SourceError(str(path), "no-permission") from None
    except (OSError, ValueError):  # also a name that is too long, or holds a zero byte
        raise SourceError(str(path), "missing") from None
    if not stat.S_ISREG(status.st_mode):  # to open a named pipe would wait for ever
        raise SourceError(str(path), "not-a-file")
    return status.st_size


def _head(path: Path, length: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(length)
    except PermissionError:
        raise SourceError(str(path), "no-permission") from None
    except OSError:
        raise SourceError(str(path), "missing") from None


def _read_whole(path: Path) -> list[Article]:
    data = _head(path, MAX_TEXT + 1)
    if len(data) > MAX_TEXT:  # it grew, or its size isn't told
        raise SourceError(str(path), "too-large", limit=MAX_TEXT)
    try:
        text = decode(data)
    except NotText:
        raise SourceError(str(path), "binary") from None
    if not text.strip():
        raise SourceError(str(path), "empty")
    if _is_markup(text):
        raise SourceError(str(path), "unknown-kind")
    articles = read_text(text)
    if not articles:
        raise SourceError(str(path), "no-article")
    return articles


def _is_markup(text: str) -> bool:
    return text[:100].lstrip().lower().startswith(("<!doctype", "<html", "<?xml"))


def _encoding(path: Path) -> str:
    """The encoding of a `.jsonl` file: UTF-8, or UTF-16 where it says so."""
    head = _head(path, _HEAD)
    wide = _WIDE_MARKS.get(head[:2])
    # A zero byte spoils no more than its line, unless it comes at once, as in UTF-16 that doesn't say so.
    starts_as_json = head.lstrip()[:1] == b"{" and head.lstrip()[1:2] != b"\0"
    if not wide and b"\0" in head and not starts_as_json:
        raise SourceError(str(path), "binary")
    return wide or "utf-8-sig"


def _read_lines(path: Path, encoding: str) -> Iterator[Article | SourceError]:
    # A byte that is not UTF-8 becomes a lone surrogate, from which `_decoded` gets it back.
    errors = "replace" if encoding == "utf-16" else "surrogateescape"
    seen = False
    with path.open(encoding=encoding, errors=errors, newline="\n") as file:
        for number, line in enumerate(_limited_lines(file), 1):
            place = Place(str(path), number)
            if line is None:
                seen = True
                yield SourceError(place.source, "too-large", line=number, limit=MAX_LINE)
            elif line.strip():
                seen = True
                yield _read_line(line, place)
    if not seen:
        raise SourceError(str(path), "empty")


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
