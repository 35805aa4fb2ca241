"""A progress bar for what takes long, on standard error so that it never gets into a pipe."""

from __future__ import annotations

import sys
from threading import Lock, Timer
from types import TracebackType
from typing import TYPE_CHECKING, Self

from bot.texts import english

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0
"""Seconds that pass before a bar appears."""


class SlowProgress:
    """Shows a bar once what is inside its block has taken a second at a terminal; may be told how much is done.

    `label` names the text that says what is done.
    """

    def __init__(self, label: str) -> None:
        self._label = label
        self._told: tuple[int, int | None] = (0, None)
        self._bar: Progress | None = None
        self._ended = False
        self._lock = Lock()
        self._timer = Timer(PATIENCE, self._show)
        self._timer.daemon = True

    def __call__(self, done: int, total: int | None) -> None:
        """Show that `done` of `total` are done."""
        with self._lock:
            self._told = (done, total)
            self._update()

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        with self._lock:
            self._ended = True
            if self._bar is not None:
                self._bar.stop()

    def _show(self) -> None:
        with self._lock:
            if not self._ended:
                self._bar = _bar(english()(self._label))
                self._update()

    def _update(self) -> None:
        if self._bar is not None:
            done, total = self._told
            self._bar.update(self._bar.task_ids[0], completed=done, total=total)


def _bar(label: str) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.add_task(label, total=None)
    bar.start()
    return bar
