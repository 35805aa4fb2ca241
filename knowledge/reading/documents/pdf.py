"""PDF to articles, by pypdf: text as it was laid out, made whole again."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, LimitReachedError

from knowledge.errors import SourceError
from knowledge.models import Article
from knowledge.reading.documents.printed import Line, running_text
from knowledge.reading.documents.said import MAX_CHARACTERS, articles_of

MAX_PAGES = 5_000


def read(data: bytes, name: str) -> list[Article]:
    """The articles in a PDF. Raises SourceError, and on damaged bytes whatever pypdf raises."""
    try:
        return _read(PdfReader(BytesIO(data)), name)
    except LimitReachedError:  # of what is unpacked, by pypdf itself
        raise SourceError(name, "too-packed") from None


def _read(reader: PdfReader, name: str) -> list[Article]:
    if reader.is_encrypted and not _opens_without_password(reader):
        raise SourceError(name, "encrypted")
    if len(reader.pages) > MAX_PAGES:
        raise SourceError(name, "too-large", limit=MAX_CHARACTERS)
    pages = list(_limited(reader, name))
    text = running_text(pages)
    if not text:
        raise SourceError(name, "no-text-layer")
    said = reader.metadata
    return articles_of(text, name, title=str((said and said.title) or ""), author=str((said and said.author) or ""))


def _opens_without_password(reader: PdfReader) -> bool:
    """Whether it is only locked against changes, which needs no password to read."""
    try:
        return bool(reader.decrypt(""))
    except DependencyError:  # AES, for which pypdf needs a library that is not worth its size
        return False


def _limited(reader: PdfReader, name: str) -> Iterator[list[Line]]:
    characters = 0
    for page in reader.pages:
        lines = _lines(page)
        characters += sum(len(line.text) for line in lines)
        if characters > MAX_CHARACTERS:
            raise SourceError(name, "too-large", limit=MAX_CHARACTERS)
        yield lines


def _lines(page: PageObject) -> list[Line]:
    """The lines of a page in the order in which they were set, which is that of reading, column by column."""
    lines: list[Line] = []
    pieces: list[str] = []
    start = (0.0, 0.0, 0.0)

    def end_line() -> None:
        text = " ".join("".join(pieces).split())
        if text:
            lines.append(Line(text, *start))
        pieces.clear()

    def take(text: str, onto_page: list[float], matrix: list[float], _font: object, size: float) -> None:
        nonlocal start
        for number, piece in enumerate(text.split("\n")):
            if number:
                end_line()
            if piece.strip() and not "".join(pieces).strip():
                a, b, c, d, e, f = onto_page
                x, y = matrix[4], matrix[5]
                height = abs(size * matrix[3] * d) or abs(size)
                start = (x * a + y * c + e, x * b + y * d + f, height)
            pieces.append(piece)

    page.extract_text(visitor_text=take)
    end_line()
    return lines
