"""What the coverage holds, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime

from knowledge.models.articles import Article


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many articles, or sentences of them, a publisher (None: not known) has in a month."""

    year: int
    month: int
    publisher: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What the coverage holds, in numbers.

    `publishers` are those known by name, each with the number of its articles, most first. `since` and `until` are the
    first and last date covered, None where nothing is dated. `months` are in the order of time, most articles first
    within one, and leave out the `undated` articles. `changed` is when the coverage last changed, in UTC; None where
    that isn't known.
    """

    articles: int
    sentences: int
    publishers: tuple[tuple[str, int], ...]
    since: date | None
    until: date | None
    months: tuple[MonthCount, ...]
    undated: int
    changed: datetime | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What adding did, as counts of articles, and of the sentences in those added or updated.

    `copies` are those among the added that print the text of an article of another publisher.
    """

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    sentences: int = 0
    copies: int = 0

    @property
    def articles(self) -> int:
        """All articles that were given."""
        return self.added + self.updated + self.unchanged

    def __add__(self, other: Added) -> Added:
        return Added(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(self)))


@dataclass(frozen=True, slots=True)
class Change:
    """What was added or taken away, and by what: a file, an address, a feed; empty where that isn't known.

    `at` is when, in UTC; None where it is yet to be kept.
    """

    source: str
    added: Added = Added()
    removed: int = 0
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Former:
    """What an article said until it was updated, in UTC."""

    article: Article
    until: datetime
