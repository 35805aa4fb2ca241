"""The coverage: what a front end holds and asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from knowledge.answering.answers import answer
from knowledge.answering.strength import THRESHOLD
from knowledge.archive import Archive, Progress
from knowledge.errors import QuestionTooLong, SourceError, UnknownArticle
from knowledge.models import Added, Answer, Article, Claim, Event, Filters, Quote, Record, Sentence

LONGEST_QUESTION = 2_000
"""Characters that a question may have."""


class Coverage:
    """A body of articles, kept in a folder, that answers questions with its sentences. Made by `open`.

    Calls are safe from several threads. `ask` takes a millisecond or two for some thousand sentences, but the first may
    have to load word lists, unless `warm_up` did; once a second at most it looks whether another process changed the
    index. All others don't belong on an event loop.
    """

    def __init__(self, archive: Archive, threshold: float) -> None:
        self._opened: Archive | None = archive
        self._threshold = threshold

    @classmethod
    def open(
        cls,
        data_dir: Path | str,
        *,
        seeds: bool = True,
        threshold: float | None = None,
        progress: Progress | None = None,
    ) -> Self:
        """Open the coverage in a folder; a new one starts with the seed articles unless `seeds` is False.

        `threshold` is the strength from which a question is answered, 0..1. Raises DataError.
        """
        archive = Archive(_expanded(Path(data_dir)))
        archive.open(_seed_records if seeds else tuple, progress)
        return cls(archive, THRESHOLD if threshold is None else threshold)

    def ask(self, question: str, filters: Filters | None = None, limit: int = 5) -> Answer:
        """The best facts for a question, at most `limit`. Raises QuestionTooLong, DataError; ValueError below 1."""
        return answer(_not_too_long(question), self._archive.index(), filters, _at_least_one(limit), self._threshold)

    def check(self, text: str, filters: Filters | None = None, limit: int = 3) -> tuple[Claim, ...]:
        """The claims in a message of up to 4,000 characters, each with the facts nearest to it, at most `limit`.

        No verdict: figures that differ are marked. Raises QuestionTooLong, DataError; ValueError below 1.
        """
        from knowledge.answering.checking import check

        return check(text, self._archive.index(), filters, _at_least_one(limit), self._threshold)

    def quotes(
        self,
        speaker: str,
        about: str | None = None,
        *,
        filters: Filters | None = None,
        limit: int = 10,
        reported: bool = False,
    ) -> tuple[Quote, ...]:
        """What a person said, verbatim, one quote a sentence: the newest article first, or, with `about`, the best.

        `reported` adds sentences that tell in other words what the person said. None for one the coverage doesn't know.
        Raises QuestionTooLong, DataError; ValueError for a limit below 1.
        """
        from knowledge.answering.quotes import quotes

        asked = _not_too_long(speaker), about and _not_too_long(about)
        return quotes(*asked, self._archive.index(), filters, _at_least_one(limit), reported)

    def timeline(self, topic: str, *, filters: Filters | None = None, limit: int = 20) -> tuple[Event, ...]:
        """The dated facts that fit a topic best, in the order of time; none where it isn't covered.

        Raises QuestionTooLong, DataError; ValueError for a limit below 1.
        """
        from knowledge.answering.timeline import timeline

        return timeline(_not_too_long(topic), self._archive.index(), filters, _at_least_one(limit))

    def articles(self) -> list[Article]:
        """All articles."""
        return self._archive.index().articles()

    def sentences(self, article_id: str) -> list[Sentence]:
        """The sentences of an article, in order. Raises UnknownArticle."""
        found = self._archive.index().sentences_of(article_id)
        if found is None:
            raise UnknownArticle(article_id)
        return found

    def add(self, articles: Article | Iterable[Article], progress: Progress | None = None) -> Added:
        """Add articles, each in place of an older one with its id; they are found once this returns.

        They are stored in batches: when this is interrupted, the batches before are there. Raises DataError, and
        SourceError for an article with a field of the wrong type or that isn't Unicode (a lone surrogate).
        """
        return self._archive.add(_with_sentences([articles] if isinstance(articles, Article) else articles), progress)

    def remove(self, article_ids: Sequence[str]) -> None:
        """Take articles away. Raises UnknownArticle, and takes none away, when one isn't there; DataError."""
        self._archive.remove([article_ids] if isinstance(article_ids, str) else article_ids)

    def warm_up(self) -> None:
        """Load what the first questions would wait for: word lists, and the words of the coverage. Raises DataError."""
        self.check("Nobody knows xyzzyx.")

    def close(self) -> None:
        """Let go of the files. Any call after this raises ValueError."""
        self._opened = None

    @property
    def _archive(self) -> Archive:
        if self._opened is None:
            raise ValueError("the coverage is closed")
        return self._opened

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _not_too_long(question: str) -> str:
    if len(question) > LONGEST_QUESTION:
        raise QuestionTooLong(len(question), LONGEST_QUESTION)
    return question


def _at_least_one(limit: int) -> int:
    if limit < 1:
        raise ValueError(f"limit must be at least 1, not {limit}")
    return limit


def _expanded(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:  # "~name" of nobody is a name like any other
        return path


def _with_sentences(articles: Iterable[Article]) -> Iterator[Record]:
    from knowledge.reading.plain import sentences_of

    return ((article, sentences_of(_storable(article))) for article in articles)


def _storable(article: Article) -> Article:
    """The article itself. Raises SourceError where a script gave a field what can't be stored."""
    values = {field: getattr(article, field) for field in ("text", "title", "language", "id", "publisher", "url")}
    for field, value in values.items():
        if not _is_unicode(value) and not (field in {"publisher", "url"} and value is None):
            raise SourceError(ascii(article.id), "bad-field", field=field)
    if not isinstance(article.published, date | None):
        raise SourceError(ascii(article.id), "bad-field", field="published")
    return article


def _is_unicode(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _seed_records() -> Iterator[Record]:
    from knowledge.reading.seeds import read_seeds

    return _with_sentences(read_seeds())
