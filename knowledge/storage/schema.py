"""The tables, and the steps that bring an older database up to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import (
    Column,
    Connection,
    Date,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    insert,
    text,
    update,
)

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
    Column("text", Text, nullable=False),
)

sentences = Table(
    "sentences",
    metadata,
    Column("article", ForeignKey(articles.c.number, ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)


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


MIGRATIONS: Mapping[int, Callable[[Connection], None]] = {1: _add_language}
