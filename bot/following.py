"""Following feeds, as the command line and editors do, and the bot in a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from bot.editing import Followed
from bot.fetching import fetcher_of
from bot.settings import Settings
from knowledge import Added, Article, Coverage
from knowledge.following.finding import find_feed
from knowledge.following.poller import Polled, Poller
from knowledge.following.reader import Reader
from knowledge.storage.failures import told_as_data_errors
from knowledge.storage.feed_values import Feed
from knowledge.storage.feeds import Feeds

SEVERAL = 4
"""Feeds that are polled at a time; of one host, one request after the other."""


class AlreadyPolling(Exception):
    """Another process polls the feeds of the same data directory."""


@dataclass(frozen=True, slots=True)
class PollReport:
    """How polling went, a feed each, in the order in which they were done."""

    polled: tuple[Polled, ...] = ()

    @property
    def added(self) -> Added:
        """What became of all articles."""
        return sum((one.added for one in self.polled), Added())

    @property
    def failed(self) -> int:
        """How many feeds failed."""
        return sum(one.error is not None for one in self.polled)


def feeds_of(data: Path) -> Feeds:
    """The feeds that are followed with a data directory."""
    return Feeds(data / "feeds.db")


def follow(settings: Settings, address: str) -> Followed:
    """Follow the feed at an address, or that of the site there; nothing of it is read yet.

    Raises DataError, FetchError, SourceError.
    """
    feeds = feeds_of(settings.data)
    with fetcher_of(settings) as fetcher, Reader() as reader:
        found = find_feed(address, fetcher, reader)
    title, articles = found.document.title, len(found.document.entries)
    new = feeds.follow(found.address, title, found.document.site, datetime.now(UTC))
    return Followed(found.address, title, articles, known=not new, others=found.others)


def poll_due(
    settings: Settings,
    now: datetime | None = None,
    *,
    everything: bool = False,
    tell: Callable[[Polled], object] = lambda _: None,
) -> PollReport:
    """Poll the feeds that are due, or every one, and `tell` how each went once it is done.

    Raises DataError; AlreadyPolling where another process polls.
    """
    now = now or datetime.now(UTC)
    feeds = feeds_of(settings.data)
    with _turn(settings.data):
        wanted = [feed for feed in feeds.feeds() if not feed.stopped] if everything else feeds.due(now)
        if not wanted:
            return PollReport()
        with Coverage.open(settings.data, seeds=settings.seeds) as coverage, Reader() as reader:

            def add(articles: Sequence[Article], source: str) -> Added:
                return coverage.add(articles, source=source)

            poller = Poller(feeds, fetcher_of(settings), reader, add)
            return PollReport(tuple(_polled(poller, wanted, now, tell)))


def _polled(poller: Poller, feeds: Sequence[Feed], now: datetime, tell: Callable[[Polled], object]) -> Iterator[Polled]:
    threads = ThreadPoolExecutor(SEVERAL)
    try:
        for done in as_completed([threads.submit(poller.poll, feed, now) for feed in feeds]):
            tell(done.result())
            yield done.result()
    finally:
        poller.end()
        threads.shutdown(wait=False, cancel_futures=True)


@contextmanager
def _turn(data: Path) -> Iterator[None]:
    """Hold other processes off from polling. Raises AlreadyPolling where one does."""
    lock = FileLock(data / "feeds.lock")
    try:
        with told_as_data_errors(data):
            data.mkdir(parents=True, exist_ok=True)
            lock.acquire(timeout=0)
    except Timeout:
        raise AlreadyPolling from None
    try:
        yield
    finally:
        lock.release()
