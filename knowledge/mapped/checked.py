"""Which files were found whole, so that none is read twice for its checksum."""

from __future__ import annotations

import json
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from threading import Lock

from knowledge.mapped.arrays import Arrays, DamagedFile, open_arrays, replace_file, write_arrays

Identity = tuple[int, int, int]
"""A file's size, when it was last written to in nanoseconds, and its inode: another for one that was touched."""


class CheckedFiles:
    """Files of arrays that never change, and a note of those whose checksum was right when they were last written to.

    To open one that is in the note reads no more than its header. Several processes may write the note: what one of
    them loses of another's is checked once more. Methods are safe from several threads, and raise OSError.
    """

    def __init__(self, note: Path) -> None:
        self._note = note
        self._known: dict[str, Identity] = {}
        self._changing = Lock()

    def write(self, path: Path, arrays: Arrays) -> None:
        """Write a new file."""
        write_arrays(path, arrays)
        self.trust(path)

    def trust(self, path: Path) -> None:
        """Take a file as whole that was just written."""
        with self._changing:
            self._known[path.name] = _identity(path)

    def open(self, path: Path) -> Arrays:
        """The arrays of a file. Raises DamagedFile."""
        identity = _identity(path)
        with self._changing:
            if self._known.get(path.name) != identity:
                self._known |= self._read()
            is_known = self._known.get(path.name) == identity
        arrays = open_arrays(path, check=not is_known)
        with self._changing:
            self._known[path.name] = identity
        return arrays

    def check(self, path: Path) -> None:
        """Read all of a file for its checksum, known or not. Raises DamagedFile, and lets no one open it again."""
        try:
            open_arrays(path)
        except DamagedFile:
            with self._changing:
                self._known.pop(path.name, None)
                self._replace({name: identity for name, identity in self._read().items() if name != path.name})
            raise

    def keep(self) -> None:
        """Note what is known, where that is more than the note has; a folder that can't be written to keeps its own."""
        with self._changing:
            noted = self._read()
            if not self._known.items() <= noted.items():
                with suppress(OSError):
                    self._replace(noted | self._known)

    def keep_only(self, names: Collection[str]) -> None:
        """Note what is known of these files, and forget all others."""
        with self._changing:
            known = {**self._read(), **self._known}
            self._known = {name: identity for name, identity in known.items() if name in names}
            self._replace(self._known)

    def _read(self) -> dict[str, Identity]:
        try:
            return {str(name): _numbers(*identity) for name, identity in json.loads(self._note.read_bytes()).items()}
        except (OSError, ValueError, TypeError, AttributeError, RecursionError):
            return {}

    def _replace(self, known: dict[str, Identity]) -> None:
        replace_file(self._note, [json.dumps(known, indent=1).encode()])


def _identity(path: Path) -> Identity:
    found = path.stat()
    return found.st_size, found.st_mtime_ns, found.st_ino


def _numbers(size: int, written: int, inode: int) -> Identity:
    return size, written, inode
