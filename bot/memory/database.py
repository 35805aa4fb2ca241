"""The SQLite file in which the bot remembers, shared by all its threads."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock

from bot.memory.behind import WriteBehind
from knowledge import DataError
from knowledge.storage.failures import told_as_data_errors

VERSION = 2
_SCHEMA = f"""
PRAGMA journal_mode=WAL;
CREATE TABLE IF NOT EXISTS servers (
    id INTEGER PRIMARY KEY,
    settings TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS lookups (
    id TEXT PRIMARY KEY,
    made INTEGER NOT NULL,  -- the day, counted from 1 January 1970
    server INTEGER,         -- where everybody may see it, so that it may be suggested there
    lookup TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS lookups_by_day ON lookups (made);
CREATE INDEX IF NOT EXISTS lookups_by_server ON lookups (server);
CREATE TABLE IF NOT EXISTS watches (
    id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice, so that a look at one that is gone changes nothing
    server INTEGER NOT NULL,
    channel INTEGER NOT NULL,
    parent INTEGER,             -- of a thread
    topic TEXT NOT NULL,
    made INTEGER NOT NULL,      -- the day, counted from 1 January 1970
    resting INTEGER NOT NULL,   -- whether Discord refused the last message
    again INTEGER NOT NULL,     -- seconds since 1970 before which it is not looked at
    version INTEGER NOT NULL,   -- of the articles, when it was looked at
    publishers TEXT NOT NULL,   -- a digest of those that were shown then
    standing INTEGER NOT NULL,  -- how many of those known stood first then
    known BLOB NOT NULL         -- hashes of the wording of facts
);
CREATE INDEX IF NOT EXISTS watches_by_server ON watches (server);
CREATE INDEX IF NOT EXISTS watches_by_channel ON watches (channel);
PRAGMA user_version = {VERSION};
"""
_BUSY = 1.0
"""Seconds to wait for another process, while a person may wait; what isn't written by then is written later."""
_MOST = 10_000
"""Changes that wait to be written, where the file can't be; the oldest make room."""

Row = Sequence[object]


class Memory:
    """The file at `path`, made when first written to.

    Methods raise DataError or OSError about it, and don't belong on an event loop; only `soon` does neither.
    """

    def __init__(self, path: Path, behind: WriteBehind) -> None:
        self._path = path
        self._behind = behind
        self._changes: deque[tuple[str, Row]] = deque(maxlen=_MOST)
        self._lock = Lock()
        self._writing = Lock()

    def read(self, query: str, *values: object) -> list[tuple[object, ...]]:
        """The rows of a query among what is written; none where nothing ever was."""
        with told_as_data_errors(self._path):
            if not self._path.exists():
                return []
            with self._connection() as (connection, version):
                return connection.execute(query, values).fetchall() if version else []

    def change(self, statement: str, *values: object) -> int:
        """Carry out a statement now, so that even a power cut leaves it done, and say how many rows it changed."""
        self.flush()
        with self._writing:
            return self._write([(statement, values)], "FULL")

    def soon(self, statement: str, *values: object) -> None:
        """Carry out a statement a little later, after those that came before it."""
        with self._lock:
            self._changes.append((statement, values))
        self._behind.soon(self.flush)

    def flush(self) -> None:
        """Carry out all statements that wait, all or none; where that fails they go on waiting."""
        with self._writing:
            with self._lock:
                changes, self._changes = self._changes, deque(maxlen=_MOST)
            try:
                if changes:
                    self._write(changes)
            except BaseException:
                with self._lock:
                    self._changes = deque((*changes, *self._changes), maxlen=_MOST)
                raise

    def _write(self, changes: Iterable[tuple[str, Row]], synchronous: str = "NORMAL") -> int:
        with told_as_data_errors(self._path):
            self._path.touch(mode=0o600)
            with self._connection() as (connection, version):
                if not version:
                    connection.executescript(_SCHEMA)
                connection.execute(f"PRAGMA synchronous={synchronous}")
                connection.execute("PRAGMA secure_delete=ON")  # what is forgotten must not be left in the file
                with connection:
                    return sum(connection.execute(statement, values).rowcount for statement, values in changes)

    @contextmanager
    def _connection(self) -> Iterator[tuple[sqlite3.Connection, int]]:
        """A connection, and the version of the file, 0 for one that is empty; an older one is brought up to date."""
        if self._path.is_dir():
            raise DataError(self._path, "damaged")
        with closing(sqlite3.connect(self._path, timeout=_BUSY)) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version > VERSION:
                raise DataError(self._path, "newer")
            if 0 < version < VERSION:
                connection.executescript(_SCHEMA)
            yield connection, version
