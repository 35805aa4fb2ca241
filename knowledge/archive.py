"""The articles on disk: the database, which is the truth, and the index made from it, kept in step.

Each change raises the generation in the database first; the index follows by switching to a manifest of that
generation. Whoever finds the two apart, after a crash, makes the index anew.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from math import inf
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from knowledge.batches import Progress, batches, counted
from knowledge.errors import DataError, UnknownArticle
from knowledge.models import Added, Record
from knowledge.search.folder import Manifest, SegmentFolder
from knowledge.search.index import Index
from knowledge.search.segment import Segment
from knowledge.storage.failures import told_as_data_errors
from knowledge.storage.stamp import VERSION, read_stamp

if TYPE_CHECKING:  # SQLAlchemy takes long to load, and a question doesn't need it
    from knowledge.storage.database import Database

_MOST_SEGMENTS = 8
"""Segments from which the smaller half is merged into one."""

_WAIT = 10.0
"""Seconds to wait for another process that is writing."""

_LOOK_AGAIN = 1.0
"""Seconds until the index is held against the disk again, where another process may have changed it."""


class Archive:
    """The articles in the folder `place`. Methods raise DataError; all are safe from several threads."""

    def __init__(self, place: Path) -> None:
        self.place = place = _expanded(place)
        self._database = place / "factbox.db"
        self._folder = SegmentFolder(place / "index", place / "aliases.txt")
        self._manifest: Manifest | None = None
        self._index = Index([])
        self._changed: datetime | None = None
        self._looked = -inf
        # Held while index and manifest are exchanged: a thread that asks must not put back those of before a change.
        self._exchange = RLock()

    def open(self, first: Callable[[], Iterable[Record]], progress: Progress | None) -> None:
        """Make the archive ready: a new one takes in the records of `first`, an index out of step is made anew."""
        with told_as_data_errors(self.place):
            self.place.mkdir(parents=True, exist_ok=True)
            if self._load():
                return
            usable = self._load(even_if_older=True)
            try:
                with told_as_data_errors(self.place), self._writing(0 if usable else _WAIT) as database:
                    self._prepare(database, first, progress)
            except DataError as error:
                # Another process is between its two steps, or was when it crashed, and nothing can be mended here:
                # what was there before its change is as good an answer.
                if not usable or error.problem == "damaged":
                    raise

    def look_again(self) -> None:
        """Let the next look be at what is on the disk now."""
        self._looked = -inf

    def index(self) -> Index:
        """The index as it is now; what another process has added is seen within a second or so."""
        now = time.monotonic()
        if now - self._looked > _LOOK_AGAIN:
            self._looked = now
            with told_as_data_errors(self.place):
                self._load()
        return self._index

    def generation(self) -> int:
        """How often the articles had changed when the index was made."""
        self.index()
        return self._manifest.generation if self._manifest else 0

    def changed(self) -> datetime | None:
        """When the articles last changed, in UTC; None where that isn't known."""
        self.index()
        return self._changed

    def add(self, records: Iterable[Record], progress: Progress | None = None) -> Added:
        """Store and index articles, each in place of an older one with its id."""
        total = Added()
        with told_as_data_errors(self.place), self._writing() as database:
            self._catch_up(database)
            for batch in batches(counted(records, progress)):
                total += self._store(database, batch)
            self._merge(database)
        return total

    def remove(self, article_ids: Sequence[str]) -> None:
        """Take articles away. Raises UnknownArticle, and takes none away, when one isn't there."""
        with told_as_data_errors(self.place), self._writing() as database:
            self._catch_up(database)
            there = database.ids()
            for article_id in article_ids:
                if article_id not in there:
                    raise UnknownArticle(article_id)
            generation = database.remove(article_ids)
            self._switch(generation, self._files_without(database, set(article_ids)))

    def rebuild(self) -> None:
        """Make the index anew from the database."""
        with told_as_data_errors(self.place), self._writing() as database:
            self._rebuild(database, None)

    def _prepare(self, database: Database, first: Callable[[], Iterable[Record]], progress: Progress | None) -> None:
        if database.generation() == 0:
            if self._folder.manifest():  # an index, but no articles: the database was lost
                raise DataError(self.place, "damaged")
            self._store(database, list(counted(first(), progress)))
        if not self._load():
            self._rebuild(database, progress)

    def _store(self, database: Database, batch: Sequence[Record]) -> Added:
        records = {article.id: (article, sentences) for article, sentences in batch}
        known = database.find(records)
        changed = [record for record in records.values() if known.get(record[0].id) != record[0]]
        replaced = {article.id for article, _ in changed} & known.keys()
        if changed or not self._manifest:
            generation = database.replace(changed)
            self._switch(generation, self._files_without(database, replaced) + self._written(changed))
        return Added(
            added=len(changed) - len(replaced),
            updated=len(replaced),
            unchanged=len(batch) - len(changed),
            sentences=sum(len(sentences) for _, sentences in changed),
        )

    def _written(self, records: Sequence[Record]) -> list[str]:
        """The name of a new segment over the records; none for no records."""
        if not records:
            return []
        from knowledge.search.building import build

        return [self._folder.add(build(records))]

    def _files_without(self, database: Database, article_ids: set[str]) -> list[str]:
        """The segments as they are, those that hold one of the articles written again without it."""
        files: list[str] = []
        for name, segment in self._named_segments():
            ids = segment.article_ids()
            if article_ids.isdisjoint(ids):
                files.append(name)
            else:
                files += self._written(list(database.records([kept for kept in ids if kept not in article_ids])))
        return files

    def _merge(self, database: Database) -> None:
        """Make one segment of the smaller half when there are many: each costs a question a little."""
        by_size = sorted(self._named_segments(), key=lambda named: len(named[1]))
        if len(by_size) <= _MOST_SEGMENTS:
            return
        small = by_size[: len(by_size) // 2 + 1]
        records = list(database.records([article_id for _, segment in small for article_id in segment.article_ids()]))
        kept = [name for name, _ in by_size[len(small) :]]
        self._switch(database.generation(), kept + self._written(records))

    def _rebuild(self, database: Database, progress: Progress | None) -> None:
        """Make all segments from the database."""
        generation = database.generation()
        records = counted(database.records(), progress)
        self._switch(generation, [name for batch in batches(records) for name in self._written(batch)])

    def _catch_up(self, database: Database) -> None:
        if not self._load():
            self._rebuild(database, None)

    def _load(self, even_if_older: bool = False) -> bool:
        """Hold the index against the disk; say whether it is now the one that belongs to the database."""
        with self._exchange:
            return self._load_alone(even_if_older)

    def _load_alone(self, even_if_older: bool) -> bool:
        stamp = read_stamp(self._database)
        if stamp and stamp.version > VERSION:
            raise DataError(self.place, "newer")
        manifest = self._folder.manifest()
        if not stamp or not manifest:
            return False
        if (stamp.version, stamp.generation) != (VERSION, manifest.generation) and not even_if_older:
            return False
        if manifest != self._manifest:
            index = self._folder.open(manifest)
            if index is None:
                return False
            self._index, self._manifest = index, manifest
        self._changed = stamp.changed
        return True

    def _switch(self, generation: int, files: Sequence[str]) -> None:
        self._folder.switch(generation, files)
        self._load()

    def _named_segments(self) -> list[tuple[str, Segment]]:
        with self._exchange:
            return list(zip(self._manifest.files if self._manifest else (), self._index.segments, strict=True))

    @contextmanager
    def _writing(self, wait: float = _WAIT) -> Iterator[Database]:
        """The database, while no other process or thread writes."""
        from knowledge.storage.database import Database, file_address

        try:
            with (
                FileLock(self.place / "write.lock", timeout=wait),
                closing(Database(file_address(self._database), self.place)) as database,
            ):
                yield database
        except Timeout as error:
            raise DataError(self.place, "busy") from error


def _expanded(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:  # "~name" of nobody is a name like any other
        return path
