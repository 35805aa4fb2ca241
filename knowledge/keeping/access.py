"""The database of a data directory, for one process to write and for all to read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from knowledge.errors import DataError
from knowledge.processes.interrupts import let_in

if TYPE_CHECKING:  # SQLAlchemy takes long to load, and a question doesn't need it
    from knowledge.storage.database import Database

WAIT = 60.0
"""Seconds to wait for others that are writing: they take turns, a part at a time."""

_WORKSHOP = "adding-"


class Access:
    """The database in the folder `place`. Methods raise DataError."""

    def __init__(self, place: Path) -> None:
        self.place = _expanded(place)
        self.database = self.place / "factbox.db"

    @contextmanager
    def writing(self, wait: float = WAIT) -> Iterator[Database]:
        """The database, while no other process or thread writes."""
        with self._alone(wait), self.reading() as database:
            for folder in self.place.glob(f"{_WORKSHOP}*"):
                if _is_left_behind(folder):
                    rmtree(folder, ignore_errors=True)
            yield database

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """The database, whoever writes."""
        from knowledge.storage.database import Database, file_address

        with closing(Database(file_address(self.database), self.place)) as database:
            yield database

    @contextmanager
    def workshop(self) -> Iterator[Path]:
        """A folder for files that are being made, for the moment.

        What a killed process was making is deleted by the next that writes.
        """
        with self._alone(WAIT):  # who writes would take it for left behind, before it is locked
            folder = Path(mkdtemp(prefix=_WORKSHOP, dir=self.place))
            lock = FileLock(folder / "lock")
            lock.acquire()
        try:
            yield folder
        finally:
            lock.release()
            rmtree(folder, ignore_errors=True)

    @contextmanager
    def _alone(self, wait: float) -> Iterator[None]:
        lock = FileLock(self.place / "write.lock")
        try:
            with let_in():
                lock.acquire(timeout=wait)
        except Timeout as error:
            raise DataError(self.place, "busy") from error
        try:
            yield
        finally:
            lock.release()


def _is_left_behind(folder: Path) -> bool:
    """Whether the process that made files in a folder has ended, however it did: its locks ended with it."""
    try:
        with FileLock(folder / "lock", timeout=0):
            return True
    except (Timeout, OSError):
        return False


def _expanded(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:  # "~name" of nobody is a name like any other
        return path
