"""A progress bar for what takes long, on standard error so that it never gets into a pipe."""

from __future__ import annotations

import sys
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

from bot.texts import english

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0
"""Seconds that pass before a bar appears."""


class SlowProgress:
    """Told how much is done and of how much; shows a bar once that has taken a second at a terminal.

    `label` names the text that says what is done.
    """

    def __init__(self, label: str) -> None:
        self._label = label
        self._start = monotonic()
        self._bar: Progress | None = None

    def __call__(self, done: int, total: int | None) -> None:
        """Show that `done` of `total` are done."""
        if self._bar is None and sys.stderr.isatty() and monotonic() - self._start > PATIENCE:
            self._bar = _bar(english()(self._label))
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=done, total=total)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()


def _bar(label: str) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.add_task(label, total=None)
    bar.start()
    return bar
