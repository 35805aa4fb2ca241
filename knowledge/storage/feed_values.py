"""What is kept of feeds and their entries, as values."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from typing import Any

from knowledge.errors import FetchError, SourceError


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that is followed, and how it is. Times are in UTC; None where that hasn't happened.

    `failing_since` and `error` are None for a feed that is well. `articles` counts entries that were read. `reported`
    says that editors were told of its failing, `stopped` that the feed has come to its end and isn't polled any more.
    `pause` is that between its last polls, and `failures` counts those that failed one after the other.
    """

    number: int
    address: str
    title: str
    site: str | None
    added: datetime
    polled: datetime | None
    succeeded: datetime | None
    next_poll: datetime
    pause: timedelta
    wishes: str
    failing_since: datetime | None
    failures: int
    error: FetchError | SourceError | None
    articles: int
    reported: bool
    stopped: bool
    etag: str | None
    last_modified: str | None


COLUMNS = ", ".join("reason" if field.name == "error" else field.name for field in fields(Feed))


@dataclass(frozen=True, slots=True)
class EntryState:
    """What is known of an entry: the version read last and when, how often any was, how often this version failed."""

    version: str
    reads: int
    tries: int
    read: datetime


@dataclass(frozen=True, slots=True)
class Mark:
    """That a version of an entry was read: its article is stored, or there is none because of `error`."""

    key: str
    version: str
    error: FetchError | SourceError | None = None


@dataclass(frozen=True, slots=True)
class Poll:
    """How a poll that succeeded went; `etag` and `last_modified` make the next one conditional.

    `wishes` are the publisher's, in whatever form whoever polls wants to have them again.
    """

    title: str
    site: str | None
    next_poll: datetime
    pause: timedelta
    wishes: str
    etag: str | None
    last_modified: str | None


def seconds(time: datetime) -> int:
    """A time as it is stored."""
    return int(time.timestamp())


def feed_of(row: Sequence[Any]) -> Feed:
    """The feed of a row with `COLUMNS`."""
    values = dict(zip((field.name for field in fields(Feed)), row, strict=True))
    for name in ("added", "polled", "succeeded", "next_poll", "failing_since"):
        values[name] = None if values[name] is None else datetime.fromtimestamp(values[name], UTC)
    values["pause"] = timedelta(seconds=values["pause"])
    values["error"] = _error_of(values["error"], values["address"])
    values |= {name: bool(values[name]) for name in ("reported", "stopped")}
    return Feed(**values)


def reason_of(error: FetchError | SourceError | None) -> str | None:
    """Why something failed, as it is stored; `_error_of` reads it."""
    match error:
        case None:
            return None
        case FetchError():
            return json.dumps(["fetch", error.problem, error.status, error.limit, error.kind])
        case SourceError():
            return json.dumps(["source", error.problem, None, error.limit, None])


def _error_of(reason: str | None, address: str) -> FetchError | SourceError | None:
    if reason is None:
        return None
    room, problem, status, limit, kind = json.loads(reason)
    if room == "fetch":
        return FetchError(address, problem, status=status, limit=limit, kind=kind)
    return SourceError(address, problem, limit=limit)
