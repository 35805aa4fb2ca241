"""`factbox export` and `factbox backup`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.cli.files import written
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
        with SlowProgress("terminal-exporting") as progress, written(file) as opened:
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
