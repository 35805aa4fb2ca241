"""The values that pass between the rooms: articles, sentences, facts and answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from hashlib import blake2b

Span = tuple[int, int]
"""Start and end offsets in characters, the end not included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One piece of coverage.

    Only `text` must be given. What a source does not say stays empty: `title` and `language` as an empty
    string, the others as None ("undated", no link). An `id` that is not given is made from the address, else
    from publisher, title and date, or from the text too where one of them is missing: the same on every machine.
    """

    text: str
    title: str = ""
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    language: str = ""
    id: str = ""

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
    """Which articles may answer: published from `since` to `until`, both included, by `publisher` (any case)."""

    since: date | None = None
    until: date | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Another article that reports the same fact."""

    article: Article
    sentence: Sentence
    link: str | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence returned for a question.

    `matched` are the spans within `sentence.text` whose words the question asked for. `link` opens the source at
    the sentence, and is None where the article has no address.
    """

    sentence: Sentence
    article: Article
    score: float
    matched: tuple[Span, ...]
    link: str | None
    also_reported_by: tuple[Report, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question gets.

    `strength` lies in 0..1; `answered` says that it reached the threshold. Where it did not, `facts` is empty and
    `nearest` holds the articles closest to the question. `corrections` maps words as they were asked to the words
    that were looked for instead. `since` and `until` are the first and last date covered, None in an undated coverage.
    """

    question: str
    answered: bool
    strength: float
    facts: tuple[Fact, ...] = ()
    nearest: tuple[Article, ...] = ()
    corrections: Mapping[str, str] = field(default_factory=dict)
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What adding did, as counts of articles, and of the sentences in those added or updated."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    sentences: int = 0

    @property
    def articles(self) -> int:
        """All articles that were given."""
        return self.added + self.updated + self.unchanged

    def __add__(self, other: Added) -> Added:
        return Added(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(self)))
