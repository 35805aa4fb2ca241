"""The database of a data directory, for one process to write and for all to read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from knowledge.errors import DataError

if TYPE_CHECKING:  # SQLAlchemy takes long to load, and a question doesn't need it
    from knowledge.storage.database import Database

WAIT = 60.0
"""Seconds to wait for others that are writing: they take turns, a part at a time."""


class Access:
    """The database in the folder `place`. Methods raise DataError."""

    def __init__(self, place: Path) -> None:
        self.place = _expanded(place)
        self.database = self.place / "factbox.db"

    @contextmanager
    def writing(self, wait: float = WAIT) -> Iterator[Database]:
        """The database, while no other process or thread writes."""
        try:
            with FileLock(self.place / "write.lock", timeout=wait), self.reading() as database:
                yield database
        except Timeout as error:
            raise DataError(self.place, "busy") from error

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """The database, whoever writes."""
        from knowledge.storage.database import Database, file_address

        with closing(Database(file_address(self.database), self.place)) as database:
            yield database


def _expanded(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:  # "~name" of nobody is a name like any other
        return path
