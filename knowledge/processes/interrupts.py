"""Ctrl-C, which a terminal sends to a whole group of processes, and what else those that are started inherit."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SAFE_PATH = "PYTHONSAFEPATH"


@contextmanager
def working_directory_kept_out() -> Iterator[None]:
    """Let a process that is started here import nothing from the working directory, which may be anybody's.

    `python -c`, by which `multiprocessing` starts its processes, would look there before anywhere else.
    """
    before = os.environ.get(_SAFE_PATH)
    os.environ[_SAFE_PATH] = "1"
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(_SAFE_PATH, None)
        else:
            os.environ[_SAFE_PATH] = before


@contextmanager
def held_back() -> Iterator[None]:
    """Let Ctrl-C not reach a process that is started here: whoever starts it ends it."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def delayed() -> Iterator[None]:
    """Let Ctrl-C take effect at the end of the block, or where one inside lets it in, and nowhere in between.

    Python raises KeyboardInterrupt between any two steps of the main thread: between the opening of a file and the
    block that closes it, or in a library that logs what ends it. Whoever handles Ctrl-C in another way still does.
    """
    if not _is_main_thread() or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    waiting = _Waiting()
    signal.signal(signal.SIGINT, waiting)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        waiting.let_in()


@contextmanager
def let_in() -> Iterator[None]:
    """Let Ctrl-C, also one that came before, end a block inside of one that delays it: one that may take long."""
    waiting = signal.getsignal(signal.SIGINT)
    if not _is_main_thread() or not isinstance(waiting, _Waiting):
        yield
        return
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        waiting.let_in()
        yield
    finally:
        signal.signal(signal.SIGINT, waiting)


class _Waiting:
    """A handler of Ctrl-C that only remembers it."""

    def __init__(self) -> None:
        self._pressed = False

    def __call__(self, _number: int, _frame: FrameType | None) -> None:
        self._pressed = True

    def let_in(self) -> None:
        """Raise KeyboardInterrupt where Ctrl-C was pressed."""
        if self._pressed:
            self._pressed = False
            raise KeyboardInterrupt


def _is_main_thread() -> bool:
    """Whether this is the thread that is told of signals."""
    return threading.current_thread() is threading.main_thread()
