"""`factbox add`: files into the coverage, read as they are stored, so that one of any size fits in memory."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.addresses import read_address
from bot.cli.output import complain, write
from bot.cli.progress import SlowProgress
from bot.plain import harmless, title
from bot.settings import Settings
from bot.texts import english
from bot.wording import RefusalError, describe
from knowledge import Added, Article, Coverage, FactboxError, FetchError, SourceError
from knowledge.keeping.history import History
from knowledge.reading.files import read_file

NAMED = 10
"""Articles that are named; the rest is counted."""

ERRORS_NAMED = 100
"""Errors that are named; the rest is counted."""

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def add_sources(coverage: Coverage, settings: Settings, sources: Sequence[str]) -> int:
    """Add what can be read, name what can't, tell what was added; return the exit status."""
    report = _Report()
    try:
        with SlowProgress("terminal-adding") as progress:
            added = coverage.add(_readable(settings, sources, report), progress, source=_named(sources))
    except KeyboardInterrupt:
        complain(english()("terminal-stopped"))
        raise
    report.tell(added, coverage.history)
    return 1 if report.errors else 0


@dataclass
class _Report:
    """What was read: the first articles, and how many errors."""

    first: list[Article] = field(default_factory=list)
    articles: int = 0
    errors: int = 0

    def note(self, article: Article) -> None:
        self.articles += 1
        if self.articles <= NAMED:
            self.first.append(article)

    def fail(self, error: FactboxError) -> None:
        self.errors += 1
        if self.errors <= ERRORS_NAMED:
            complain(describe(error))

    def tell(self, added: Added, history: History) -> None:
        """Tell what was added, and the first articles with the ids under which they are stored."""
        say = english()
        if self.errors > ERRORS_NAMED:
            complain(say("terminal-more", count=self.errors - ERRORS_NAMED))
        if not self.articles:
            return
        write(say("terminal-added", articles=added.added, sentences=added.sentences))
        if added.updated:
            write(say("terminal-updated", count=added.updated))
        if added.unchanged:
            write(say("terminal-unchanged", count=added.unchanged))
        for article, article_id in zip(self.first, history.stored_as(self.first), strict=True):
            write(f"  {article_id or article.id}  {title(article, say)}")
        if self.articles > NAMED:
            write(f"  {say('terminal-more', count=self.articles - NAMED)}")


def _named(sources: Sequence[str]) -> str:
    """What editors are told that added the articles: addresses, and the names of files."""
    names = [source if _is_address(source) else Path(source).name or source for source in sources[: NAMED + 1]]
    return harmless(", ".join([*names[:NAMED], "…"] if len(names) > NAMED else names))


def _readable(settings: Settings, sources: Sequence[str], report: _Report) -> Iterator[Article]:
    """The articles of all sources; what can't be read goes to the report."""
    for source in sources:
        try:
            for item in _read(settings, source):
                if isinstance(item, Article):
                    report.note(item)
                    yield item
                else:
                    report.fail(item)
        except (FetchError, RefusalError, SourceError) as error:
            report.fail(error)


def _read(settings: Settings, source: str) -> Iterator[Article | SourceError]:
    if not source.strip():  # as of a script's variable that isn't set; to Path it is the working directory
        raise RefusalError("error-add-blank")
    return iter(read_address(settings, source)) if _is_address(source) else read_file(Path(source))


def _is_address(source: str) -> bool:
    return bool(_ADDRESS.match(source))
