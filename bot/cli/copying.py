"""`factbox export` and `factbox backup`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from bot.cli.output import complain, json_for_output, json_line, write
from bot.cli.progress import SlowProgress
from bot.plain import harmless
from bot.texts import english
from knowledge import Coverage
from knowledge.reading.exported import Fields, exported


def export_articles(coverage: Coverage, file: Path | None) -> None:
    """Write an article a line, in the order in which they came, to a file or to standard output."""
    lines = _Lines(coverage)
    if file is None:
        for fields in lines:
            write(json_for_output(fields))
    else:
        with SlowProgress("terminal-exporting") as progress, _written(file) as opened:
            for done, fields in enumerate(lines, start=1):
                opened.write(f"{json_line(fields)}\n")
                progress(done, None)
        write(english()("export-done", articles=lines.written, path=harmless(str(file))))
    if lines.left_out:
        complain(english()("export-left-out", count=lines.left_out))


def back_up(coverage: Coverage, folder: Path) -> None:
    """Copy the data directory, and tell how to use the copy. Raises DataError."""
    with SlowProgress("terminal-backing-up"):
        coverage.backup(folder)
    write(english()("backup-done", path=harmless(str(folder))))


class _Lines:
    """The fields of the articles, as they are asked for; counts them, and those that can't be read back."""

    def __init__(self, coverage: Coverage) -> None:
        self._coverage = coverage
        self.written = 0
        self.left_out = 0

    def __iter__(self) -> Iterator[Fields]:
        for record in self._coverage.history.records():
            fields = exported(record)
            if fields is None:
                self.left_out += 1
            else:
                self.written += 1
                yield fields


@contextmanager
def _written(file: Path) -> Iterator[TextIO]:
    """A file that takes the place of `file` once it is whole; a pipe or a device is written to as it is."""
    if file.exists() and not file.is_file():
        with file.open("w", encoding="utf-8", newline="\n") as opened:
            yield opened
        return
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as opened:
            yield opened
            opened.flush()
            os.fsync(opened.fileno())
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
