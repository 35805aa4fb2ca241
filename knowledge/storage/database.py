"""The database of articles and sentences, through SQLAlchemy Core."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, delete, event, insert, inspect, select, update
from sqlalchemy.engine import Row
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from knowledge.errors import DataError
from knowledge.models import Article, Record, Sentence
from knowledge.storage import schema
from knowledge.storage.failures import problem_of
from knowledge.storage.stamp import VERSION

_FIELDS = ("id", "title", "publisher", "published", "url", "language", "text")
_CHUNK = 500  # below SQLite's limit of values in one statement (999 in old versions)


def file_address(path: Path) -> URL:
    """The address of an SQLite file, whatever characters its path has."""
    return URL.create("sqlite", database=str(path))


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

    def ids(self) -> set[str]:
        """The ids of all articles."""
        with self._transaction() as connection:
            return set(connection.execute(select(schema.articles.c.id)).scalars())

    def find(self, article_ids: Iterable[str]) -> dict[str, Article]:
        """Those of the articles that are there, by id."""
        with self._transaction() as connection:
            return {article.id: article for article in map(_article, _rows(connection, list(article_ids)))}

    def records(self, article_ids: Sequence[str] | None = None) -> Iterator[Record]:
        """The articles with their sentences, in the order in which they came; all, or those with the ids."""
        with self._transaction() as connection:
            for row in _rows(connection, article_ids):
                yield _article(row), _sentences(connection, row)

    def replace(self, records: Iterable[Record]) -> int:
        """Store articles, each in place of one with its id if there is one; return the new generation."""
        with self._transaction() as connection:
            for article, sentences in records:
                connection.execute(delete(schema.articles).where(schema.articles.c.id == article.id))
                _insert(connection, article, sentences)
            return _next_generation(connection)

    def remove(self, article_ids: Sequence[str]) -> int:
        """Take articles and their sentences away; return the new generation."""
        with self._transaction() as connection:
            for chunk in _chunks(article_ids):
                connection.execute(delete(schema.articles).where(schema.articles.c.id.in_(chunk)))
            return _next_generation(connection)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except DBAPIError as error:
            problem = problem_of(error.orig) if error.orig else None
            raise DataError(self._place, problem or "damaged") from error


def _engine(address: str | URL) -> Engine:
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


def _rows(connection: Connection, article_ids: Sequence[str] | None) -> Iterable[Row[Any]]:
    ordered = select(schema.articles).order_by(schema.articles.c.number)
    if article_ids is None:
        return connection.execute(ordered.execution_options(yield_per=_CHUNK))
    rows = [
        row
        for chunk in _chunks(article_ids)
        for row in connection.execute(ordered.where(schema.articles.c.id.in_(chunk)))
    ]
    return sorted(rows, key=lambda row: row.number)


def _article(row: Row[Any]) -> Article:
    return Article(**{field: getattr(row, field) for field in _FIELDS})


def _sentences(connection: Connection, row: Row[Any]) -> list[Sentence]:
    spans = connection.execute(
        select(schema.sentences.c.position, schema.sentences.c.start, schema.sentences.c.end)
        .where(schema.sentences.c.article == row.number)
        .order_by(schema.sentences.c.position)
    )
    return [Sentence(row.id, position, start, end, row.text[start:end]) for position, start, end in spans]


def _insert(connection: Connection, article: Article, sentences: Sequence[Sentence]) -> None:
    values = {field: getattr(article, field) for field in _FIELDS}
    number = connection.execute(insert(schema.articles).values(values)).inserted_primary_key
    assert number is not None  # noqa: S101
    rows = [
        {"article": number[0], "position": sentence.position, "start": sentence.start, "end": sentence.end}
        for sentence in sentences
    ]
    if rows:
        connection.execute(insert(schema.sentences), rows)


def _chunks(article_ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(article_ids), _CHUNK):
        yield article_ids[start : start + _CHUNK]
