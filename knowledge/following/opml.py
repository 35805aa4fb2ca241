"""Lists of feeds as other readers write and take them: OPML 2.0 (https://opml.org/spec2.opml)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from knowledge.errors import SourceError
from knowledge.following.entries import LONGEST_TITLE, clean, web_address
from knowledge.storage.feed_values import Feed

LARGEST = 5_000_000
"""Bytes of a list."""
MOST_FEEDS = 1_000


@dataclass(frozen=True, slots=True)
class Outline:
    """A feed in a list: where it is, its title, and the site whose feed it is."""

    address: str
    title: str
    site: str | None


def read_opml(data: bytes, source: str) -> list[Outline]:
    """The feeds of a list, each once, however deep in its folders.

    Raises SourceError about `source` for what isn't OPML, declares entities, or is too large.
    """
    if len(data) > LARGEST:
        raise SourceError(source, "too-large", limit=LARGEST)
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        tree = etree.fromstring(data, parser).getroottree()
    except (etree.XMLSyntaxError, ValueError):
        raise SourceError(source, "not-opml") from None
    if tree.getroot().tag != "opml" or tree.docinfo.internalDTD is not None:
        raise SourceError(source, "not-opml")
    feeds: dict[str, Outline] = {}
    for outline in tree.iter("outline"):
        if len(feeds) < MOST_FEEDS and (address := web_address(outline.get("xmlUrl"), "")):
            title = clean(outline.get("title") or outline.get("text"), LONGEST_TITLE)
            feeds.setdefault(address, Outline(address, title, web_address(outline.get("htmlUrl"), "")))
    return list(feeds.values())


def write_opml(feeds: Iterable[Feed]) -> bytes:
    """The feeds as a list."""
    opml = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(opml, "head"), "title").text = "Factbox"
    body = etree.SubElement(opml, "body")
    for feed in feeds:
        title = feed.title or feed.address
        outline = etree.SubElement(body, "outline", type="rss", text=title, title=title, xmlUrl=feed.address)
        if feed.site:
            outline.set("htmlUrl", feed.site)
    written: bytes = etree.tostring(opml, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written
