"""JSON Feed, versions 1 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import codecs
import html
import json
from collections.abc import Mapping
from datetime import date
from itertools import islice
from typing import Any

from knowledge.errors import SourceError
from knowledge.following.entries import (
    LONGEST_TITLE,
    MOST_ENTRIES,
    Entry,
    FeedDocument,
    clean,
    not_in_future,
    storable,
    told_apart,
    web_address,
)
from knowledge.following.markup import without_markup
from knowledge.reading.dates import parse_date


def looks_like_json(data: bytes) -> bool:
    """Whether the first character is that of a JSON object."""
    return data[:100].removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{")


def parse_json_feed(data: bytes, address: str) -> FeedDocument:
    """The feed in `data`, which came from `address`. Raises SourceError for what isn't one."""
    feed = _object(data, address)
    items = feed.get("items")
    if not clean(feed.get("version")).startswith("https://jsonfeed.org/") or not isinstance(items, list):
        raise SourceError(address, "no-feed")
    listed = (item for item in items if isinstance(item, dict))
    return FeedDocument(
        title=clean(feed.get("title"), LONGEST_TITLE),
        entries=told_apart(_entry(item, address, feed) for item in islice(listed, MOST_ENTRIES)),
        site=web_address(feed.get("home_page_url"), address),
    )


def _object(data: bytes, address: str) -> Mapping[str, Any]:
    try:
        value = json.loads(data.decode("utf-8-sig", errors="replace"))
    except (ValueError, RecursionError):
        raise SourceError(address, "no-feed") from None
    return value if isinstance(value, dict) else {}


def _entry(item: Mapping[str, Any], address: str, feed: Mapping[str, Any]) -> Entry:
    number = item.get("id")
    return Entry(
        key=clean(str(number) if isinstance(number, int) else number),
        address=web_address(item.get("url"), address) or web_address(item.get("external_url"), address),
        title=clean(item.get("title"), LONGEST_TITLE),
        author=_author(item) or _author(feed),
        published=_day(item, "date_published") or _day(item, "date_modified"),
        language=clean(item.get("language") or feed.get("language"), 20).split("-")[0].lower(),
        content=_content(item),
        updated=clean(item.get("date_modified"), 100),
    )


def _author(values: Mapping[str, Any]) -> str | None:
    authors = values.get("authors")
    listed = [*(authors if isinstance(authors, list) else []), values.get("author")][:20]
    names = [clean(author.get("name"), LONGEST_TITLE) for author in listed if isinstance(author, dict)]
    return ", ".join(dict.fromkeys(name for name in names if name)) or None


def _day(item: Mapping[str, Any], name: str) -> date | None:
    return not_in_future(parse_date(clean(item.get(name), 100)))


def _content(item: Mapping[str, Any]) -> str:
    """The longest of what the item gives as text or as HTML, as HTML."""
    texts = [
        _paragraphs(item.get("content_text")),
        storable(item.get("content_html")),
        _paragraphs(item.get("summary")),
    ]
    return max(texts, key=lambda text: len(without_markup(text, len(text))))


def _paragraphs(text: object) -> str:
    lines = html.escape(storable(text)).splitlines()
    return "".join(f"<p>{line}</p>" for line in lines if line.strip())
