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


@dataclass(frozen=True, slots=True)
class Report:
    """Another article that reports the same fact, or another figure on the same thing.

    `copy` says that it prints the text of the fact's article or of an earlier report, so it is no source of its own.
    """

    article: Article
    sentence: Sentence
    link: str | None
    copy: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence returned for a question.

    `matched` are the spans within `sentence.text` whose words the question asked for. `link` opens the source at
    the sentence, and is None where the article has no address. `differing` are reports with another figure on the same
    thing, the newest last.
    """

    sentence: Sentence
    article: Article
    score: float
    matched: tuple[Span, ...]
    link: str | None
    also_reported_by: tuple[Report, ...] = ()
    differing: tuple[Report, ...] = ()

    @property
    def publishers(self) -> int:
        """How many sources report it: publishers with a text of their own, at least one."""
        own = [self.article, *(report.article for report in self.also_reported_by if not report.copy)]
        return len({(article.publisher or "").casefold() for article in own})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question gets.

    `strength` lies in 0..1; `answered` says that it reached the threshold. Where it did not, `facts` is empty and
    `nearest` holds the articles closest to the question. `corrections` maps words as they were asked to the words
    that were looked for instead. `since` and `until` are the first and last date covered, by the publishers that may
    be shown; None in an undated coverage. `filters` are those given and those that the question has in its words.
    """

    question: str
    answered: bool
    strength: float
    facts: tuple[Fact, ...] = ()
    nearest: tuple[Article, ...] = ()
    corrections: Mapping[str, str] = field(default_factory=dict)
    since: date | None = None
    until: date | None = None
    filters: Filters = Filters()


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that a person is quoted with in a sentence.

    `speaker` is the name in full, as the article gives it; `spans` within `sentence.text` are the person's own words,
    quotation marks left out, and for what is only reported ("Lavrov said that ...") empty. `link` as in a Fact.
    """

    speaker: str
    sentence: Sentence
    article: Article
    spans: tuple[Span, ...]
    link: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """A fact with the days on which it happened, `first` to `last`: one day, or all of a month or a year.

    `stated` says that the sentence itself tells when; else the days are that of the article's date.
    """

    first: date
    last: date
    stated: bool
    fact: Fact


@dataclass(frozen=True, slots=True)
class Claim:
    """A part of a message that claims or quotes something, and what the coverage has on it, without a verdict.

    `span` is its place in the message. `answer.facts` are the facts nearest to it, or those that are its source, none
    where the coverage does not say. `differing` pairs a figure in the claim with one on the same thing in the first
    fact: their spans in the message and in the sentence.
    """

    text: str
    span: Span
    answer: Answer
    differing: tuple[tuple[Span, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Digest:
    """An article in short: the sentences that tell most of it, in its order, and other articles on the same matter."""

    article: Article
    facts: tuple[Fact, ...]
    related: tuple[Article, ...] = ()


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
