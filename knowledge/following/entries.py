"""What a feed says, whatever its format: its title, its entries, and how often it wants to be asked."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import blake2b
from typing import Self
from urllib.parse import urldefrag, urljoin, urlsplit

from knowledge.reading.dates import is_future

MOST_ENTRIES = 500
"""Entries of a feed that are read, from its start."""
LONGEST_TITLE = 500
_LONGEST_ADDRESS = 4_000
_LONGEST_CONTENT = 500_000
"""Characters."""

_COMMENTS = re.compile("comment|kommentar|comentario|commentaire|комментари|коментар", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wishes:
    """How often a publisher wants to be asked: not before `pause` is over, and not in these hours and days, in UTC."""

    pause: timedelta = timedelta()
    hours: frozenset[int] = frozenset()
    weekdays: frozenset[int] = frozenset()
    """Monday is 0."""

    def text(self) -> str:
        """The wishes as they are stored; `of_text` reads them."""
        return json.dumps([self.pause.total_seconds(), sorted(self.hours), sorted(self.weekdays)])

    @classmethod
    def of_text(cls, text: str) -> Self:
        """The wishes that were stored; none for an empty text."""
        pause, hours, weekdays = json.loads(text) if text else (0, (), ())
        return cls(timedelta(seconds=pause), frozenset(hours), frozenset(weekdays))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One piece that a feed lists.

    `key` stays the same as long as the feed lists it, `version` changes when what the feed says of it does. `content`
    is the longest text that the feed gives, as HTML. `shared` says that other entries with other texts have the same
    address, so the page there isn't this entry's alone.
    """

    key: str = ""
    address: str | None = None
    title: str = ""
    author: str | None = None
    published: date | None = None
    language: str = ""
    content: str = ""
    updated: str = ""
    shared: bool = False

    @property
    def version(self) -> str:
        """A digest of all that the feed says of the entry."""
        return _digest(self.address or "", self.title, str(self.published), self.updated, self.content)


@dataclass(frozen=True, slots=True)
class FeedDocument:
    """A feed as it was read. `site` is the address of the site whose feed it is; None where it isn't told."""

    title: str
    entries: tuple[Entry, ...]
    site: str | None = None
    wishes: Wishes = Wishes()


@dataclass(frozen=True, slots=True)
class LinkedFeed:
    """A feed that a page names."""

    address: str
    title: str = ""

    @property
    def of_comments(self) -> bool:
        """Whether it lists what readers say, not articles."""
        return bool(_COMMENTS.search(self.address) or _COMMENTS.search(self.title))


def told_apart(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries, each once, with keys that tell them apart.

    The id that a feed gives, and else the address, tells an entry from others unless several in the feed have the same:
    then the texts do.
    """
    listed = [replace(entry, key=entry.key or entry.address or "") for entry in entries]
    keys = Counter(entry.key for entry in listed)
    keyed = (replace(entry, key=_key(entry, alone=keys[entry.key] == 1)) for entry in listed)
    apart = {entry.key: entry for entry in keyed if entry.address or entry.content}
    places = Counter(_page(entry) for entry in apart.values())
    return tuple(replace(entry, shared=bool(entry.address) and places[_page(entry)] > 1) for entry in apart.values())


def web_address(address: object, base: str) -> str | None:
    """`address` seen from `base`, where it is one of the web that may be asked for; else None."""
    if not isinstance(address, str) or not address.strip() or len(address) > _LONGEST_ADDRESS:
        return None
    try:
        joined = urljoin(base, address.strip())
        parts = urlsplit(joined)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return clean(joined).replace(" ", "%20") if usable else None


def clean(text: object, limit: int = _LONGEST_ADDRESS) -> str:
    """`text` as one line that can be stored; empty for what is no text."""
    return " ".join(storable(text)[:limit].split())


def storable(text: object) -> str:
    """`text` within the limit for contents, as Unicode without control characters; empty for what is no text."""
    if not isinstance(text, str):
        return ""
    kept = "".join(one for one in text[:_LONGEST_CONTENT] if one.isprintable() or one.isspace())
    return kept.encode(errors="ignore").decode()


def not_in_future(day: date | None) -> date | None:
    """`day`, unless it hasn't begun anywhere yet."""
    return None if day and is_future(day) else day


def _key(entry: Entry, *, alone: bool) -> str:
    return _digest(entry.key) if alone and entry.key else _digest(entry.key, entry.title, entry.content)


def _page(entry: Entry) -> str:
    return urldefrag(entry.address or "").url


def _digest(*texts: str) -> str:
    return blake2b("\0".join(texts).encode(errors="replace"), digest_size=12).hexdigest()
