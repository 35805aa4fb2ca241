"""The line that a person types in the interactive terminal: history, and completion from headlines and names."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.completion import CompleteEvent, Completer, Completion, ThreadedCompleter
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory, History, InMemoryHistory

from bot.plain import harmless
from knowledge import Coverage

HISTORY = "chat-history"
OFFERED = 20
"""Completions shown at once."""
HEADLINES = 2_000
"""Articles, the newest, whose titles are offered."""


def make_prompt(coverage: Coverage, commands: Sequence[str], data: Path) -> Callable[[], str]:
    """A function that lets a person type a line. It raises EOFError at Ctrl-D and KeyboardInterrupt at Ctrl-C."""
    session: PromptSession[str] = PromptSession(
        "> ",
        history=_history(data / HISTORY),
        auto_suggest=AutoSuggestFromHistory(),
        completer=ThreadedCompleter(CoverageCompleter(coverage, commands)),
        complete_while_typing=False,
    )
    return session.prompt


class CoverageCompleter(Completer):
    """Completes commands, names that the articles hold, and whole headlines."""

    def __init__(self, coverage: Coverage, commands: Sequence[str]) -> None:
        self._coverage = coverage
        self._commands = commands
        self._phrases: list[str] | None = None

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:  # noqa: ARG002
        """What the words before the cursor may become: first of the whole line, then of its last words."""
        typed = document.text_before_cursor.lstrip()
        return islice(self._completions(typed), OFFERED)

    def _completions(self, typed: str) -> Iterator[Completion]:
        if typed.startswith("/") and " " not in typed:
            yield from _starting_with(typed, self._commands)
            return
        if self._phrases is None:
            self._phrases = _phrases(self._coverage)
        words = typed.removeprefix("/ask ").split(" ")
        for start in range(len(words)):
            ending = " ".join(words[start:])
            if len(ending) >= 2:
                yield from _starting_with(ending, self._phrases)


def _starting_with(typed: str, phrases: Iterable[str]) -> Iterator[Completion]:
    folded = typed.casefold()
    for phrase in phrases:
        if phrase.casefold().startswith(folded) and phrase.casefold() != folded:
            yield Completion(phrase, start_position=-len(typed))


def _phrases(coverage: Coverage) -> list[str]:
    """Names, the most frequent first, and headlines, the newest first, each once."""
    headlines = [article.title for article in coverage.find_articles("", limit=HEADLINES) if article.title]
    return list(dict.fromkeys(map(harmless, [*coverage.names(), *headlines])))


def _history(path: Path) -> History:
    """The history in a file that only its owner reads, or in memory where that can't be written."""
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
        path.read_bytes()
    except OSError:
        return InMemoryHistory()
    return FileHistory(path)
