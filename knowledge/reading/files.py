"""Files, folders and zips of them to articles."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

from knowledge.errors import SourceError
from knowledge.models import Article
from knowledge.reading.archives import opened_archive
from knowledge.reading.bundles import files_in, files_of_zip
from knowledge.reading.decoding import NotText, decode
from knowledge.reading.documents.apart import DocumentReader
from knowledge.reading.file_kinds import HEAD, FileKind, file_kind
from knowledge.reading.json_lines import read_lines
from knowledge.reading.plain import read_text
from knowledge.reading.sources import Source, file_source, file_status

MAX_TEXT = 10_000_000
"""Bytes of a text file."""
MAX_DOCUMENT = 50_000_000
"""Bytes of a document with layout, much of which may be pictures."""

_WORD_TEXT = "word/document.xml"
_OTHER_DOCUMENTS = {"[Content_Types].xml", "mimetype"}
"""Entries of a zip that is a document of a program for offices, or a book."""

Items = Iterator[Article | SourceError]


def read_file(path: Path) -> Items:
    """The articles in a file, in a folder or in a zip, in order, read as they are asked for.

    What can't be read among others, a line of `.jsonl` or a file of a folder, gives its SourceError as a value.
    Raises SourceError for a file that can't be read at all, before the first value where that can be known.
    """
    if stat.S_ISDIR(file_status(path).st_mode):
        return _read_folder(path)
    return _read_alone(file_source(path))


def _read_folder(folder: Path) -> Items:
    seen = False
    with DocumentReader() as reader:
        for item in _read_each(files_in(folder), reader):
            seen = True
            yield item
    if not seen:
        raise SourceError(str(folder), "empty")


def _read_alone(source: Source) -> Items:
    kind = _kind(source)
    if kind == FileKind.ZIP:
        return _read_zip_alone(source)
    with DocumentReader() as reader:  # ended before the first value: nothing but lines is read after this
        return _read(source, kind, reader)


def _read_zip_alone(source: Source) -> Items:
    with DocumentReader() as reader:
        yield from _read_zip(source, reader)


def _read_zip(source: Source, reader: DocumentReader) -> Items:
    with files_of_zip(source) as entries:
        yield from _read_each(entries, reader)


def _read_each(sources: Iterator[Source | SourceError], reader: DocumentReader) -> Items:
    """The articles of all sources; what can't be read is a value."""
    for source in sources:
        if isinstance(source, SourceError):
            yield source
            continue
        try:
            yield from _read(source, _kind(source), reader)
        except SourceError as error:
            yield error


def _read(source: Source, kind: FileKind, reader: DocumentReader) -> Items:
    match kind:
        case FileKind.ZIP:
            return _read_zip(source, reader)
        case FileKind.JSON_LINES:
            return read_lines(source)
        case FileKind.TEXT:
            return iter(_read_text(source.read(MAX_TEXT), source.name))
        case FileKind.MARKDOWN:
            return iter(reader.read(kind, source.read(MAX_TEXT), source.name))
        case _:
            return iter(reader.read(kind, source.read(MAX_DOCUMENT), source.name))


def _kind(source: Source) -> FileKind:
    """The kind of a source. Raises SourceError for one that isn't read, such as a zip within a zip."""
    kind = file_kind(source.name, source.ending, source.head(HEAD))
    if kind != FileKind.ZIP:
        return kind
    if source.packed:
        raise SourceError(source.name, "nested")
    with source.opener() as file, opened_archive(file, source.name) as archive:
        names = set(archive.namelist())
    if _WORD_TEXT in names:
        return FileKind.WORD
    if names & _OTHER_DOCUMENTS:
        raise SourceError(source.name, "unknown-kind")
    return FileKind.ZIP


def _read_text(data: bytes, name: str) -> list[Article]:
    try:
        text = decode(data)
    except NotText:
        raise SourceError(name, "binary") from None
    if not text.strip():
        raise SourceError(name, "empty")
    articles = read_text(text)
    if not articles:
        raise SourceError(name, "no-article")
    return articles
