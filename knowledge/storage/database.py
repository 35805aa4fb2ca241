"""The database of articles and sentences, through SQLAlchemy Core."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import URL, Connection, Engine, create_engine, delete, event, func, insert, inspect, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from knowledge.errors import DataError
from knowledge.models import Change, Former, Record
from knowledge.processes.interrupts import delayed
from knowledge.storage import schema
from knowledge.storage.contents import from_json
from knowledge.storage.failures import problem_of
from knowledge.storage.journal import log, logged
from knowledge.storage.rows import Stored, article_of, chunks, free_copies, looked_up, rows, write, write_addresses
from knowledge.storage.spans import record
from knowledge.storage.stamp import VERSION

_articles = schema.articles.c

_MOST_SAMPLES = 20
"""Articles told of for a sentence: there are sentences that thousands have."""
_MOST_ENGINES = 16
"""Databases whose compiled statements are kept."""


def file_address(path: Path) -> URL:
    """The address of an SQLite file, whatever characters its path has."""
    return URL.create("sqlite", database=str(path))


class Same(NamedTuple):
    """What is known of an article that says the same as another."""

    id: str
    publisher: str | None
    url: str | None
    original: str | None


class Database:
    """The database at `address` (an SQLAlchemy URL), made or brought up to date when opened.

    Methods raise DataError about `place`, the data directory that the database belongs to.
    """

    def __init__(self, address: str | URL, place: Path) -> None:
        self._place = place
        self._engine = _engine(address)
        with self._transaction() as connection:
            _prepare(connection, place)

    def generation(self) -> int:
        """How often the articles have changed; 0 in a new database."""
        with self._transaction() as connection:
            return _state(connection, "generation")

    def digests(self, article_ids: Sequence[str] | None = None) -> dict[str, int]:
        """The digests of the articles by id; of all, or of those with the ids that are there."""
        columns = select(_articles.id, _articles.digest)
        with self._transaction() as connection:
            if article_ids is None:
                return {row[0]: row[1] for row in connection.execute(columns)}
            return looked_up(connection, columns, _articles.id, article_ids)

    def at_addresses(self, keys: Sequence[str]) -> dict[str, str]:
        """The ids of the articles that were found under the addresses, by those of them that are known."""
        columns = schema.addresses.c
        with self._transaction() as connection:
            return looked_up(connection, select(columns.key, columns.article), columns.key, keys)

    def saying(self, fingerprints: Sequence[int]) -> dict[int, list[Same]]:
        """The articles that say the same, by fingerprint, in the order in which they came."""
        columns = (_articles.id, _articles.publisher, _articles.url, _articles.original)
        query = select(_articles.fingerprint, *columns).order_by(_articles.number)
        found: dict[int, list[Same]] = {}
        with self._transaction() as connection:
            for chunk in chunks(fingerprints):
                for fingerprint, *values in connection.execute(query.where(_articles.fingerprint.in_(chunk))):
                    found.setdefault(fingerprint, []).append(Same(*values))
        return found

    def sampling(self, hashes: Sequence[int]) -> dict[int, list[str]]:
        """The ids of the articles with the hashes in their samples, by hash; not all where there are many."""
        columns = schema.samples.c
        place = func.row_number().over(partition_by=columns.hash, order_by=columns.article)
        found: dict[int, list[str]] = {}
        with self._transaction() as connection:
            for chunk in chunks(hashes):
                placed = select(columns.hash, columns.article, place.label("place")).where(columns.hash.in_(chunk))
                listed = placed.subquery().c
                query = select(listed.hash, listed.article).where(listed.place <= _MOST_SAMPLES)
                for hashed, article_id in connection.execute(query):
                    found.setdefault(hashed, []).append(article_id)
        return found

    def records(self, article_ids: Sequence[str] | None = None) -> Iterator[Record]:
        """The articles with their sentences, in the order in which they came; all, or those with the ids."""
        with self._transaction() as connection:
            for row in rows(connection, article_ids):
                yield record(article_of(row), row.spans)

    def copies(self) -> dict[str, str]:
        """The articles that are copies of another, by id, with the id of that."""
        with self._transaction() as connection:
            copies = select(_articles.id, _articles.original).where(_articles.original.is_not(None))
            return {row[0]: row[1] for row in connection.execute(copies)}

    def replace(self, stored: Sequence[Stored], addresses: Mapping[str, str], change: Change) -> int:
        """Store articles, each in place of one with its id if there is one; return the new generation.

        What those said before is kept; also that the addresses, as they are compared, are those of the articles with
        the ids, and what changed.
        """
        with self._transaction() as connection:
            write(connection, stored)
            keys = {one.key: one.article.id for one in stored if one.key}
            write_addresses(connection, {**keys, **addresses})
            log(connection, change)
            return _next_generation(connection)

    def remove(self, article_ids: Sequence[str], change: Change) -> int:
        """Take articles and all that is kept with them away; return the new generation."""
        with self._transaction() as connection:
            for chunk in chunks(article_ids):
                connection.execute(delete(schema.articles).where(_articles.id.in_(chunk)))
                for table in (schema.addresses, schema.former, schema.samples):
                    connection.execute(delete(table).where(table.c.article.in_(chunk)))
                free_copies(connection, chunk)
            log(connection, change)
            return _next_generation(connection)

    def former(self, article_id: str) -> list[Former]:
        """What an article said before it was updated, the newest first."""
        columns = schema.former.c
        query = select(columns.content, columns.until).where(columns.article == article_id)
        with self._transaction() as connection:
            found = connection.execute(query.order_by(columns.number.desc()))
            return [Former(from_json(content), datetime.fromtimestamp(until, UTC)) for content, until in found]

    def changes(self, limit: int) -> list[Change]:
        """What was added or taken away, the newest first."""
        with self._transaction() as connection:
            return logged(connection, limit)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            connection = self._engine.connect()
            try:
                with connection.begin():
                    yield connection
            finally:
                with delayed():  # SQLAlchemy logs a traceback where it is interrupted while it closes one
                    connection.close()
        except DBAPIError as error:
            problem = problem_of(error.orig) if error.orig else None
            raise DataError(self._place, problem or "damaged") from error


@lru_cache(_MOST_ENGINES)
def _engine(address: str | URL) -> Engine:
    """The engine for an address: it holds no connection, but the statements that it has compiled."""
    engine = create_engine(address, poolclass=NullPool)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


def _set_up_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # SQLAlchemy's own recipe: without it sqlite3 commits before statements that change the schema.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=5000", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")


def _prepare(connection: Connection, place: Path) -> None:
    """Make the tables, or bring older ones up to date."""
    if not inspect(connection).has_table(schema.state.name):
        schema.create(connection)
    found = _state(connection, "version")
    if found > VERSION:
        raise DataError(place, "newer")
    if found < VERSION:
        schema.migrate(connection, found)


def _state(connection: Connection, name: str) -> int:
    value = connection.execute(select(schema.state.c.value).where(schema.state.c.name == name)).scalar_one()
    return int(value)


def _next_generation(connection: Connection) -> int:
    column = schema.state.c
    connection.execute(update(schema.state).where(column.name == "generation").values(value=column.value + 1))
    connection.execute(delete(schema.state).where(column.name == "changed"))
    connection.execute(insert(schema.state).values(name="changed", value=int(time.time())))
    return _state(connection, "generation")
