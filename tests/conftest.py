"""What tests of several rooms share: the real command line, and data directories with the seed articles."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import sys
import termios
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import Phase, settings

from tests.forking import LONGEST, PYTHON, Streams, forked

# How long an example takes depends on what else the machine does. An explanation is traced line by line on Python 3.11,
# and a test that fails would only be said to have taken too long.
settings.register_profile("factbox", deadline=None, phases=[phase for phase in Phase if phase != Phase.explain])
settings.load_profile("factbox")


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than processors: tests wait for processes and clocks as well."""
    return (os.cpu_count() or 1) + 1


Process = subprocess.Popen[bytes]
Typed = tuple[str, str | Callable[[], None]]
"""What must stand on the screen, and what is typed, or done, then."""

SILENCE = 20.0
"""Seconds without a word after which a process at a terminal is given up."""

OURS = ("DISCORD_", "FACTBOX_")
"""How the variables begin that the command reads, and not Python when it starts."""


@dataclass(frozen=True)
class Outcome:
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one line of an error that a person is told of; fails where there is more or less."""
        assert self.status == 1, self
        assert self.err.startswith("factbox: "), self
        assert self.err.count("\n") == 1, self
        assert "Traceback" not in self.err
        return self.err.removeprefix("factbox: ").rstrip("\n")


@dataclass(frozen=True)
class Factbox:
    """The `factbox` command as a process of its own, in an empty working directory and a bare environment."""

    home: Path

    def start(
        self,
        *arguments: str | Path,
        environment: Mapping[str, str] | None = None,
        code: str = "",
        **options: Any,  # noqa: ANN401 - whatever Popen takes
    ) -> Process:
        """Start the command, or `code` in its place, and return the process; `options` are those of Popen."""
        command = [sys.executable, *(("-c", code) if code else ("-m", "bot")), *map(str, arguments)]
        variables = {**PYTHON, "HOME": str(self.home), **(environment or {})}
        return subprocess.Popen(command, **{"env": variables, "cwd": self.home, **options})

    def __call__(
        self,
        *arguments: str | Path,
        stdin: bytes = b"",
        environment: Mapping[str, str] | None = None,
        **options: Any,  # noqa: ANN401
    ) -> Outcome:
        """Run the command to its end; forked, where Python itself is as always."""
        environment = environment or {}
        if not options and all(name.startswith(OURS) for name in environment):
            return self._forked(arguments, environment, stdin)
        pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        with self.start(*arguments, environment=environment, **{**pipes, **options}) as process:
            out, err = process.communicate(stdin, timeout=LONGEST)
        return Outcome(process.returncode, (out or b"").decode(errors="replace"), (err or b"").decode())

    def _forked(self, arguments: Sequence[str | Path], environment: Mapping[str, str], stdin: bytes) -> Outcome:
        with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as err:
            given.write(stdin)
            given.seek(0)
            streams = Streams(given.fileno(), out.fileno(), err.fileno())
            with forked(arguments, streams, self.home, {"HOME": str(self.home), **environment}) as process:
                status = process.wait()
            out.seek(0)
            err.seek(0)
            return Outcome(status, out.read().decode(errors="replace"), err.read().decode())

    def at_terminal(
        self, *arguments: str | Path, typed: Sequence[Typed] = (), columns: int = 80, **environment: str
    ) -> Outcome:
        """Run the command at a terminal of so many columns."""
        ours, its = pty.openpty()
        termios.tcsetwinsize(its, (40, columns))
        variables = {"HOME": str(self.home), "TERM": "xterm-256color", **environment}
        try:
            with forked(arguments, Streams(its, its, its), self.home, variables) as process:
                os.close(its)
                screen = _watched(ours, typed)
                return Outcome(process.wait(), screen, "")
        finally:
            os.close(ours)


def _watched(terminal: int, typed: Sequence[Typed]) -> str:
    """All that a process writes to its terminal, while it is typed to."""
    screen = b""
    seen = 0
    waiting = [(awaited.encode(), keys) for awaited, keys in typed]
    with suppress(OSError):  # how Linux says that nobody writes any more
        while select.select([terminal], [], [], SILENCE)[0] and (piece := os.read(terminal, 65_536)):
            screen += piece
            while waiting and waiting[0][0] in screen[seen:]:
                awaited, keys = waiting.pop(0)
                seen = screen.index(awaited, seen) + len(awaited)
                if isinstance(keys, str):
                    os.write(terminal, keys.encode())
                else:
                    keys()
    assert not waiting, screen
    return screen.decode(errors="replace")


@pytest.fixture(scope="session")
def factbox(tmp_path_factory: pytest.TempPathFactory) -> Factbox:
    """The command line."""
    return Factbox(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="session")
def seeded(factbox: Factbox, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with the seed articles, for tests that only read it; one for all workers of a run."""
    run = tmp_path_factory.getbasetemp()
    directory = (run.parent if "PYTEST_XDIST_WORKER" in os.environ else run) / "seeded"
    with FileLock(directory.with_suffix(".lock")):
        if not directory.exists():
            outcome = factbox("--data", directory, "articles")
            assert outcome.status == 0, outcome
    return directory


@pytest.fixture
def own_data(seeded: Path, tmp_path: Path) -> Path:
    """A data directory with the seed articles, for a test that changes it."""
    return Path(shutil.copytree(seeded, tmp_path / "data"))


Writer = Callable[[str, bytes | str], Path]


@pytest.fixture
def write_file(tmp_path: Path) -> Writer:
    """Write a file of that name and content and give its path."""

    def write(name: str, content: bytes | str) -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write
