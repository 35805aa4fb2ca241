"""What started processes inherit: Ctrl-C, which a terminal sends to a whole group, and where modules are found."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

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
