"""What started processes inherit: Ctrl-C, which a terminal sends to a whole group, and where modules are found."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

_SAFE_PATH = "PYTHONSAFEPATH"


def keep_working_directory_out() -> None:
    """Let no process that is started from here on import what lies in the working directory, which may be anybody's.

    `python -c`, by which `multiprocessing` starts its processes, would look there before anywhere else.
    """
    os.environ.setdefault(_SAFE_PATH, "1")


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
