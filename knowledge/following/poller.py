"""Polling a feed: what is new or has changed in it is read, stored, and only then marked as read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from http import HTTPStatus
from itertools import islice
from threading import Event
from time import monotonic
from urllib.parse import urlsplit

from knowledge.errors import FetchError, SourceError
from knowledge.fetching.fetched import Fetched
from knowledge.fetching.fetcher import Fetcher
from knowledge.following.articles import page_of, read_entry
from knowledge.following.entries import Entry, FeedDocument, Wishes
from knowledge.following.reader import Reader
from knowledge.following.timing import LONGEST, SHORTEST, next_poll, pause_after, pause_after_failure
from knowledge.models import Added, Article
from knowledge.storage.feed_values import EntryState, Feed, Mark, Poll
from knowledge.storage.feeds import Feeds

MOST_ARTICLES = 50
"""Articles that are read in one poll of a feed; the others follow in the next."""
MOST_TRIES = 3
"""How often an article is tried that can't be read."""
BATCH = 10
"""Articles that are stored together."""
READING = 300.0
"""Seconds after which a poll of a feed reads no further article; the others follow in the next."""
REST = timedelta(hours=1)
"""The rest before an entry is read for the third time; then it doubles, since some feeds change with every request."""

Add = Callable[[Sequence[Article], str], Added]
"""Stores articles, which came from the feed of that address."""
Outcome = Article | FetchError | SourceError
"""What reading an entry gave."""


@dataclass(frozen=True, slots=True)
class Polled:
    """How a poll of a feed went.

    `added` is what became of its articles, and `failed` says why others couldn't be read. `error` says why the feed
    itself couldn't be; `stopped` that it has come to its end.
    """

    feed: Feed
    added: Added = field(default_factory=Added)
    failed: tuple[FetchError | SourceError, ...] = ()
    error: FetchError | SourceError | None = None
    stopped: bool = False


