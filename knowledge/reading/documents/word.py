"""Word documents (.docx) to articles.

Read from their XML, which is less to trust than a library that opens all parts of a file from anywhere: nothing outside
the text is looked at, nothing is unpacked over a limit, and no entity is expanded.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from knowledge.errors import SourceError
from knowledge.models import Article
from knowledge.reading.archives import opened_archive, problem_of
from knowledge.reading.documents.said import articles_of
from knowledge.reading.sources import Source

MAX_PART = 100_000_000
"""Bytes of a part of a document, unpacked."""

_TEXT = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
# What was deleted or moved away, codes of fields, and the second version of a picture's text.
_LEFT_OUT = {"del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "sectPr", "tblPr", "trPr", "tcPr"}
_BREAKS = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-"}


def read(data: bytes, name: str) -> list[Article]:
    """The articles in a Word document. Raises SourceError, and on damaged bytes whatever lxml raises."""
    with opened_archive(BytesIO(data), name) as archive:
        text = _part(archive, _TEXT, name)
        properties = _part(archive, _PROPERTIES, name)
    if text is None:
        raise SourceError(name, "damaged")
    said = {_tag(element): element.text or "" for element in properties} if properties is not None else {}
    paragraphs = [paragraph for paragraph in _paragraphs(text) if paragraph.strip()]
    return articles_of("\n\n".join(paragraphs), name, title=said.get("title", ""), author=said.get("creator", ""))


def _part(archive: ZipFile, part: str, name: str) -> etree._Element | None:
    """A part of the document, None where it isn't there. Raises SourceError for one that must not be unpacked."""
    try:
        entry = archive.getinfo(part)
    except KeyError:
        return None
    problem = problem_of(entry)
    if problem:
        raise SourceError(name, problem)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(Source(name, entry.file_size, lambda: archive.open(entry)).read(MAX_PART), parser)


def _paragraphs(element: etree._Element) -> Iterator[str]:
    """The paragraphs in `element` in order; a row of a table is one."""
    for child in element:
        tag = _tag(child)
        if tag in _LEFT_OUT:
            continue
        if tag == "p":
            yield _words(child)
            for box in child.iter("{*}txbxContent"):
                if not any(_tag(outer) == "Fallback" for outer in box.iterancestors()):
                    yield from _paragraphs(box)
        elif tag == "tr":
            yield " | ".join(cell for cell in map(_cell, child.iterfind("{*}tc")) if cell)
        else:
            yield from _paragraphs(child)


def _cell(cell: etree._Element) -> str:
    return " ".join(filter(None, (paragraph.strip() for paragraph in _paragraphs(cell))))


def _words(element: etree._Element) -> str:
    """The words of a paragraph, text boxes that hang on it left out."""
    pieces = []
    for child in element:
        tag = _tag(child)
        if tag == "t":
            pieces.append(child.text or "")
        elif tag in _BREAKS:
            pieces.append(_BREAKS[tag])
        elif tag == "r" and child.find("{*}rPr/{*}vanish") is not None:
            continue
        elif tag not in _LEFT_OUT and tag != "txbxContent":
            pieces.append(_words(child))
    return "".join(pieces)


def _tag(element: etree._Element) -> str:
    """The name of an element without its namespace, of which Word has two; nothing for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
