"""What the database tells of the articles beyond what the index holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import SequenceMatcher

from knowledge.keeping.access import Access
from knowledge.models import Article, Change, Former, Record

_UPDATED = "SELECT max(until) FROM former WHERE article = ?"


@dataclass(frozen=True, slots=True)
class Update:
    """What an article said before it was updated, and which sentences were left out and which came in their place."""

    former: Former
    dropped: tuple[str, ...]
    added: tuple[str, ...]


class History:
    """Where articles came from and what they said before. Methods raise DataError; none belongs on an event loop."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def articles(self) -> Iterator[Article]:
        """All articles, in the order in which they came."""
        return (article for article, _ in self.records())

    def records(self) -> Iterator[Record]:
        """All articles with their sentences, in the order in which they came, a few at a time in memory."""
        with self._access.reading() as database:
            yield from database.records()

    def stored_as(self, articles: Sequence[Article]) -> list[str | None]:
        """The ids under which articles are stored: their own, or those of the ones at their addresses."""
        from knowledge.reading.web.addresses import address_key

        keys = [address_key(article.url) if article.url else "" for article in articles]
        with self._access.reading() as database:
            own = database.digests([article.id for article in articles])
            others = database.at_addresses([key for key in keys if key])
        return [
            article.id if article.id in own else others.get(key) for article, key in zip(articles, keys, strict=True)
        ]

    def copies(self) -> dict[str, str]:
        """The articles that are copies of another, by id, with the id of that."""
        with self._access.reading() as database:
            return database.copies()

    def former(self, article_id: str) -> list[Former]:
        """What an article said before it was updated, the newest first."""
        with self._access.reading() as database:
            return database.former(article_id)

    def updates(self, article: Article) -> list[Update]:
        """What each update changed in an article that is there, the newest first."""
        from knowledge.reading.plain import sentences_of

        formers = self.former(article.id)
        said = [[one.text for one in sentences_of(version)] for version in (article, *(one.article for one in formers))]
        return [
            Update(former, *_changes(before, after))
            for former, before, after in zip(formers, said[1:], said, strict=False)
        ]

    def updated(self, article_id: str) -> datetime | None:
        """When an article was last updated, in UTC; None where it never was, or that can't be told now. Quick."""
        address = f"{self._access.database.absolute().as_uri()}?mode=ro"
        try:
            with closing(sqlite3.connect(address, uri=True)) as connection:
                (until,) = connection.execute(_UPDATED, (article_id,)).fetchone()
        except sqlite3.Error:
            return None
        return None if until is None else datetime.fromtimestamp(until, UTC)

    def changes(self, limit: int) -> list[Change]:
        """What was added or taken away, the newest first."""
        with self._access.reading() as database:
            return database.changes(limit)


def _changes(before: Sequence[str], after: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sentences of a text that aren't in the one after it, and those of that which are new."""
    dropped: list[str] = []
    added: list[str] = []
    for _, start, end, other_start, other_end in SequenceMatcher(None, before, after).get_opcodes():
        if before[start:end] != after[other_start:other_end]:
            dropped += before[start:end]
            added += after[other_start:other_end]
    return tuple(dropped), tuple(added)
