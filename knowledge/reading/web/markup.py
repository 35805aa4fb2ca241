"""The bytes of a page to a tree of its elements, within limits."""

from __future__ import annotations

import codecs
import re

from lxml import etree, html

from knowledge.errors import SourceError
from knowledge.reading.decoding import NotText, decode

MAX_PAGE = 5_000_000
"""Bytes of a page."""
MAX_ELEMENTS = 30_000
"""Elements of a page: newspapers' have 500 to 8,000, long live reports 20,000. The time grows with more than them."""
_MAX_ATTRIBUTES = 2_000  # of one element: the time to make a tree grows with their square
_SMALL = 20_000  # bytes, in which no page can have so much that it takes long

_META_CHARSET = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]{1,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_HEAD = 4_096
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_AS_READ_BY_BROWSERS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""Encodings that pages name while they are in a larger one: https://encoding.spec.whatwg.org/#names-and-labels."""
_CODECS = re.compile(r"iso8859|cp\d|koi8|mac-|euc_|gb|big5|shift_jis|iso2022|utf-(?:8|16|32)|tis-620|hz|ascii")
_BROKEN_SHARE = 0.02

_PAGE = re.compile(
    r"<(?:!doctype\s+html|html|head|body|main|article|section|div|p|h1|table|meta|title)\b", re.IGNORECASE
)
_OTHER_XML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:rss|feed|rdf:RDF|urlset|sitemapindex|svg)\b", re.DOTALL
)
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
    r"|&#(?:x0*(?:[0-8bcef]|1[0-9a-f]|fff[ef])(?![0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d));?",
    re.IGNORECASE,
)
"""Characters, and references to them, that a page doesn't show and that a tree can't take."""
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")


def read_markup(data: bytes, charset: str | None, source: str) -> html.HtmlElement:
    """The tree of a page. `charset` is what the server said. Raises SourceError for what is no page, or too large."""
    if len(data) > MAX_PAGE:
        raise SourceError(source, "too-large", limit=MAX_PAGE)
    if not data.strip():
        raise SourceError(source, "empty")
    try:
        text = page_text(data, charset)
    except NotText:
        raise SourceError(source, "binary") from None
    if _OTHER_XML.match(text) or not _PAGE.search(text):
        raise SourceError(source, "not-a-page")
    encoded = _UNSEEN.sub("", _DECLARATION.sub("", text)).encode("utf-8", "replace")
    if len(encoded) > _SMALL and not _within_limits(encoded):
        raise SourceError(source, "too-costly")
    try:
        return html.document_fromstring(encoded, parser=_parser())
    except (etree.LxmlError, ValueError):
        raise SourceError(source, "not-a-page") from None


def page_text(data: bytes, charset: str | None = None) -> str:
    """The text of a page's bytes, by its byte order mark, its being UTF-8, what the server and the page say of it.

    UTF-8 comes before what is said: bytes that are valid in it by chance are rarer than servers that are set up wrong.
    Raises NotText.
    """
    if data.count(b"\0") * 50 < len(data):
        data = data.replace(b"\0", b"")  # as browsers do
    if data.startswith(_MARKS) or b"\0" in data:
        return decode(data)
    declared = [name for name in (charset, *_declared(data)) if name]
    if not any(name.lower().startswith(("iso-2022", "hz")) for name in declared):  # all of whose bytes are ASCII
        try:
            data.decode("utf-8")
            declared = []
        except UnicodeDecodeError:
            pass
    for name in declared:
        if (text := _decoded(data, name)) is not None:
            return text
    return decode(data)


def _declared(data: bytes) -> list[str]:
    found = (pattern.search(data, 0, _HEAD) for pattern in (_XML_CHARSET, _META_CHARSET))
    return [match[1].decode("ascii", "replace") for match in found if match]


def _decoded(data: bytes, name: str) -> str | None:
    """`data` in the encoding of a name, None where there is no such encoding or the bytes aren't in it."""
    try:
        codec = codecs.lookup(name).name
        if not _CODECS.match(codec):
            return None
        text = data.decode(_AS_READ_BY_BROWSERS.get(codec, codec), "replace")
    except (LookupError, UnicodeError, ValueError):
        return None
    return text if text.count("\N{REPLACEMENT CHARACTER}") <= 1 + _BROKEN_SHARE * len(text) else None


class _Size:
    """A target of lxml's parser that makes no tree."""

    def __init__(self) -> None:
        self.elements = 0
        self.most_attributes = 0

    def start(self, _tag: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        if len(attributes) > self.most_attributes:
            self.most_attributes = len(attributes)

    def close(self) -> None:
        """Nothing is made."""


def _within_limits(encoded: bytes) -> bool:
    size = _Size()
    try:
        etree.fromstring(encoded, parser=etree.HTMLParser(target=size, encoding="utf-8"))
    except etree.LxmlError:
        return False
    return size.elements <= MAX_ELEMENTS and size.most_attributes <= _MAX_ATTRIBUTES


def _parser() -> html.HTMLParser:
    """Elements below the 256th level are left out by libxml2 itself; entities that a page declares aren't expanded."""
    return html.HTMLParser(
        collect_ids=False,
        default_doctype=False,
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        no_network=True,
    )
