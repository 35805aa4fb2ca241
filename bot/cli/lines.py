"""Lines of bytes from outside, of any length and content, as text in bounded memory."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

LONGEST = 1 << 16
"""Bytes of a line that are kept."""

_CONTINUATION = bytes(range(0x80, 0xC0))


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end. `text` is the whole of it or its first 64 KiB; `length` counts all its characters."""

    text: str
    length: int


def read_lines(stream: BinaryIO) -> Iterator[Line]:
    """Each line as soon as it is there, read as UTF-8; what isn't UTF-8 becomes U+FFFD."""
    first = True
    while head := stream.readline(LONGEST):
        beyond = 0 if head.endswith(b"\n") else _skip_line(stream)
        if first:
            head, first = head.removeprefix(codecs.BOM_UTF8), False
        text = head.decode("utf-8", "replace").removesuffix("\n").removesuffix("\r")
        yield Line(text, len(text) + beyond)


def read_whole(stream: BinaryIO) -> Line:
    """All of a stream as one text of however many lines, without the end of the last; read as UTF-8 as a line is."""
    head = stream.read(LONGEST)
    beyond = 0
    while piece := stream.read(LONGEST):
        beyond += _characters(piece)
    text = head.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace").rstrip("\r\n")
    return Line(text, len(text) + beyond)


def _characters(piece: bytes) -> int:
    return len(piece.translate(None, _CONTINUATION))


def _skip_line(stream: BinaryIO) -> int:
    """Read to the end of the line and tell how many characters that was."""
    skipped = 0
    while piece := stream.readline(LONGEST):
        skipped += _characters(piece.rstrip(b"\r\n"))
        if piece.endswith(b"\n"):
            break
    return skipped
