"""The main text of a page, by trafilatura, as paragraphs with blank lines between them."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from configparser import ConfigParser
from copy import deepcopy
from functools import cache

from lxml.etree import _Element
from lxml.html import HtmlElement

from knowledge.reading.lines import ends_sentence
from knowledge.reading.web.breaks import paragraphs_of_breaks

_SPACE = re.compile(r"[ \t\n\r\f]+")  # what a page doesn't show; a no-break space is shown
_SPACE_WITHIN = re.compile(r" {2,}")
_BLOCKS = frozenset({"p", "head", "item", "quote", "cell", "row", "table", "list", "code", "div", "fw", "ab"})
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\u200b\u00ad\ud800-\udfff]")


def main_text(tree: HtmlElement) -> list[str]:
    """The paragraphs of the main text, headings among them, in order and as the page shows them.

    Nothing is taken from JSON-LD: a text must stand on the page, so that a link to a sentence finds it. Nor from
    comments of readers, and of tables only whole sentences. Of `tree` the scripts are taken away.
    """
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its warnings name pages, and we tell what is wrong
    from trafilatura import bare_extraction

    try:
        for script in list(tree.iter("script", "style", "template")):
            script.drop_tree()
        paragraphs_of_breaks(tree)
        # The fast mode is as good (F1 .962 and .922 where the usual one has .960 and .928) in half of the time.
        document = bare_extraction(tree, fast=True, include_comments=False, config=_settings())
    except Exception:  # noqa: BLE001 - whatever a hostile page makes go wrong in there is the page's fault
        return []
    body = getattr(document, "body", None)
    return [] if body is None else [paragraph for paragraph in _paragraphs(body) if paragraph]


@cache
def _settings() -> ConfigParser:
    """The settings of trafilatura, but that 80 characters are enough: below its 250 it takes the page as a whole."""
    from trafilatura.settings import DEFAULT_CONFIG

    settings = deepcopy(DEFAULT_CONFIG)
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", "80")
    return settings


def _paragraphs(body: _Element) -> Iterator[str]:
    """The text of each block of trafilatura's tree."""
    pieces: list[str] = []
    for piece in _pieces(body):
        if piece is not None:
            pieces.append(piece)
        else:
            yield from _shown("".join(pieces))
            pieces = []
    yield from _shown("".join(pieces))


def _pieces(element: _Element) -> Iterator[str | None]:
    """Texts in order, with a line end for a break, and None where a block begins or ends; at most 256 levels deep."""
    if element.tag == "cell" and len(element) == 0 and not ends_sentence((element.text or "").rstrip()):
        return  # a figure of a table
    if element.tag in _BLOCKS:
        yield None
    yield _SPACE.sub(" ", element.text or "")
    for child in element:
        if child.tag == "lb":
            yield "\n"
        else:
            yield from _pieces(child)
        yield _SPACE.sub(" ", child.tail or "")
    if element.tag in _BLOCKS:
        yield None


def _shown(text: str) -> Iterator[str]:
    """The paragraphs of one block, with one space where the page has some.

    A break after a whole sentence ends a paragraph, as pages without `p` have them; another one only a line.
    """
    lines = (line for line in map(str.strip, _UNSEEN.sub("", text).split("\n")) if line)
    paragraph = ""
    for line in lines:
        paragraph = f"{paragraph}\n{line}" if paragraph else line
        if ends_sentence(line):
            yield _SPACE_WITHIN.sub(" ", paragraph)
            paragraph = ""
    if paragraph:
        yield _SPACE_WITHIN.sub(" ", paragraph)
