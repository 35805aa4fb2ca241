"""Files that commands write."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


@contextmanager
def written(file: Path) -> Iterator[TextIO]:
    """A file that takes the place of `file` once it is whole; a pipe or a device is written to as it is.

    Raises OSError, which names `file`.
    """
    try:
        with _opened(file) if file.exists() and not file.is_file() else _replacing(file) as opened:
            yield opened
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(file)) from error


def _opened(file: Path) -> TextIO:
    return file.open("w", encoding="utf-8", newline="\n")


@contextmanager
def _replacing(file: Path) -> Iterator[TextIO]:
    part = file.parent / f"{file.name}.{os.getpid()}.part"
    try:
        with _opened(part) as opened:
            yield opened
            opened.flush()
            os.fsync(opened.fileno())
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
