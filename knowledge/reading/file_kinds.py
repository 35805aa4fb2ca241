"""What kind of file something is: by the ending of its name, checked by its first bytes, which win."""

from __future__ import annotations

import re
from enum import StrEnum

from knowledge.errors import SourceError


class FileKind(StrEnum):
    """The kinds of file that are read."""

    TEXT = "text"
    JSON_LINES = "json-lines"
    PAGE = "page"
    MARKDOWN = "markdown"
    PDF = "pdf"
    WORD = "word"
    ZIP = "zip"


HEAD = 2048
"""Bytes by which a kind is told."""

_BY_ENDING = {
    **dict.fromkeys((".jsonl", ".ndjson"), FileKind.JSON_LINES),
    **dict.fromkeys((".html", ".htm", ".xhtml"), FileKind.PAGE),
    **dict.fromkeys((".md", ".markdown"), FileKind.MARKDOWN),
    ".pdf": FileKind.PDF,
    ".docx": FileKind.WORD,
    ".zip": FileKind.ZIP,
}
_OTHERS = re.compile(r"\.(?:xml|rss|atom|json|csv|tsv|rtf|eml|docm?|dotx?|odt|epub|xlsx?|pptx?|css|js|svg)")
_BY_CONTENT = {FileKind.PDF, FileKind.WORD, FileKind.ZIP}

_ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
_OLD_OFFICE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF_MARK = b"%PDF-"
_PDF_MARK_WITHIN = 1024  # as readers of PDF allow
_PAGE = re.compile(rb"(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*(?:<!doctype\s+html|<html)", re.DOTALL)
_MARKUP = re.compile(rb"<\?xml|<!doctype|<rss|<feed")


def file_kind(name: str, ending: str, head: bytes) -> FileKind:
    """The kind of the file called `name`, of which `head` are the first bytes. Raises SourceError for one not read."""
    if not head:
        raise SourceError(name, "empty")
    if head.startswith(_PDF_MARK):
        return FileKind.PDF
    if head.startswith(_ZIP_MARKS):
        return FileKind.WORD if ending == ".docx" else FileKind.ZIP
    if _OTHERS.fullmatch(ending):
        raise SourceError(name, "unknown-kind")
    kind = _BY_ENDING.get(ending, FileKind.TEXT)
    if kind == FileKind.PDF and _PDF_MARK in head[:_PDF_MARK_WITHIN]:
        return kind
    if kind == FileKind.WORD and head.startswith(_OLD_OFFICE_MARK):  # what Word wraps an encrypted document in
        raise SourceError(name, "encrypted")
    if kind in _BY_CONTENT:
        raise SourceError(name, "damaged")
    return kind if kind == FileKind.JSON_LINES else _by_markup(name, kind, head)


def _by_markup(name: str, kind: FileKind, head: bytes) -> FileKind:
    start = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()  # in UTF-16 too
    if _PAGE.match(start):
        return FileKind.PAGE
    if kind != FileKind.PAGE and _MARKUP.match(start):
        raise SourceError(name, "unknown-kind")
    return kind
