"""A quick look at the database: its version, its generation and when it changed, without loading SQLAlchemy.

A question that is asked once in a terminal needs no more than these numbers to know that the index is current, and
SQLAlchemy takes longer to load than the whole answer.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from knowledge.storage.failures import problem_of

VERSION = 3
"""Of the schema: raised by each change to the tables, together with a step in `schema.MIGRATIONS`."""


class Stamp(NamedTuple):
    """The `state` table of the schema; `changed` is None where that isn't known."""

    version: int
    generation: int
    changed: datetime | None = None


def read_stamp(database: Path) -> Stamp | None:
    """The stamp of the SQLite file, or None where there is no file or no table yet. Raises sqlite3.Error."""
    if not database.exists():
        return None
    try:
        return _read(database, "mode=ro")
    except sqlite3.OperationalError as error:
        if os.access(database.parent, os.W_OK) and problem_of(error) != "full":
            raise
        # Where SQLite may not make the files beside a database that it needs, it reads the database alone.
        return _read(database, "immutable=1")


def _read(database: Path, mode: str) -> Stamp | None:
    with closing(sqlite3.connect(f"{database.absolute().as_uri()}?{mode}", uri=True)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE name = 'state'").fetchall()
        if not tables:
            return None
        values = dict(connection.execute("SELECT name, value FROM state"))
    try:
        changed = datetime.fromtimestamp(int(values["changed"]), UTC) if "changed" in values else None
        return Stamp(int(values["version"]), int(values["generation"]), changed)
    except (KeyError, ValueError, TypeError, OverflowError, OSError) as error:
        raise sqlite3.DatabaseError("a state without its values") from error
