"""The bytes of a feed to its entries: RSS and Atom by feedparser, JSON Feed by a reader of our own."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import islice
from typing import Any

import feedparser

from knowledge.errors import SourceError
from knowledge.following.entries import (
    LONGEST_TITLE,
    MOST_ENTRIES,
    Entry,
    FeedDocument,
    Wishes,
    clean,
    not_in_future,
    storable,
    told_apart,
    web_address,
)
from knowledge.following.json_feed import looks_like_json, parse_json_feed
from knowledge.following.markup import without_markup
from knowledge.reading.dates import parse_date

_PERIODS = {"hourly": 1, "daily": 24, "weekly": 7 * 24, "monthly": 30 * 24, "yearly": 365 * 24}
"""Hours of `sy:updatePeriod` (https://web.resource.org/rss/1.0/modules/syndication/)."""
_WEEKDAYS = (b"monday", b"tuesday", b"wednesday", b"thursday", b"friday", b"saturday", b"sunday")
_LONGEST_WISH = 366 * 24 * 60
"""Minutes."""


def parse_feed(data: bytes, address: str, charset: str | None = None) -> FeedDocument:
    """The feed in `data`, which came from `address`; of one that is damaged, what can be read.

    May take long on data made for that: see `Reader`. Raises SourceError for what isn't a feed.
    """
    if looks_like_json(data):
        return parse_json_feed(data, address)
    headers = {"content-location": address}
    if charset:
        headers["content-type"] = f"application/xml; charset={clean(charset, 40)}"
    parsed = _parsed(data, headers)
    if not parsed or not parsed.get("version"):
        raise SourceError(address, "no-feed")
    entries = (_entry(entry, address, parsed.feed) for entry in islice(parsed.entries, MOST_ENTRIES))
    return FeedDocument(
        title=without_markup(_text(parsed.feed, "title"), LONGEST_TITLE),
        entries=told_apart(entries),
        site=web_address(_text(parsed.feed, "link"), address),
        wishes=_wishes(parsed.feed, data),
    )


def _parsed(data: bytes, headers: Mapping[str, str]) -> Any:  # noqa: ANN401 - what feedparser gives
    # Nothing of its markup is shown: contents are read as web pages are. And to sanitise takes minutes on bad input.
    options = {"sanitize_html": False, "resolve_relative_uris": False}
    try:
        return feedparser.parse(io.BytesIO(data), response_headers=headers, **options)
    except Exception:  # noqa: BLE001 - some bytes meet mistakes of its own
        return None


def _entry(entry: Mapping[str, Any], address: str, feed: Mapping[str, Any]) -> Entry:
    return Entry(
        key=clean(_text(entry, "id")),
        address=web_address(_text(entry, "link"), _base(entry, address)),
        title=without_markup(_text(entry, "title"), LONGEST_TITLE),
        author=_author(entry),
        published=_day(entry, "published") or _day(entry, "updated"),
        language=clean(_text(feed, "language"), 20).split("-")[0].lower(),
        content=max(_contents(entry), key=len, default=""),
        updated=clean(_text(entry, "updated"), 100),
    )


def _author(entry: Mapping[str, Any]) -> str | None:
    """The author's name, without an address for mail."""
    words = without_markup(_text(entry, "author"), LONGEST_TITLE).split()
    name = " ".join(word for word in words if "@" not in word)
    return (name[1:-1] if name.startswith("(") and name.endswith(")") else name) or None


def _text(values: Mapping[str, Any], name: str) -> str:
    """The text of that name; feedparser would give that of another name for one that is missing."""
    value = values[name] if name in values else ""  # noqa: SIM401
    return value if isinstance(value, str) else ""


def _base(entry: Mapping[str, Any], address: str) -> str:
    """What relative addresses of the entry are seen from: `xml:base`, or where the feed came from."""
    detail = entry["title_detail"] if "title_detail" in entry else {}  # noqa: SIM401
    return web_address(detail.get("base"), address) or address


def _day(entry: Mapping[str, Any], name: str) -> date | None:
    """The day as it stands there, which is the publisher's; feedparser gives that in UTC."""
    stated = clean(_text(entry, name), 100)
    parsed = entry[f"{name}_parsed"] if f"{name}_parsed" in entry else None  # noqa: SIM401
    return not_in_future(parse_date(stated) or (_date(parsed) if parsed else None))


def _date(parsed: Any) -> date | None:  # noqa: ANN401 - a struct_time
    try:
        return date(*parsed[:3])
    except ValueError:
        return None


def _contents(entry: Mapping[str, Any]) -> Iterator[str]:
    for content in entry.get("content", ()):
        yield storable(content.get("value"))
    yield storable(_text(entry, "summary"))


def _wishes(feed: Mapping[str, Any], data: bytes) -> Wishes:
    period = _PERIODS.get(_text(feed, "sy_updateperiod").strip().lower(), 0) * 60
    frequency = _number(_text(feed, "sy_updatefrequency")) or 1
    minutes = max(_number(_text(feed, "ttl")), period // frequency)
    hours = {int(hour) % 24 for hour in _skipped(data, b"skipHours", b"hour") if hour.isdigit()}
    days = {_WEEKDAYS.index(day) for name in _skipped(data, b"skipDays", b"day") if (day := name.lower()) in _WEEKDAYS}
    return Wishes(timedelta(minutes=min(minutes, _LONGEST_WISH)), frozenset(hours), frozenset(days))


def _skipped(data: bytes, group: bytes, name: bytes) -> list[bytes]:
    """The texts of the elements `name` in the first element `group`, of which feedparser gives the last alone."""
    start = data.find(b"<" + group + b">")
    end = data.find(b"</" + group + b">", start)
    if start < 0 or end < 0:
        return []
    pattern = b"<" + name + rb">\s{0,20}(\w{1,20})\s{0,20}</" + name + b">"
    return re.findall(pattern, data[start : min(end, start + 5_000)])


def _number(text: str) -> int:
    digits = text.strip()[:9]
    return int(digits) if digits.isascii() and digits.isdigit() else 0
