"""Processes that are forked from one that has loaded libraries, so that a command of a test starts in a moment.

What nearly all commands load, and libraries, is loaded once for all of them. What of our own a command loads when it is
called, each loads for itself, and runs `python -m bot` from its first line to its last.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple

import bot

ROOT = Path(bot.__file__).parents[1]

ALONE = {"OPENBLAS_NUM_THREADS": "1"}
"""Keeps numpy from threads for every core, which the processes of other tests need."""

PYTHON = {
    "PATH": os.environ["PATH"],
    "PYTHONPATH": str(ROOT),
    "PYTHONUTF8": "1",
    "PYTHONWARNINGS": "error,ignore:'audioop' is deprecated:DeprecationWarning",  # of discord.py, before Python 3.13
    **ALONE,
}
"""The variables that all processes of tests get."""

LONGEST = 60.0
"""Seconds after which a process is given up."""


class Streams(NamedTuple):
    """Open files that are the standard streams of a process."""

    stdin: int
    stdout: int
    stderr: int


class Forked:
    """A process that was forked, in a session of its own."""

    def __init__(self, status: socket.socket) -> None:
        self._status = status
        self._number = int(status.recv(16))
        self.ended_with: int | None = None

    def wait(self) -> int:
        """Wait for its end; give its status, or a negative number for the signal that ended it."""
        if self.ended_with is None:
            self.ended_with = int(self._status.recv(16))
        return self.ended_with

    def tell(self, number: signal.Signals) -> None:
        """Send it a signal."""
        os.kill(self._number, number)


@contextmanager
def forked(
    arguments: Sequence[str | Path],
    streams: Streams,
    directory: Path,
    environment: Mapping[str, str],
    code: str = "",
) -> Iterator[Forked]:
    """Run the `factbox` command, or `code`; what hasn't ended with the block is killed then."""
    request = {
        "arguments": list(map(str, arguments)),
        "code": code,
        "directory": str(directory),
        "environment": {**PYTHON, **environment},
    }
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with ours:
        ours.settimeout(LONGEST)
        with its:
            socket.send_fds(_forking(), [json.dumps(request).encode()], [*streams, its.fileno()])
        process = Forked(ours)
        try:
            yield process
        finally:
            if process.ended_with is None:
                with suppress(ProcessLookupError):
                    process.tell(signal.SIGKILL)
                process.wait()


@cache
def _forking() -> socket.socket:
    """Leads to the process that forks; it is started by the first that needs it, and ends with this one."""
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    command = [sys.executable, "-m", "tests.forked"]
    with its:
        process = subprocess.Popen(command, stdin=its.fileno(), stdout=subprocess.DEVNULL, cwd=ROOT, env=PYTHON)

    def end() -> None:
        ours.close()
        process.wait()

    atexit.register(end)
    return ours
