"""A copy of a data directory, made while others read and write in it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from knowledge.errors import DataError
from knowledge.keeping.access import Access
from knowledge.storage.failures import told_as_data_errors

_BESIDE = ("feedback.db", "feeds.db", "discord.db")
"""The files beside the articles' database, each with a truth of its own."""
_BUSY = 60.0
"""Seconds to wait for others that are writing."""


def back_up(place: Path, folder: Path) -> None:
    """Copy the data directory `place` to a new folder, which is there once it is whole.

    Articles and index are those of one moment. Raises DataError.
    """
    with told_as_data_errors(folder), _made(folder) as copy:
        access = Access(place)
        # Before the articles: a feed's entry that counts as read has its article among them then.
        for path in (access.place / name for name in _BESIDE):
            if path.exists():
                with told_as_data_errors(path), _as_it_is(path) as source:
                    _copy_database(source, copy / path.name)
        with ExitStack() as opened:
            with access.writing():  # nobody switches to other segments meanwhile
                _copy_index(access.place / "index", copy / "index")
                articles = opened.enter_context(_as_it_is(access.database))
            _copy_database(articles, copy / access.database.name)
        aliases = access.place / "aliases.txt"
        if aliases.exists():
            shutil.copy2(aliases, copy)


@contextmanager
def _made(folder: Path) -> Iterator[Path]:
    """A folder beside the one that is to be made, which takes its place at the end, or is gone where that fails."""
    folder = folder.absolute()
    if folder.exists() and not folder.is_dir():
        raise DataError(folder, "not-a-directory")
    if folder.exists() and any(folder.iterdir()):
        raise DataError(folder, "not-empty")
    folder.parent.mkdir(parents=True, exist_ok=True)
    unfinished = folder.with_name(f"{folder.name}.{os.getpid()}.unfinished")
    unfinished.mkdir(mode=0o700)  # questions and reports of people are in it
    try:
        yield unfinished
        if folder.exists():
            folder.rmdir()
        unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


@contextmanager
def _as_it_is(database: Path) -> Iterator[sqlite3.Connection]:
    """A connection that goes on seeing the database as it is now, whatever others write (a read transaction)."""
    with closing(sqlite3.connect(database, timeout=_BUSY, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        yield connection


def _copy_database(source: sqlite3.Connection, path: Path) -> None:
    path.touch(mode=0o600)
    with closing(sqlite3.connect(path)) as target:
        source.backup(target)


def _copy_index(index: Path, copy: Path) -> None:
    """Link or copy the files that make up the index: none of them is ever changed, only others put in their place."""
    copy.mkdir()
    for path in index.glob("*"):
        if path.suffix in {".json", ".segment"}:
            _link_or_copy(path, copy / path.name)


def _link_or_copy(path: Path, copy: Path) -> None:
    try:
        os.link(path, copy)
    except OSError:  # to another disk, or one without links
        shutil.copy2(path, copy)
