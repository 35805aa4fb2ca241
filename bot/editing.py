"""Changes of the coverage, in a process of their own: the bot goes on answering, and stays small.

The bot sees what was changed as it sees what `factbox add` does.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

from bot.settings import Settings
from bot.wording import RefusalError
from knowledge import Added, Article, Coverage, DataError, FetchError, SourceError, UnknownArticle
from knowledge.following.entries import LinkedFeed
from knowledge.models import Change
from knowledge.processes.interrupts import working_directory_kept_out

DISCORD = "Discord"
"""What editors are told that changed the coverage, where it was one of them: who isn't kept."""

ERRORS_TOLD = 5
"""Errors that are told; of a file with more, the others are counted."""

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Addition:
    """What adding a file did. `titles` are the first headlines, `errors` the first lines that couldn't be read."""

    added: Added
    titles: tuple[str, ...]
    errors: tuple[SourceError, ...]
    failed: int


@dataclass(frozen=True, slots=True)
class Followed:
    """A feed that is followed from now on, or `known`: that was before.

    `articles` is how many it lists, and `others` are the feeds that the same page names.
    """

    address: str
    title: str
    articles: int
    known: bool
    others: tuple[LinkedFeed, ...] = ()


async def add_file(data: Path, path: Path, source: str) -> Addition:
    """Add the articles of a file, which editors are told of as `source`.

    Raises DataError; SourceError where nothing in it can be read.
    """
    return await _apart(partial(_add_file, data, path, source))


async def add_address(settings: Settings, address: str) -> Addition:
    """Add the article at an address. Raises DataError, FetchError, SourceError; RefusalError for a feed."""
    return await _apart(partial(_add_address, settings, address))


async def follow_feed(settings: Settings, address: str) -> Followed:
    """Follow the feed at an address, or that of the site there. Raises DataError, FetchError, SourceError."""
    return await _apart(partial(_follow_feed, settings, address))


async def remove_article(data: Path, article_id: str) -> None:
    """Take an article away. Raises DataError, UnknownArticle."""
    await _apart(partial(_remove_article, data, article_id))


async def list_changes(data: Path, limit: int) -> list[Change]:
    """What was added or taken away, the newest first. Raises DataError."""
    return await _apart(partial(_list_changes, data, limit))


async def rebuild(data: Path) -> None:
    """Make the index anew from the articles. Raises DataError."""
    await _apart(partial(_rebuild, data))


async def _apart(work: Callable[[], Result]) -> Result:
    """What `work` gives, or raises, in a process that is made for it and ends with it."""
    executor = ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"))
    try:
        with working_directory_kept_out():
            running = asyncio.get_running_loop().run_in_executor(executor, _told, work)
        result = await running
    finally:
        executor.shutdown(wait=False, cancel_futures=True)
    if isinstance(result, _Failure):
        raise result.kind(*result.values)
    return result


@dataclass(frozen=True, slots=True)
class _Failure:
    """An error as values, since not every exception can pass from one process to another."""

    kind: Callable[..., Exception]
    values: tuple[Any, ...]


def _told(work: Callable[[], Result]) -> Result | _Failure:
    try:
        return work()
    except SourceError as error:
        return _Failure(SourceError, (error.source, error.problem, error.line, error.field, error.limit))
    except FetchError as error:
        values = (error.address, error.problem, error.status, error.retry_after, error.limit, error.kind)
        return _Failure(FetchError, values)
    except RefusalError as error:
        return _Failure(partial(RefusalError, error.text, **error.values), ())
    except UnknownArticle as error:
        return _Failure(UnknownArticle, (error.article_id,))
    except DataError as error:
        return _Failure(DataError, (error.path, error.problem))


def _add_file(data: Path, path: Path, source: str) -> Addition:
    from knowledge.reading.files import read_file

    reading = _Reading()
    with Coverage.open(data) as coverage:
        added = coverage.add(reading.articles(read_file(path)), source=source)
    if reading.failed and not added.articles:
        raise reading.errors[0]
    errors = tuple(reading.errors)
    return Addition(added, tuple(reading.titles), errors, reading.failed)


class _Reading:
    """Keeps the first headlines and errors while the articles of a file pass."""

    def __init__(self) -> None:
        self.titles: list[str] = []
        self.errors: list[SourceError] = []
        self.failed = 0

    def articles(self, items: Iterator[Article | SourceError]) -> Iterator[Article]:
        for item in items:
            if isinstance(item, Article):
                self.titles += [item.title] if len(self.titles) < ERRORS_TOLD else []
                yield item
            else:
                self.failed += 1
                self.errors += [item] if self.failed <= ERRORS_TOLD else []


def _add_address(settings: Settings, address: str) -> Addition:
    from bot.addresses import read_address

    articles = read_address(settings, address)
    with Coverage.open(settings.data) as coverage:
        added = coverage.add(articles, source=address)
    return Addition(added, tuple(article.title for article in articles[:ERRORS_TOLD]), (), 0)


def _follow_feed(settings: Settings, address: str) -> Followed:
    from bot.following import follow

    return follow(settings, address)


def _remove_article(data: Path, article_id: str) -> None:
    with Coverage.open(data) as coverage:
        coverage.remove([article_id], source=DISCORD)


def _list_changes(data: Path, limit: int) -> list[Change]:
    with Coverage.open(data) as coverage:
        return coverage.history.changes(limit)


def _rebuild(data: Path) -> None:
    with Coverage.open(data) as coverage:
        coverage.rebuild()
