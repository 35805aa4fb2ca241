"""The feeds that are followed, how each of them is, and which of their entries were read.

Kept in a file of its own. An entry counts as read only once its article is stored: whatever ends a poll, the next one
goes on where that was.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from knowledge.errors import DataError, FetchError, SourceError
from knowledge.storage.failures import told_as_data_errors
from knowledge.storage.feed_values import COLUMNS, EntryState, Feed, Mark, Poll, feed_of, reason_of, seconds

FAILING = timedelta(days=7)
"""How long a feed fails until editors are told."""
FORGOTTEN = timedelta(days=90)
"""How long an entry is remembered that its feed lists no more."""

VERSION = 1
_BUSY = 5.0
"""Seconds to wait for another process."""

_SCHEMA = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS feeds (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    address TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    site TEXT,
    added INTEGER NOT NULL,
    polled INTEGER,
    succeeded INTEGER,
    next_poll INTEGER NOT NULL,
    pause INTEGER NOT NULL DEFAULT 0,
    wishes TEXT NOT NULL DEFAULT '',
    failing_since INTEGER,
    failures INTEGER NOT NULL DEFAULT 0,
    reason TEXT,
    articles INTEGER NOT NULL DEFAULT 0,
    reported INTEGER NOT NULL DEFAULT 0,
    stopped INTEGER NOT NULL DEFAULT 0,
    etag TEXT,
    last_modified TEXT
);
CREATE INDEX IF NOT EXISTS feeds_by_next_poll ON feeds (stopped, next_poll);
CREATE TABLE IF NOT EXISTS entries (
    feed INTEGER NOT NULL REFERENCES feeds ON DELETE CASCADE,
    key TEXT NOT NULL,
    version TEXT NOT NULL,
    stored INTEGER NOT NULL,  -- whether there ever was an article
    reads INTEGER NOT NULL,
    tries INTEGER NOT NULL,  -- how often this version failed
    reason TEXT,
    read INTEGER NOT NULL,
    listed INTEGER NOT NULL,
    PRIMARY KEY (feed, key)
) WITHOUT ROWID;
PRAGMA user_version = {VERSION};
COMMIT;
"""
_MARK_STORED = """
INSERT INTO entries VALUES (:feed, :key, :version, 1, 1, 0, NULL, :now, :now) ON CONFLICT (feed, key)
DO UPDATE SET version = :version, stored = 1, reads = reads + 1, tries = 0, reason = NULL, read = :now, listed = :now
"""
_MARK_FAILED = """
INSERT INTO entries VALUES (:feed, :key, :version, 0, 1, 1, :reason, :now, :now) ON CONFLICT (feed, key)
DO UPDATE SET tries = iif(version = :version, tries, 0) + 1, version = :version, reads = reads + 1, reason = :reason,
    read = :now, listed = :now
"""
_STORED = "SELECT count(*) FROM entries WHERE feed = ? AND stored"
_COUNT_UP = "UPDATE feeds SET articles = articles + ? WHERE number = ?"
_SUCCEEDED = """
UPDATE feeds SET title = :title, site = :site, polled = :now, succeeded = :now, next_poll = :next_poll, pause = :pause,
    wishes = :wishes, failing_since = NULL, failures = 0, reason = NULL, reported = 0, etag = :etag,
    last_modified = :last_modified
WHERE number = :feed
"""
_FAILED = """
UPDATE feeds SET polled = :now, next_poll = :next_poll, failing_since = coalesce(failing_since, :now),
    failures = failures + 1, reason = :reason, stopped = :stopped
WHERE number = :feed
"""


