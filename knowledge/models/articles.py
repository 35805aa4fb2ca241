"""Articles, their sentences, and which of them may answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b

Span = tuple[int, int]
"""Start and end offsets in characters, the end not included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One piece of coverage.

    Only `text` must be given. What a source does not say stays empty: `title` and `language` as an empty
    string, the others as None ("undated", no link, no author). An `id` that is not given is made from the address, else
    from publisher, title and date, or from the text too where one of them is missing: the same on every machine.
    """

    text: str
    title: str = ""
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    language: str = ""
    id: str = ""
    author: str | None = None

    def __post_init__(self) -> None:
        if isinstance(self.published, datetime):
            object.__setattr__(self, "published", self.published.date())
        if not self.id:
            object.__setattr__(self, "id", self._made_id())

    def _made_id(self) -> str:
        source = self.url
        if not source:
            named = [self.publisher or "", self.title, str(self.published or "")]
            source = "\n".join(named if all(named) else [*named, self.text])
        return blake2b(source.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A verbatim span of an article's text: `text == article.text[start:end]`; `position` counts from 0."""

    article_id: str
    position: int
    start: int
    end: int
    text: str


Record = tuple[Article, Sequence[Sentence]]
"""An article with its sentences in order."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Which articles may answer: published from `since` to `until`, both included, by `publisher` (any case).

    `publishers` are those that may be shown at all, none for every one: the rule of a place where people ask, not a
    wish of the asker's. False as a condition where all articles may answer.
    """

    since: date | None = None
    until: date | None = None
    publisher: str | None = None
    publishers: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.since or self.until or self.publisher or self.publishers)
