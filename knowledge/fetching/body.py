"""The body of a response: decompressed within a limit, and of a kind that is read."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from itertools import chain

from knowledge.fetching.refusal import Refusal

PIECE = 65_536
"""Bytes that are decompressed at once."""
GZIP, ZLIB, DEFLATE = 31, 15, -15
"""What zlib calls these by."""
CODINGS = frozenset({"gzip", "x-gzip", "deflate"})
PLAIN = frozenset({"", "identity"})
ACCEPTED = "gzip, deflate"

KINDS = frozenset(
    {
        "text/html",
        "application/xhtml+xml",
        "text/xml",
        "application/xml",
        "application/rss+xml",
        "application/rdf+xml",  # RSS 1.0
        "application/atom+xml",
        "application/feed+json",
        "application/json",
        "text/plain",
    }
)
"""Media types that are read."""
ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5"


def read_body(pieces: Iterable[bytes], coding: str, limit: int, cut: bool) -> bytes:
    """The decompressed body. Raises Refusal over `limit` bytes, unless it is to be `cut` there."""
    body = bytearray()
    for piece in _decoded(pieces, coding.strip().lower()):
        body += piece
        if len(body) > limit:
            if cut:
                return bytes(body[:limit])
            raise Refusal("too-large", limit=limit)
    return bytes(body)


def sniffed(body: bytes) -> str:
    """The media type of a body that came without one."""
    start = body[:1_000].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"<?xml"):
        return "application/xml"
    if start.startswith(b"<"):
        return "text/html"
    if start.startswith((b"{", b"[")):
        return "application/json"
    if start.startswith(b"%PDF-") or b"\0" in start:
        raise Refusal("kind")
    return "text/plain"


def _decoded(pieces: Iterable[bytes], coding: str) -> Iterator[bytes]:
    """Decompress, never more than a piece at once. One coding is enough for anybody but a bomb."""
    if coding in PLAIN:
        yield from pieces
    elif coding in CODINGS:
        yield from _inflated(pieces, coding)
    else:
        raise Refusal("damaged")


def _inflated(pieces: Iterable[bytes], coding: str) -> Iterator[bytes]:
    start, rest = _started(iter(pieces))
    form = _form(coding, start)
    inflater = zlib.decompressobj(form)
    for piece in chain([start], rest):
        while piece:
            if inflater.eof:
                if form != GZIP or not piece.startswith(b"\x1f"):
                    return  # rubbish behind the end, which browsers leave alone too
                inflater = zlib.decompressobj(form)  # another member of the same file
            try:
                yield inflater.decompress(piece, PIECE)
            except zlib.error:
                raise Refusal("damaged") from None
            piece = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
    yield inflater.flush()  # a few matches for which the last piece had no more room
    if start and not inflater.eof:
        raise Refusal("damaged")


def _started(pieces: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """The first two bytes or more, and what follows them."""
    start = b""
    while len(start) < 2 and (piece := next(pieces, None)) is not None:
        start += piece
    return start, pieces


def _form(coding: str, start: bytes) -> int:
    """How zlib calls the form: what calls itself "deflate" has a header of two bytes (RFC 1950, 2.2), or none."""
    if coding != "deflate":
        return GZIP
    return ZLIB if start[:1] and start[0] & 15 == 8 and int.from_bytes(start[:2]) % 31 == 0 else DEFLATE
