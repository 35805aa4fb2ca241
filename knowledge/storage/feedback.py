"""What use tells the editors: questions without an answer, sentences reported as wrong, and counts.

Kept in a file of its own, by days. Of a question neither who asked it nor where is kept; a report has the number of
whoever sent it, so that it can be taken away again; a count has nothing but what it counts.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from knowledge.errors import DataError
from knowledge.storage.failures import told_as_data_errors

LONGEST_TEXT = 300
"""Characters kept of a question or a note."""
MOST_ROWS = 10_000
"""Questions, and reports, that are kept; the oldest make room."""

VERSION = 1
_BUSY = 5.0
"""Seconds to wait for another process."""

_SCHEMA = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS unanswered (
    folded TEXT PRIMARY KEY,
    question TEXT NOT NULL,
    times INTEGER NOT NULL,
    day TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS unanswered_by_day ON unanswered (day);
CREATE TABLE IF NOT EXISTS reports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice: an editor may hold that of one that is gone
    article TEXT NOT NULL,
    position INTEGER NOT NULL,
    reporter INTEGER NOT NULL,
    note TEXT NOT NULL,
    day TEXT NOT NULL,
    UNIQUE (article, position, reporter)
);
CREATE INDEX IF NOT EXISTS reports_by_reporter ON reports (reporter);
CREATE TABLE IF NOT EXISTS counts (
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    answered INTEGER NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (day, kind, answered)
);
PRAGMA user_version = {VERSION};
COMMIT;
"""
_KEEP_QUESTION = """
INSERT INTO unanswered VALUES (?, ?, 1, ?) ON CONFLICT (folded) DO UPDATE SET times = times + 1, day = excluded.day
"""
_DROP_OLDEST_QUESTIONS = """
DELETE FROM unanswered WHERE rowid IN (SELECT rowid FROM unanswered ORDER BY day DESC, rowid DESC LIMIT -1 OFFSET ?)
"""
_KEEP_REPORT = "INSERT OR REPLACE INTO reports (article, position, reporter, note, day) VALUES (?, ?, ?, ?, ?)"
_DROP_OLDEST_REPORTS = "DELETE FROM reports WHERE id IN (SELECT id FROM reports ORDER BY id DESC LIMIT -1 OFFSET ?)"
_COUNT = """
INSERT INTO counts VALUES (?, ?, ?, ?) ON CONFLICT (day, kind, answered) DO UPDATE SET times = times + excluded.times
"""


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question that the coverage didn't answer: as it was asked first, how often, and on which day last."""

    question: str
    times: int
    day: date


@dataclass(frozen=True, slots=True)
class WrongSource:
    """What somebody told of the sentence at `position` in an article, `note` in their own words, and on which day.

    `number` is that of the report. Who sent it is kept, but not told.
    """

    number: int
    article_id: str
    position: int
    note: str
    day: date


@dataclass(frozen=True, slots=True)
class DayCount:
    """How often something of a kind was looked for on a day and found, or not."""

    day: date
    kind: str
    answered: bool
    times: int


