"""What is asked for and found: facts, answers, quotes, events, claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from knowledge.models.articles import Article, Filters, Sentence, Span


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
    filters: Filters = field(default_factory=Filters)


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
