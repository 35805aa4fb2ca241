"""What the database tells of the articles beyond what the index holds."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.access import Access
from knowledge.models import Article, Change, Former


class History:
    """Where articles came from and what they said before. Methods raise DataError; none belongs on an event loop."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def articles(self) -> Iterator[Article]:
        """All articles, in the order in which they came."""
        with self._access.reading() as database:
            yield from (article for article, _ in database.records())

    def copies(self) -> dict[str, str]:
        """The articles that are copies of another, by id, with the id of that."""
        with self._access.reading() as database:
            return database.copies()

    def former(self, article_id: str) -> list[Former]:
        """What an article said before it was updated, the newest first."""
        with self._access.reading() as database:
            return database.former(article_id)

    def changes(self, limit: int) -> list[Change]:
        """What was added or taken away, the newest first."""
        with self._access.reading() as database:
            return database.changes(limit)
