"""Zip archives from anywhere: opened without trusting what they say of themselves.

Nothing is extracted to a file, so a name can lead nowhere; one that tries to is refused all the same. An entry is never
read beyond the size it declares (zipfile sees to that), so that limits on what is declared hold for what is read.
"""

from __future__ import annotations

import io
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PureWindowsPath
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from knowledge.errors import SourceError, SourceProblem

_LARGEST_DIRECTORY = 4_000_000
"""Bytes of the list of entries, which is held in memory as a whole."""
_LARGEST_RATIO = 200
"""Bytes that one byte of an entry may become; JSON and XML with much repetition reach 50."""
_RATIO_FROM = 1_000_000
"""Bytes up to which the ratio does no harm."""
_ENCRYPTED = 0x1


@contextmanager
def opened_archive(file: IO[bytes], name: str) -> Iterator[ZipFile]:
    """The archive in `file`. Raises SourceError where it can't be read."""
    try:
        archive = ZipFile(_Guarded(file))
    except _TooManyEntries:
        raise SourceError(name, "too-many-files") from None
    # On hostile bytes zipfile raises more than the error it has for them.
    except (BadZipFile, EOFError, OSError, ValueError, NotImplementedError, IndexError, OverflowError):
        raise SourceError(name, "damaged") from None
    with archive:
        yield archive


def problem_of(entry: ZipInfo) -> SourceProblem | None:
    """Why an entry isn't read; None for one that can be."""
    if is_outside(entry.filename):
        return "outside"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "not-a-file"
    if entry.flag_bits & _ENCRYPTED:
        return "encrypted"
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):  # others are unpacked without a limit on memory
        return "unknown-kind"
    if entry.file_size > max(_RATIO_FROM, _LARGEST_RATIO * entry.compress_size):
        return "too-packed"
    return None


def is_outside(name: str) -> bool:
    """Whether a name in an archive would lead out of the folder it is extracted to, on any system."""
    path = PureWindowsPath(name)  # takes both kinds of slash
    return bool(path.anchor) or ".." in path.parts


class _TooManyEntries(Exception):
    """A list of entries too large to be held."""


class _Guarded(io.RawIOBase):
    """A file that refuses to be read in one piece over the limit, as zipfile reads the list of entries."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def read(self, size: int | None = -1) -> bytes:
        """As of any file, within the limit."""
        size = _LARGEST_DIRECTORY + 1 if size is None or size < 0 else min(size, _LARGEST_DIRECTORY + 1)
        data = self._file.read(size)
        if len(data) > _LARGEST_DIRECTORY:
            raise _TooManyEntries
        return data

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """As of any file."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """As of any file."""
        return self._file.tell()

    def seekable(self) -> bool:
        """As zipfile asks."""
        return True

    def readable(self) -> bool:
        """As zipfile asks."""
        return True