class Feedback:
    """The file at `path`, made when first written to.

    Methods raise DataError about it. All are safe from several threads and processes; none belongs on an event loop.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def unanswered(self, *questions: str) -> None:
        """Keep questions, cut to 300 characters; the same one in other letters, or spaced otherwise, counts up."""
        kept = [_kept(" ".join(question.split())) for question in questions]
        rows = [(_folded(question), question, _today()) for question in kept if question]
        if rows:
            with self._writing() as connection:
                connection.executemany(_KEEP_QUESTION, rows)
                connection.execute(_DROP_OLDEST_QUESTIONS, (MOST_ROWS,))

    def list_unanswered(self, limit: int) -> tuple[Unanswered, ...]:
        """The questions most often asked, and of those asked as often the last."""
        query = "SELECT question, times, day FROM unanswered ORDER BY times DESC, day DESC, rowid DESC LIMIT ?"
        rows = self._read(query, limit)
        return tuple(Unanswered(question, times, date.fromisoformat(day)) for question, times, day in rows)

    def clear_unanswered(self, *questions: str) -> bool:
        """Take questions away; False where none of them is there."""
        folded = [_folded(_kept(" ".join(question.split()))) for question in questions]
        return self._delete("DELETE FROM unanswered WHERE folded = ?", *folded) > 0

    def report(self, article_id: str, position: int, note: str, reporter: int) -> None:
        """Keep that a sentence isn't right, and 300 characters on why, in place of what `reporter` told before."""
        with self._writing() as connection:
            connection.execute(_KEEP_REPORT, (article_id, position, reporter, _kept(note.strip()), _today()))
            connection.execute(_DROP_OLDEST_REPORTS, (MOST_ROWS,))

    def list_reports(self, limit: int) -> tuple[WrongSource, ...]:
        """The reports that aren't settled, the newest first."""
        query = "SELECT id, article, position, note, day FROM reports ORDER BY id DESC LIMIT ?"
        return tuple(
            WrongSource(number, article_id, position, note, date.fromisoformat(day))
            for number, article_id, position, note, day in self._read(query, limit)
        )

    def settle(self, number: int) -> bool:
        """Take a report away, since an editor has seen to it; False where it isn't there."""
        return self._delete("DELETE FROM reports WHERE id = ?", number) > 0

    def forget(self, reporter: int) -> int:
        """Take away all that is kept of a person; return how many reports that were."""
        return self._delete("DELETE FROM reports WHERE reporter = ?", reporter)

    def count(self, kind: str, answered: bool, times: int = 1) -> None:
        """Count up how often something of a kind was looked for today, and found or not."""
        with self._writing() as connection:
            connection.execute(_COUNT, (_today(), kind, answered, times))

    def counts(self, since: date) -> tuple[DayCount, ...]:
        """The counts of each day from `since` on, in the order of time."""
        query = "SELECT day, kind, answered, times FROM counts WHERE day >= ? ORDER BY day, kind, answered DESC"
        rows = self._read(query, since.isoformat())
        return tuple(
            DayCount(date.fromisoformat(day), kind, bool(answered), times) for day, kind, answered, times in rows
        )

    def _read(self, query: str, value: int | str) -> list[Any]:
        """The rows of a query; none where nothing was ever written."""
        with told_as_data_errors(self._path):
            if not self._path.exists():
                return []
            with self._connection() as connection:
                return connection.execute(query, (value,)).fetchall()

    def _delete(self, statement: str, *values: int | str) -> int:
        """How many rows the statement deleted for the values, one after the other."""
        with told_as_data_errors(self._path):
            if not self._path.exists():
                return 0
            with self._writing() as connection:
                return connection.executemany(statement, [(value,) for value in values]).rowcount

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A connection in a transaction, which is carried out whole or not at all."""
        with told_as_data_errors(self._path):
            self._path.touch(mode=0o600)
            with self._connection() as connection, connection:
                connection.execute("BEGIN IMMEDIATE")
                yield connection

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._path, timeout=_BUSY, isolation_level=None)) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version > VERSION:
                raise DataError(self._path, "newer")
            if version < VERSION:
                connection.execute("PRAGMA journal_mode=WAL")
                connection.executescript(_SCHEMA)
            connection.execute("PRAGMA synchronous=NORMAL")
            connection.execute("PRAGMA secure_delete=ON")  # what is forgotten must not be left in the file
            yield connection


def _kept(text: str) -> str:
    """What is kept of a text; what isn't Unicode (a lone surrogate) can't be stored."""
    return text[:LONGEST_TEXT].encode(errors="replace").decode()


def _folded(question: str) -> str:
    return unicodedata.normalize("NFKC", question).casefold().rstrip(" ?!.…")


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
