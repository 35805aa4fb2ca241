"""The rows of the database, read and written."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, bindparam, delete, insert, select, update
from sqlalchemy.engine import Row

from knowledge.models import Article
from knowledge.storage import schema
from knowledge.storage.contents import as_json
from knowledge.storage.spans import SPAN_SIZE

_FIELDS = ("id", "title", "publisher", "published", "url", "language", "author", "text")
_KEPT = ("spans", "digest", "fingerprint", "original")
_CHUNK = 500  # below SQLite's limit of values in one statement (999 in old versions)
_articles = schema.articles.c


class Stored(NamedTuple):
    """An article as it is stored: with where its sentences are, and what tells whether it is another.

    `fingerprint` and `sample` are of what it says; `key` is its address as addresses are compared, None where it has
    none; `original` the id of the article that it is a copy of.
    """

    article: Article
    spans: bytes
    digest: int
    fingerprint: int
    sample: tuple[int, ...] = ()
    key: str | None = None
    original: str | None = None

    @property
    def sentence_count(self) -> int:
        """The number of sentences."""
        return len(self.spans) // SPAN_SIZE


def rows(connection: Connection, article_ids: Sequence[str] | None) -> Iterable[Row[Any]]:
    """The rows of all articles, or of those with the ids, in the order in which they came."""
    ordered = select(schema.articles).order_by(_articles.number)
    if article_ids is None:
        return connection.execute(ordered.execution_options(yield_per=_CHUNK))
    found = [row for chunk in chunks(article_ids) for row in connection.execute(ordered.where(_articles.id.in_(chunk)))]
    return sorted(found, key=lambda row: row.number)


def article_of(row: Row[Any]) -> Article:
    """The article of a row of `articles`."""
    return Article(**{field: getattr(row, field) for field in _FIELDS})


def write(connection: Connection, stored: Sequence[Stored]) -> None:
    """Store articles, each in place of one with its id if there is one, and keep what that said."""
    listed = select(_articles.id, _articles.number)
    known = looked_up(connection, listed, _articles.id, [one.article.id for one in stored])
    _keep_former(connection, list(known))
    new = [_values(one) for one in stored if one.article.id not in known]
    changed = [_values(one) for one in stored if one.article.id in known]
    if new:
        connection.execute(insert(schema.articles), new)
    if changed:
        named: dict[str, Any] = {name: bindparam(name) for name in (*_FIELDS, *_KEPT)}
        connection.execute(update(schema.articles).where(_articles.id == bindparam("same_id")).values(named), changed)
    _write_samples(connection, stored)


def _write_samples(connection: Connection, stored: Sequence[Stored]) -> None:
    for chunk in chunks([one.article.id for one in stored]):
        connection.execute(delete(schema.samples).where(schema.samples.c.article.in_(chunk)))
    sampled = [{"hash": hashed, "article": one.article.id} for one in stored for hashed in one.sample]
    if sampled:
        connection.execute(insert(schema.samples), sampled)


def _values(stored: Stored) -> dict[str, Any]:
    """The columns of an article, and its id once more under the name that an update looks for."""
    fields = {field: getattr(stored.article, field) for field in _FIELDS}
    return {**fields, "same_id": stored.article.id, **{name: getattr(stored, name) for name in _KEPT}}


def _keep_former(connection: Connection, article_ids: Sequence[str]) -> None:
    """Keep what the articles say, which are to be updated; copies of them are copies no more."""
    now = int(time.time())
    before = [
        {"article": row.id, "until": now, "content": as_json(article_of(row))} for row in rows(connection, article_ids)
    ]
    if before:
        connection.execute(insert(schema.former), before)
    for chunk in chunks(article_ids):
        free_copies(connection, chunk)


def free_copies(connection: Connection, article_ids: Sequence[str]) -> None:
    """Keep that what were copies of the articles are copies no more."""
    free = update(schema.articles).where(_articles.original.in_(article_ids)).values(original=None)
    connection.execute(free)


def write_addresses(connection: Connection, keys: Mapping[str, str]) -> None:
    """Keep that the addresses, as they are compared, are those of the articles with the ids."""
    column = schema.addresses.c
    for chunk in chunks(list(keys)):
        connection.execute(delete(schema.addresses).where(column.key.in_(chunk)))
    if keys:
        connection.execute(insert(schema.addresses), [{"key": key, "article": keys[key]} for key in keys])


def looked_up(
    connection: Connection,
    pairs: Select[tuple[Any, Any]],
    column: ColumnElement[Any],
    wanted: Sequence[Any],
) -> dict[Any, Any]:
    """The pairs of columns of the rows whose `column` is one of those wanted."""
    rows = (row for chunk in chunks(wanted) for row in connection.execute(pairs.where(column.in_(chunk))).all())
    return {key: value for key, value in rows}  # noqa: C416 - a row is no tuple to mypy


def chunks(wanted: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """The values, a part at a time, for `IN`."""
    for start in range(0, len(wanted), _CHUNK):
        yield wanted[start : start + _CHUNK]
