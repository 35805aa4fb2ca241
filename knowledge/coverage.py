"""The coverage: what a front end holds and asks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from knowledge.answering.strength import THRESHOLD
from knowledge.bounds import at_least_one, not_too_long
from knowledge.errors import UnknownArticle
from knowledge.keeping.archive import Archive
from knowledge.keeping.batches import Progress
from knowledge.keeping.history import History
from knowledge.models import Added, Answer, Article, Claim, Digest, Event, Filters, Overview, Quote, Sentence
from knowledge.storage.feedback import Feedback

if TYPE_CHECKING:
    from knowledge.browsing.catalogue import Catalogue


class Coverage:
    """A body of articles, kept in a folder, that answers questions with its sentences. Made by `open`.

    Calls are safe from several threads. `ask` takes a millisecond or two for some thousand sentences, once `warm_up`
    has loaded word lists; at most once a second it looks whether another process changed the index. None of the others
    belongs on an event loop.
    """

    def __init__(self, archive: Archive, threshold: float) -> None:
        self._opened: Archive | None = archive
        self._threshold = threshold
        self._known: Catalogue | None = None

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
        archive = Archive(Path(data_dir))
        archive.open(_seeds if seeds else list, progress)
        return cls(archive, THRESHOLD if threshold is None else threshold)

    def ask(self, question: str, filters: Filters | None = None, limit: int = 5) -> Answer:
        """The best facts for a question, at most `limit`. Raises QuestionTooLong, DataError; ValueError below 1."""
        from knowledge.answering.answers import answer

        return answer(not_too_long(question), self._archive.index(), filters, at_least_one(limit), self._threshold)

    def nearest(self, question: str, filters: Filters | None = None, limit: int = 5) -> Answer:
        """As `ask`, but with the facts nearest to a question that isn't answered, too."""
        from knowledge.answering.answers import answer

        found, index = self.ask(question, filters, limit), self._archive.index()
        return found if found.answered else replace(answer(question, index, filters, limit, 0.0), answered=False)

    def check(self, text: str, filters: Filters | None = None, limit: int = 3) -> tuple[Claim, ...]:
        """The claims in a message of up to 4,000 characters, each with the facts nearest to it, at most `limit`.

        Figures that differ are marked. Raises QuestionTooLong, DataError; ValueError below 1.
        """
        from knowledge.answering.checking import check

        return check(text, self._archive.index(), filters, at_least_one(limit), self._threshold)

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

        asked = not_too_long(speaker), about and not_too_long(about)
        return quotes(*asked, self._archive.index(), filters, at_least_one(limit), reported)

    def timeline(self, topic: str, *, filters: Filters | None = None, limit: int = 20) -> tuple[Event, ...]:
        """The dated facts that fit a topic best, in the order of time; none where it isn't covered.

        Raises QuestionTooLong, DataError; ValueError for a limit below 1.
        """
        from knowledge.answering.timeline import timeline

        return timeline(not_too_long(topic), self._archive.index(), filters, at_least_one(limit))

    def sources(self, text: str, filters: Filters | None = None, limit: int = 3) -> tuple[Claim, ...]:
        """The quotations, and the claims with a figure, in a message of up to 4,000 characters, each with its sources.

        At most `limit` each: sentences that hold the quotation, but for slips, or the same figure on the same thing.
        Raises QuestionTooLong, DataError; ValueError for a limit below 1.
        """
        from knowledge.answering.sources import sources

        return sources(text, self._archive.index(), filters, at_least_one(limit))

    def digest(self, article_id: str, *, filters: Filters | None = None, limit: int = 3) -> Digest:
        """An article in short, by at most `limit` sentences of its own, with what reports the same and is related.

        Raises UnknownArticle, also for one that doesn't pass the filters; DataError; ValueError for a limit below 1.
        """
        from knowledge.browsing.digests import digest

        return digest(article_id, self._archive.index(), filters or Filters(), at_least_one(limit))

    def overview(self, publishers: tuple[str, ...] = ()) -> Overview:
        """The coverage in numbers, or what of it is by the publishers. Raises DataError."""
        return replace(self._catalogue.overview(publishers), changed=self._archive.changed())

    def names(self, publishers: tuple[str, ...] = ()) -> tuple[str, ...]:
        """At most 5,000 names in the publishers' articles, or in all, the most frequent first. Raises DataError."""
        return self._catalogue.names(publishers)

    def speakers(self, publishers: tuple[str, ...] = ()) -> tuple[str, ...]:
        """At most 5,000 people whom the publishers' articles quote, or all, the most quoted first. Raises DataError."""
        return self._catalogue.speakers(publishers)

    def find_articles(self, words: str, filters: Filters | None = None, limit: int = 25) -> list[Article]:
        """The article with that id, then those whose titles hold the words, whole, begun or misspelt; else the newest.

        Fast enough for each key that is pressed. Raises QuestionTooLong, DataError; ValueError for a limit below 1.
        """
        return self._catalogue.titles.find(not_too_long(words), filters, at_least_one(limit))

    def article(self, article_id: str) -> Article:
        """The article with an id. Raises UnknownArticle, DataError."""
        found = self._archive.index().article(article_id)
        if found is None:
            raise UnknownArticle(article_id)
        return found

    def articles(self) -> list[Article]:
        """All articles."""
        return self._archive.index().articles()

    def sentences(self, article_id: str) -> list[Sentence]:
        """The sentences of an article, in order. Raises UnknownArticle."""
        found = self._archive.index().sentences_of(article_id)
        if found is None:
            raise UnknownArticle(article_id)
        return found

    def add(
        self, articles: Article | Iterable[Article], progress: Progress | None = None, *, source: str = ""
    ) -> Added:
        """Add articles, each in place of an older one that is the same; they are found once this returns.

        The same is one with its id, else one at its address, else one of its publisher with the same text at another
        address. What an article said before is kept. `source` is what editors are told that added them. When this is
        interrupted, the batches before are there. Raises DataError, and SourceError for an article with a field of the
        wrong type or that isn't Unicode (a lone surrogate).
        """
        return self._archive.add([articles] if isinstance(articles, Article) else articles, progress, source)

    def remove(self, article_ids: Sequence[str], *, source: str = "") -> None:
        """Take articles away. Raises UnknownArticle, and takes none away, when one isn't there; DataError."""
        self._archive.remove([article_ids] if isinstance(article_ids, str) else article_ids, source)

    def rebuild(self) -> None:
        """Make the index anew from the articles as they are stored. Raises DataError."""
        self._archive.rebuild()

    def check_files(self) -> bool:
        """Whether the index is as it was written; a part that isn't is made anew. Raises DataError.

        Opening trusts what nobody has written to since it was whole. This reads all of it, a gigabyte in a second.
        """
        return self._archive.check()

    def backup(self, folder: Path | str) -> None:
        """Copy all that is kept, as it is at one moment, to a new folder for `open`. Raises DataError."""
        from knowledge.keeping.backup import back_up

        back_up(self.place, Path(folder))

    def refresh(self) -> None:
        """Let the next call see what another process has changed, instead of within a second."""
        self._archive.look_again()

    def version(self) -> int:
        """A number that is another after each change of the articles. Raises DataError."""
        return self._archive.generation()

    @property
    def place(self) -> Path:
        """The folder in which the articles are kept."""
        return self._archive.place

    @property
    def history(self) -> History:
        """Where the articles came from, and what they said before."""
        return self._archive.history

    @property
    def feedback(self) -> Feedback:
        """What people told of the answers, kept in a file of its own."""
        return Feedback(self.place / "feedback.db")

    def warm_up(self) -> None:
        """Load what the first questions would wait for: word lists, and the words of the coverage. Raises DataError."""
        self.check("Nobody knows xyzzyx.")

    def close(self) -> None:
        """Let go of the files. Any call after this raises ValueError."""
        self._opened = self._known = None

    @property
    def _archive(self) -> Archive:
        if self._opened is None:
            raise ValueError("the coverage is closed")
        return self._opened

    @property
    def _catalogue(self) -> Catalogue:
        """What is worked out once for the articles as they are now."""
        from knowledge.browsing.catalogue import Catalogue

        index, known = self._archive.index(), self._known
        if known is None or known.index is not index:
            self._known = known = Catalogue(index)
        return known

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _seeds() -> list[Article]:
    from knowledge.reading.seeds import read_seeds

    return read_seeds()
