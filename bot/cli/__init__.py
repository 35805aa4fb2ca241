"""The `factbox` command: its start, and how every error leaves it, as one line and a status."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def main() -> None:
    """Run the command that the arguments name and leave with its status."""
    _open_streams()
    try:
        with _errors_as_one_line():
            from bot.cli.app import app

            app(prog_name="factbox")
    finally:
        gc.freeze()  # Python ends a sixth sooner where it doesn't search all that is loaded for cycles first


@contextmanager
def _errors_as_one_line() -> Iterator[None]:
    try:
        try:
            yield
        finally:
            sys.stdout.flush()  # here, where a closed pipe or a full disk can still be told
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        _drop_output()
        sys.exit(1)
    except Exception as error:
        _drop_output()
        if os.environ.get("FACTBOX_DEBUG", "").strip() not in ("", "0"):
            raise
        from bot.cli.output import complain
        from bot.wording import describe

        complain(describe(error))
        sys.exit(1)


def _open_streams() -> None:
    """Make the standard streams take any text; one that was closed by whoever started us leads to nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _drop_output() -> None:
    """Send what is still to be written to nowhere, or Python would complain of it once more when it ends."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