class Feeds:
    """The file at `path`, made when first written to. Times are in UTC.

    Methods raise DataError about it. All are safe from several threads and processes; none belongs on an event loop.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def follow(self, address: str, title: str, site: str | None, now: datetime) -> bool:
        """Follow a feed, which is polled next; one that had stopped, again. False where it was followed already."""
        with self._writing() as connection:
            row = connection.execute("SELECT stopped FROM feeds WHERE address = ?", (address,)).fetchone()
            if row == (0,):
                return False
            if row:
                connection.execute("DELETE FROM feeds WHERE address = ?", (address,))
            connection.execute(
                "INSERT INTO feeds (address, title, site, added, next_poll) VALUES (?, ?, ?, ?, ?)",
                (address, title, site, seconds(now), seconds(now)),
            )
        return True

    def unfollow(self, address: str) -> bool:
        """Follow a feed no more; its articles stay. False where it wasn't followed."""
        with told_as_data_errors(self._path):
            if not self._path.exists():
                return False
            with self._writing() as connection:
                return connection.execute("DELETE FROM feeds WHERE address = ?", (address,)).rowcount > 0

    def move(self, feed: Feed, address: str) -> bool:
        """Ask for a feed at another address from now on; False where one that is followed there takes its place."""
        with self._writing() as connection:
            changed = connection.execute(
                "UPDATE OR IGNORE feeds SET address = ? WHERE number = ?", (address, feed.number)
            ).rowcount
            if not changed:
                connection.execute("DELETE FROM feeds WHERE number = ?", (feed.number,))
            return changed > 0

    def feeds(self) -> tuple[Feed, ...]:
        """All feeds, in the order of their titles."""
        return self._feeds("ORDER BY title COLLATE NOCASE, address")

    def feed(self, address: str) -> Feed | None:
        """The feed at an address; None where it isn't followed."""
        return next(iter(self._feeds("WHERE address = ?", address)), None)

    def due(self, now: datetime) -> tuple[Feed, ...]:
        """The feeds that are to be polled, those that wait longest first."""
        return self._feeds("WHERE NOT stopped AND next_poll <= ? ORDER BY next_poll, number", seconds(now))

    def to_report(self, now: datetime) -> tuple[Feed, ...]:
        """The feeds of which editors are to be told: those that have failed for a week, or have come to their end."""
        since = seconds(now - FAILING)
        return self._feeds("WHERE NOT reported AND (stopped OR failing_since <= ?) ORDER BY number", since)

    def mark_reported(self, feeds: Iterable[Feed]) -> None:
        """Keep that editors were told, so that they aren't again until a feed has been well in between."""
        with self._writing() as connection:
            connection.executemany("UPDATE feeds SET reported = 1 WHERE number = ?", [(feed.number,) for feed in feeds])

    def entries(self, feed: Feed) -> dict[str, EntryState]:
        """What is known of a feed's entries, by their keys."""
        rows = self._read("SELECT key, version, reads, tries, read FROM entries WHERE feed = ?", feed.number)
        return {key: EntryState(version, reads, tries, _time(read)) for key, version, reads, tries, read in rows}

    def mark(self, feed: Feed, marks: Iterable[Mark], now: datetime) -> None:
        """Keep of entries that they were read: that their articles are stored, or why there is none."""
        with self._writing() as connection:
            if not connection.execute("SELECT 1 FROM feeds WHERE number = ?", (feed.number,)).fetchone():
                return  # it was taken away meanwhile
            (before,) = connection.execute(_STORED, (feed.number,)).fetchone()
            for mark in marks:
                values = {"feed": feed.number, "key": mark.key, "version": mark.version}
                values |= {"now": seconds(now), "reason": reason_of(mark.error)}
                connection.execute(_MARK_FAILED if mark.error else _MARK_STORED, values)
            (after,) = connection.execute(_STORED, (feed.number,)).fetchone()
            connection.execute(_COUNT_UP, (after - before, feed.number))

    def succeeded(self, feed: Feed, poll: Poll, listed: Iterable[str], now: datetime) -> None:
        """Keep how a poll went, and which entries the feed lists, by their keys."""
        values: dict[str, object] = {"feed": feed.number, "now": seconds(now), "next_poll": seconds(poll.next_poll)}
        values |= {"title": poll.title, "site": poll.site, "pause": int(poll.pause.total_seconds())}
        values |= {"wishes": poll.wishes, "etag": poll.etag, "last_modified": poll.last_modified}
        with self._writing() as connection:
            connection.execute(_SUCCEEDED, values)
            keys = [(seconds(now), feed.number, key) for key in listed]
            connection.executemany("UPDATE entries SET listed = ? WHERE feed = ? AND key = ?", keys)
            if keys:
                gone = "DELETE FROM entries WHERE feed = ? AND listed < ?"
                connection.execute(gone, (feed.number, seconds(now - FORGOTTEN)))

    def failed(
        self, feed: Feed, error: FetchError | SourceError, next_poll: datetime, now: datetime, *, stopped: bool
    ) -> None:
        """Keep why a poll failed, and whether the feed has come to its end."""
        values: dict[str, object] = {"feed": feed.number, "now": seconds(now), "next_poll": seconds(next_poll)}
        values |= {"reason": reason_of(error), "stopped": stopped}
        with self._writing() as connection:
            connection.execute(_FAILED, values)

    def _feeds(self, condition: str, *values: int | str) -> tuple[Feed, ...]:
        return tuple(map(feed_of, self._read(f"SELECT {COLUMNS} FROM feeds {condition}", *values)))  # noqa: S608

    def _read(self, query: str, *values: int | str) -> list[Any]:
        """The rows of a query; none where nothing was ever written."""
        with told_as_data_errors(self._path):
            if not self._path.exists():
                return []
            with self._connection() as connection:
                return connection.execute(query, values).fetchall()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A connection in a transaction, which is carried out whole or not at all."""
        with told_as_data_errors(self._path):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.touch(mode=0o600)
            with self._connection() as connection, connection:
                connection.execute("BEGIN IMMEDIATE")
                yield connection

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._path, timeout=_BUSY, isolation_level=None)) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version > VERSION:
                raise DataError(self._path, "newer")
            if version < VERSION:
                connection.execute("PRAGMA journal_mode=WAL")
                connection.executescript(_SCHEMA)
            connection.execute("PRAGMA synchronous=NORMAL")
            connection.execute("PRAGMA foreign_keys=ON")
            yield connection


def _time(stored: int) -> datetime:
    return datetime.fromtimestamp(stored, UTC)
