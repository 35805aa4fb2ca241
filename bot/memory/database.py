"""The SQLite file in which the bot remembers, shared by all its threads."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock

from bot.memory.behind import WriteBehind
from knowledge import DataError
from knowledge.storage.failures import told_as_data_errors

VERSION = 1
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

    def _write(self, changes: deque[tuple[str, Row]]) -> None:
        with told_as_data_errors(self._path):
            self._path.touch(mode=0o600)
            with self._connection() as (connection, version):
                if version < VERSION:
                    connection.executescript(_SCHEMA)
                connection.execute("PRAGMA synchronous=NORMAL")
                connection.execute("PRAGMA secure_delete=ON")  # what is forgotten must not be left in the file
                with connection:
                    for statement, values in changes:
                        connection.execute(statement, values)

    @contextmanager
    def _connection(self) -> Iterator[tuple[sqlite3.Connection, int]]:
        """A connection, and the version of the file, 0 for one that is empty."""
        if self._path.is_dir():
            raise DataError(self._path, "damaged")
        with closing(sqlite3.connect(self._path, timeout=_BUSY)) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version > VERSION:
                raise DataError(self._path, "newer")
            yield connection, version
