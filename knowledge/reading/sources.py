"""Something with bytes in it and a name: a file, or an entry of a zip."""

from __future__ import annotations

import os
import stat
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO
from zipfile import BadZipFile

from knowledge.errors import SourceError


@dataclass(frozen=True, slots=True)
class Source:
    """`name` is what a person is told; `size` is in bytes; `packed` says that it is an entry of a zip."""

    name: str
    size: int
    opener: Callable[[], IO[bytes]]
    packed: bool = False

    @property
    def ending(self) -> str:
        """The ending of its name in lower case, with the dot: ".txt"."""
        return PurePosixPath(self.name).suffix.lower()

    @contextmanager
    def opened(self) -> Iterator[IO[bytes]]:
        """Its bytes, to be read within the block. Raises SourceError there when they can't be had."""
        try:
            with self.opener() as file:
                yield file
        except PermissionError:
            raise SourceError(self.name, "no-permission") from None
        except (BadZipFile, EOFError, zlib.error, NotImplementedError):
            raise SourceError(self.name, "damaged") from None
        except OSError:
            raise SourceError(self.name, "missing") from None

    def head(self, length: int) -> bytes:
        """Its first bytes. Raises SourceError."""
        with self.opened() as file:
            return file.read(length)

    def read(self, limit: int) -> bytes:
        """All its bytes. Raises SourceError, also where there are more than `limit`."""
        if self.size <= limit:
            data = self.head(limit + 1)
            if len(data) <= limit:  # else it grew, or its size isn't told
                return data
        raise SourceError(self.name, "too-large", limit=limit)


def file_source(path: Path) -> Source:
    """The file at `path`. Raises SourceError for what is no file that can be read."""
    status = file_status(path)
    if not stat.S_ISREG(status.st_mode):  # to open a named pipe would wait for ever
        raise SourceError(str(path), "not-a-file")
    return Source(str(path), status.st_size, lambda: path.open("rb"))


def file_status(path: Path) -> os.stat_result:
    """What the system says of `path`. Raises SourceError where nothing is there, or nothing that may be seen."""
    try:
        return path.stat()
    except PermissionError:
        raise SourceError(str(path), "no-permission") from None
    except (OSError, ValueError):  # also a name that is too long, or holds a zero byte
        raise SourceError(str(path), "missing") from None
