"""What a response's headers tell. They come from outside: what can't be read is as if it weren't there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

LONGEST_TAG = 1_000
"""Characters of an ETag or a date that are worth keeping."""
YEAR = 365 * 24 * 3600
CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", re.IGNORECASE | re.ASCII)
MAX_AGE = re.compile(r"(?:^|[\s,])max-age=\"?(\d{1,12})", re.IGNORECASE | re.ASCII)
STALE = re.compile(r"(?:^|[\s,])no-(?:cache|store)\b", re.IGNORECASE)
SENDABLE = re.compile(r"[\x20-\x7e]+")

Headers = Mapping[str, str]
"""Headers by their names in lower case; those of one name with commas between them (RFC 9110, 5.3)."""


def read_headers(raw: Iterable[tuple[bytes, bytes]]) -> Headers:
    """Headers as they came, as text. Addresses in them are UTF-8 where they aren't ASCII as they should be."""
    headers: dict[str, str] = {}
    for raw_name, raw_value in raw:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("utf-8", "replace")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def content_type(headers: Headers) -> str:
    """The media type, in lower case and without parameters; empty where none is told."""
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def charset(headers: Headers) -> str | None:
    """The encoding that is named, in lower case."""
    found = CHARSET.search(headers.get("content-type", "")[:1_000])
    return found[1].lower() if found else None


def tag(headers: Headers, name: str) -> str | None:
    """An ETag or a Last-Modified that can be sent back as it is."""
    return sendable(headers.get(name))


def sendable(value: str | None) -> str | None:
    """The value, if a header may hold it."""
    return value if value and len(value) <= LONGEST_TAG and SENDABLE.fullmatch(value) else None


def max_age(headers: Headers) -> int | None:
    """Seconds until the site wishes to be asked again, a year at most: Cache-Control, or else Expires (RFC 9111)."""
    control = headers.get("cache-control", "")[:1_000]
    if STALE.search(control):
        return 0
    if told := MAX_AGE.search(control):
        return min(int(told[1]), YEAR)
    expires = headers.get("expires")
    return None if expires is None else _seconds_until(expires, headers) or 0


def retry_after(headers: Headers) -> int | None:
    """Seconds to wait before the next try, a year at most (RFC 9110, 10.2.3)."""
    told = headers.get("retry-after", "").strip()
    return min(int(told[:12]), YEAR) if told.isascii() and told.isdigit() else _seconds_until(told, headers)


def _seconds_until(moment: str, headers: Headers) -> int | None:
    """Seconds from when the response was sent until `moment`, 0 where that has passed."""
    until, sent = _moment(moment), _moment(headers.get("date", "")) or datetime.now(UTC)
    return None if until is None else min(max(0, round((until - sent) / timedelta(seconds=1))), YEAR)


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text[:100])
    except (ValueError, OverflowError):
        return None
    return moment.replace(tzinfo=moment.tzinfo or UTC)
