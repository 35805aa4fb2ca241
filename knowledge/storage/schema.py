"""The tables, and the steps that bring an older database up to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Date,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    insert,
    select,
    text,
    update,
)

from knowledge.models import Article
from knowledge.reading.web.addresses import address_key
from knowledge.storage.contents import digest, said
from knowledge.storage.spans import packed
from knowledge.storage.stamp import VERSION

metadata = MetaData()

state = Table(
    "state",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Integer, nullable=False),
)
"""`version`: of the schema. `generation`: raised by each change of the articles, so that an index knows its age.
`changed`: when that was last, in seconds since 1970; missing where it was before this was kept."""

articles = Table(
    "articles",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String(40), nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("publisher", Text),
    Column("published", Date),
    Column("url", Text),
    Column("language", String(35), nullable=False),
    Column("author", Text),
    Column("digest", BigInteger, nullable=False, server_default="0", index=True),
    Column("fingerprint", BigInteger, nullable=False, server_default="0", index=True),
    Column("original", String(40), index=True),
    Column("spans", LargeBinary, nullable=False, server_default=""),
    Column("text", Text, nullable=False),
)
"""`digest` is of all fields, `fingerprint` of what the sentences say. `original` is the id of the article that this one
is a copy of. `spans` are where the sentences start and end in `text`."""

addresses = Table(
    "addresses",
    metadata,
    Column("key", Text, primary_key=True),
    Column("article", String(40), nullable=False, index=True),
)
"""All addresses under which an article was found, as they are compared."""

samples = Table(
    "samples",
    metadata,
    Column("hash", BigInteger, primary_key=True),
    Column("article", String(40), primary_key=True, index=True),
    sqlite_with_rowid=False,
)
"""The hashes of some sentences of each article, by which those that share many are found."""

former = Table(
    "former",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("article", String(40), nullable=False, index=True),
    Column("until", Integer, nullable=False),
    Column("content", Text, nullable=False),
)
"""What articles said before they were updated, as JSON, and until when, in seconds since 1970."""

changes = Table(
    "changes",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", Integer, nullable=False),
    Column("source", Text, nullable=False),
    *(Column(count, Integer, nullable=False) for count in ("added", "updated", "unchanged", "copies", "removed")),
)
"""What was added or taken away when, in seconds since 1970, and by what."""


def create(connection: Connection) -> None:
    """Make the tables in an empty database."""
    metadata.create_all(connection)
    connection.execute(insert(state), [{"name": "version", "value": VERSION}, {"name": "generation", "value": 0}])


def migrate(connection: Connection, found: int) -> None:
    """Bring a database of the older version `found` up to `VERSION`, one step at a time."""
    for version in range(found, VERSION):
        MIGRATIONS[version](connection)
    connection.execute(update(state).where(state.c.name == "version").values(value=VERSION))


def _add_language(connection: Connection) -> None:
    """Version 1, of before the first release, did not keep an article's language."""
    connection.execute(text("ALTER TABLE articles ADD COLUMN language VARCHAR(35) NOT NULL DEFAULT ''"))


def _keep_spans_with_articles(connection: Connection) -> None:
    """Version 2 had a row for each sentence, and did not tell whether two articles are the same."""
    for column in ("author TEXT", "original VARCHAR(40)", "spans BLOB NOT NULL DEFAULT ''"):
        connection.execute(text(f"ALTER TABLE articles ADD COLUMN {column}"))
    for column in ("digest", "fingerprint"):
        connection.execute(text(f"ALTER TABLE articles ADD COLUMN {column} BIGINT NOT NULL DEFAULT 0"))
    metadata.create_all(connection)
    for index in articles.indexes:
        index.create(connection, checkfirst=True)
    for number in connection.execute(select(articles.c.number)).scalars().all():
        _fill_in(connection, number)
    connection.execute(text("DROP TABLE sentences"))


def _fill_in(connection: Connection, number: int) -> None:
    row = connection.execute(select(articles).where(articles.c.number == number)).one()
    fields = ("id", "title", "publisher", "published", "url", "language", "text")
    article = Article(**{field: getattr(row, field) for field in fields})
    rows = text('SELECT start, "end" FROM sentences WHERE article = :number ORDER BY position')
    spans = [(start, end) for start, end in connection.execute(rows, {"number": number})]
    says = said(row.text[start:end] for start, end in spans)
    values = {"digest": digest(article), "fingerprint": says.fingerprint, "spans": packed(spans)}
    connection.execute(update(articles).where(articles.c.number == number).values(values))
    for hashed in says.sample:
        connection.execute(insert(samples).values(hash=hashed, article=article.id))
    if article.url:
        key = address_key(article.url)
        connection.execute(insert(addresses).prefix_with("OR IGNORE").values(key=key, article=article.id))


MIGRATIONS: Mapping[int, Callable[[Connection], None]] = {1: _add_language, 2: _keep_spans_with_articles}