class Poller:
    """Polls feeds, several at a time where it is called from several threads.

    In one poll of a feed it reads `most` articles, and stores them `batch` at a time.
    """

    def __init__(
        self,
        feeds: Feeds,
        fetcher: Fetcher,
        reader: Reader,
        add: Add,
        *,
        most: int = MOST_ARTICLES,
        batch: int = BATCH,
    ) -> None:
        self._feeds = feeds
        self._fetcher = fetcher
        self._reader = reader
        self._add = add
        self._most = most
        self._batch = batch
        self._ending = Event()

    def poll(self, feed: Feed, now: datetime) -> Polled:
        """Ask a feed what is new and take it in. Raises DataError."""
        try:
            fetched, document = self._fetch(feed)
        except (FetchError, SourceError) as error:
            return self._failed(feed, error, now)
        if fetched.moved_to and fetched.moved_to != feed.address:
            if not self._feeds.move(feed, fetched.moved_to):
                return Polled(feed)  # it is followed there already
            feed = replace(feed, address=fetched.moved_to)
        taken = self._take_in(feed, document, now) if document else _Taken()
        poll = self._settled(feed, fetched, document, taken, now)
        self._feeds.succeeded(feed, poll, _keys(document), now)
        return Polled(replace(feed, title=poll.title), taken.added, tuple(taken.failed))

    def end(self) -> None:
        """Let polls under way begin with nothing more; what they have read is stored."""
        self._ending.set()

    def _fetch(self, feed: Feed) -> tuple[Fetched, FeedDocument | None]:
        """What is at the feed's address, and the feed that it is; None where it is as it was."""
        conditions = {"etag": feed.etag, "last_modified": feed.last_modified}
        fetched = self._fetcher.fetch(feed.address, **conditions, obey_robots=True)
        if fetched.unchanged:
            return fetched, None
        return fetched, self._reader.read(fetched.body, fetched.address, fetched.charset)

    def _failed(self, feed: Feed, error: FetchError | SourceError, now: datetime) -> Polled:
        gone = isinstance(error, FetchError) and error.status == HTTPStatus.GONE
        pause = pause_after_failure(feed.failures, _retry_after(error))
        self._feeds.failed(feed, error, now + pause, now, stopped=gone)
        return Polled(feed, error=error, stopped=gone)

    def _take_in(self, feed: Feed, document: FeedDocument, now: datetime) -> _Taken:
        """Read and store what is new or has changed, in batches."""
        known = self._feeds.entries(feed)
        wanted = [entry for entry in document.entries if _is_wanted(entry, known.get(entry.key), now)]
        wanted.sort(key=lambda entry: entry.key in known)  # what is new comes first
        taken = _Taken()
        outcomes = self._read(wanted[: self._most], replace(feed, title=document.title or feed.title))
        while batch := list(islice(outcomes, self._batch)):
            taken.added += self._store(feed, batch, now)
            taken.read += len(batch)
            taken.new += sum(entry.key not in known for entry, _ in batch)
            errors = [outcome for _, outcome in batch if not isinstance(outcome, Article)]
            taken.failed += errors
            taken.retry_after = max([taken.retry_after, *map(_retry_after, errors)])
        taken.left = taken.read < len(wanted)
        return taken

    def _read(self, entries: Sequence[Entry], feed: Feed) -> Iterator[tuple[Entry, Outcome]]:
        """What reading each entry gives, until the time for it is over; a site that is busy is asked no more."""
        until = monotonic() + READING
        pages: dict[str, Outcome] = {}
        busy: set[str | None] = set()
        for entry in entries:
            host = urlsplit(entry.address or "").hostname
            if monotonic() > until or host in busy or self._ending.is_set():
                continue
            page = page_of(entry) or entry.key
            outcome = pages[page] = pages.get(page) or self._outcome(entry, feed)
            if isinstance(outcome, FetchError) and outcome.problem == "busy":
                busy.add(host)
            yield entry, outcome

    def _outcome(self, entry: Entry, feed: Feed) -> Outcome:
        try:
            return read_entry(entry, self._fetcher, feed)
        except (FetchError, SourceError) as error:
            return error
        except Exception:  # noqa: BLE001 - what one page meets with must not keep all others back, again and again
            return SourceError(entry.address or entry.title, "no-article")

    def _store(self, feed: Feed, batch: Sequence[tuple[Entry, Outcome]], now: datetime) -> Added:
        """Store the articles of a batch, then mark its entries."""
        articles = [outcome for _, outcome in batch if isinstance(outcome, Article)]
        try:
            added = self._add(articles, feed.address) if articles else Added()
        except SourceError as error:
            if len(batch) > 1:
                return sum((self._store(feed, [one], now) for one in batch), Added())
            added, batch = Added(), [(batch[0][0], error)]
        self._feeds.mark(feed, [_mark(entry, outcome) for entry, outcome in batch], now)
        return added

    def _settled(
        self, feed: Feed, fetched: Fetched, document: FeedDocument | None, taken: _Taken, now: datetime
    ) -> Poll:
        """When the feed is polled next, and how. It is asked for whole while something in it is still to be read."""
        pause = SHORTEST if taken.left else pause_after(feed.pause, taken.new)
        wishes = document.wishes if document else Wishes.of_text(feed.wishes)
        asked_for = min(max(fetched.max_age or 0, taken.retry_after), LONGEST.total_seconds())
        time = next_poll(now, max(pause, timedelta(seconds=asked_for)), wishes)
        if document is None:
            return Poll(feed.title, feed.site, time, pause, feed.wishes, feed.etag, feed.last_modified)
        known = self._feeds.entries(feed)
        whole = all(_is_settled(entry, known.get(entry.key)) for entry in document.entries)
        return Poll(
            title=document.title or feed.title,
            site=document.site or feed.site,
            next_poll=time,
            pause=pause,
            wishes=wishes.text(),
            etag=fetched.etag if whole else None,
            last_modified=fetched.last_modified if whole else None,
        )


@dataclass
class _Taken:
    """What was taken in of a feed: entries read, how many of them are new, and whether some are left for the next poll.

    `retry_after` is the longest pause in seconds that a site wanted.
    """

    added: Added = field(default_factory=Added)
    read: int = 0
    new: int = 0
    failed: list[FetchError | SourceError] = field(default_factory=list)
    left: bool = False
    retry_after: float = 0.0


def _is_settled(entry: Entry, state: EntryState | None) -> bool:
    """Whether nothing is to be done for an entry as it is now."""
    return state is not None and state.version == entry.version and not 0 < state.tries < MOST_TRIES


def _is_wanted(entry: Entry, state: EntryState | None, now: datetime) -> bool:
    """Whether an entry is read in this poll."""
    if state is None or _is_settled(entry, state):
        return state is None
    rested = state.read + REST * (1 << min(state.reads - 2, 10)) if state.reads > 1 else state.read
    return state.version == entry.version or now >= rested


def _retry_after(error: FetchError | SourceError) -> float:
    """Seconds for which the site wants not to be asked; 0 where it doesn't say."""
    return (error.retry_after or 0.0) if isinstance(error, FetchError) else 0.0


def _mark(entry: Entry, outcome: Outcome) -> Mark:
    return Mark(entry.key, entry.version, None if isinstance(outcome, Article) else outcome)


def _keys(document: FeedDocument | None) -> list[str]:
    return [entry.key for entry in document.entries] if document else []
