"""The SQLite file in which the bot remembers, shared by all its threads."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock

_VERSION = 1
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
PRAGMA user_version = {_VERSION};
"""
_BUSY = 5.0
"""Seconds to wait for another process."""

Row = Sequence[object]


class Memory:
    """The file at `path`, made when first written to. Methods raise sqlite3.Error; none belongs on an event loop."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()

    def read(self, query: str, values: Row = ()) -> list[tuple[object, ...]]:
        """The rows of a query; none where nothing was ever written."""
        if not self._path.exists():
            return []
        with self._connection() as connection:
            return connection.execute(query, values).fetchall()

    def write(self, statement: str, rows: Iterable[Row]) -> int:
        """Carry out a statement for each of `rows`, all or none; return how many rows it changed."""
        self._path.touch(mode=0o600)
        with self._connection() as connection, connection:
            return connection.executemany(statement, rows).rowcount

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        with self._lock, closing(sqlite3.connect(self._path, timeout=_BUSY)) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version < _VERSION:
                connection.executescript(_SCHEMA)
            connection.execute("PRAGMA synchronous=NORMAL")
            connection.execute("PRAGMA secure_delete=ON")  # what is forgotten must not be left in the file
            yield connection
