"""SQLite FTS5 without content, ranked by its own bm25: one table, optimised after it is filled, mapped.

It keeps positions (detail=full), for without them its bm25 counts each term once: a tenth faster, and not the same.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from benchmarks.corpus import Corpus
from benchmarks.engines import BEST
from benchmarks.questions import Question

_TABLE = """
    CREATE VIRTUAL TABLE sentences
    USING fts5(terms, content='', detail='full', tokenize="unicode61 remove_diacritics 0 tokenchars '.'")
"""
_SEARCH = f"SELECT rowid, rank FROM sentences WHERE sentences MATCH ? ORDER BY rank LIMIT {BEST}"  # noqa: S608


def build(corpus: Corpus, folder: Path) -> None:
    """In one transaction, without a journal."""
    with closing(sqlite3.connect(folder / "fts5.db")) as database:
        database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000;")
        database.execute(_TABLE)
        rows = enumerate(corpus.terms())
        with database:
            database.executemany("INSERT INTO sentences(rowid, terms) VALUES (?, ?)", rows)
        database.execute("INSERT INTO sentences(sentences) VALUES ('optimize')")
        database.commit()


class Opened:
    """The table, for one thread."""

    def __init__(self, folder: Path) -> None:
        self._database = sqlite3.connect(f"file:{folder / 'fts5.db'}?mode=ro", uri=True, check_same_thread=False)
        self._database.executescript("PRAGMA mmap_size = 30000000000; PRAGMA cache_size = -64000;")

    def prepared(self, question: Question) -> Sequence[str]:
        return question.terms

    def search(self, prepared: Sequence[str]) -> list[tuple[int, float]]:
        matched = " OR ".join(f'"{term}"' for term in prepared)
        return self._database.execute(_SEARCH, (matched,)).fetchall()

    def best(self, found: list[tuple[int, float]]) -> Sequence[tuple[int, float]]:
        return [(number, -rank) for number, rank in found]
