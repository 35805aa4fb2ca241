"""The feed that somebody means who gives its address, or that of its site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urljoin

from lxml import etree

from knowledge.errors import FetchError, SourceError
from knowledge.fetching.fetched import Fetched
from knowledge.fetching.fetcher import Fetcher
from knowledge.following.entries import LONGEST_TITLE, FeedDocument, LinkedFeed, clean, web_address
from knowledge.following.json_feed import looks_like_json
from knowledge.following.reader import Reader

USUAL_PATHS = ("/feed", "/rss.xml", "/atom.xml", "/feed.json")
"""Where feeds are on sites whose pages don't name them."""
MOST_OTHERS = 10
"""Other feeds of a page that are named."""

_KINDS = {"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"}
_FIRST_TAG = re.compile(rb"<(?:!doctype\s{1,10})?(?:\w{1,20}:)?(rss|feed|rdf|html)[\s>/]", re.IGNORECASE)
_HEAD = 20_000
"""Bytes within which a feed says that it is one."""


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed, the address at which to ask for it, and the `others` that the same page names."""

    address: str
    document: FeedDocument
    others: tuple[LinkedFeed, ...] = ()


def find_feed(address: str, fetcher: Fetcher, reader: Reader) -> FoundFeed:
    """The feed at an address, else that which the page there names first, else the one at a usual place of the site.

    Raises FetchError where nothing can be fetched, SourceError where there is no feed.
    """
    address = web_address_of(address)
    fetched = fetcher.fetch(address, obey_robots=True)
    if is_feed(fetched.body):
        return _found(fetched, address, reader)
    linked = linked_feeds(fetched.body, fetched.address)
    if linked:
        first, *others = sorted(linked, key=lambda feed: feed.of_comments)
        return _found(fetcher.fetch(first.address, obey_robots=True), first.address, reader, tuple(others))
    for path in USUAL_PATHS:
        tried = urljoin(fetched.address, path)
        try:
            return _found(fetcher.fetch(tried, obey_robots=True), tried, reader)
        except (FetchError, SourceError):
            continue
    raise SourceError(address, "no-feed")


def web_address_of(typed: str) -> str:
    """An address as somebody typed it, with https where they left the scheme out."""
    typed = typed.strip()
    return typed if "://" in typed else f"https://{typed}"


def is_feed(data: bytes) -> bool:
    """Whether `data` says at its start that it is a feed, and not a page."""
    head = data[:_HEAD].replace(b"\0", b"")  # of UTF-16, the ASCII characters are left
    first = _FIRST_TAG.search(head)
    return looks_like_json(data) or bool(first and first[1].lower() != b"html")


def linked_feeds(data: bytes, address: str) -> list[LinkedFeed]:
    """The feeds that a page names in its head, in its order, each once; `data` came from `address`."""
    feeds: dict[str, LinkedFeed] = {}
    for linked in islice(_links(data, address), MOST_OTHERS + 1):
        feeds.setdefault(linked.address, linked)
    return list(feeds.values())


def _links(data: bytes, address: str) -> Iterator[LinkedFeed]:
    page = etree.fromstring(data, etree.HTMLParser(no_network=True)) if data.strip() else None
    if page is None:
        return
    base = next((web_address(one.get("href"), address) for one in page.iter("base")), None) or address
    for link in page.iter("link"):
        alternate = "alternate" in (link.get("rel") or "").lower().split()
        kind = (link.get("type") or "").split(";")[0].strip().lower()
        target = web_address(link.get("href"), base)
        if alternate and kind in _KINDS and target:
            yield LinkedFeed(target, clean(link.get("title"), LONGEST_TITLE))


def _found(fetched: Fetched, asked: str, reader: Reader, others: tuple[LinkedFeed, ...] = ()) -> FoundFeed:
    if not is_feed(fetched.body):
        raise SourceError(asked, "no-feed")
    document = reader.read(fetched.body, fetched.address, fetched.charset)
    return FoundFeed(fetched.moved_to or asked, document, others)
