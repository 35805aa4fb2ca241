"""Failures of the file system and of SQLite, told as one of the few problems that a person can mend."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from knowledge.errors import DataError, DataProblem

_BY_ERRNO: dict[int, DataProblem] = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EROFS: "read-only",
    errno.EACCES: "read-only",
    errno.EPERM: "read-only",
    errno.EISDIR: "read-only",
    errno.ENOTDIR: "not-a-directory",
    errno.EEXIST: "not-a-directory",
}

# Primary result codes (https://www.sqlite.org/rescode.html) by the name that sqlite3 gives, longest first.
_BY_SQLITE_NAME: tuple[tuple[str, DataProblem], ...] = (
    ("SQLITE_IOERR_WRITE", "full"),
    ("SQLITE_IOERR_FSYNC", "full"),
    ("SQLITE_IOERR_DIR_FSYNC", "full"),
    ("SQLITE_IOERR_TRUNCATE", "full"),
    ("SQLITE_IOERR_SHM", "full"),
    ("SQLITE_FULL", "full"),
    ("SQLITE_READONLY", "read-only"),
    ("SQLITE_CANTOPEN", "read-only"),
    ("SQLITE_PERM", "read-only"),
    ("SQLITE_BUSY", "busy"),
    ("SQLITE_LOCKED", "busy"),
    ("SQLITE_", "damaged"),
)


def problem_of(error: BaseException) -> DataProblem | None:
    """What a person would call this failure; None where it is no failure of the data directory."""
    if isinstance(error, ChildProcessError):
        return "killed"
    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno or 0)
    if isinstance(error, sqlite3.Error):
        name = getattr(error, "sqlite_errorname", "SQLITE_ERROR")
        return next(problem for start, problem in _BY_SQLITE_NAME if name.startswith(start))
    return None


@contextmanager
def told_as_data_errors(path: Path) -> Iterator[None]:
    """Turn failures inside the block into a DataError about the data directory at `path`."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        if problem := problem_of(error):
            raise DataError(path, problem) from error
        raise
