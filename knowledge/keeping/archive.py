"""The articles on disk: the database, which is the truth, and the index made from it, kept in step.

Each change raises the generation in the database first; the index follows by switching to a manifest of that
generation. Whoever writes next and finds the two apart, after a crash, brings the index up to the database: it makes
what is missing in it, and takes away what is too much, by the digests of the articles.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from datetime import datetime
from math import inf
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from knowledge.errors import DataError, UnknownArticle
from knowledge.keeping.access import WAIT, Access
from knowledge.keeping.batches import Progress, counted
from knowledge.keeping.history import History
from knowledge.keeping.pieces import Pieces
from knowledge.mapped.arrays import DamagedFile
from knowledge.models import Added, Article, Change
from knowledge.processes.interrupts import delayed, let_in
from knowledge.search.folder import Manifest, Piece, SegmentFolder
from knowledge.search.index import Index
from knowledge.storage.failures import told_as_data_errors
from knowledge.storage.stamp import VERSION, read_stamp

if TYPE_CHECKING:  # SQLAlchemy takes long to load, and a question doesn't need it
    from knowledge.keeping.analysis import Analysed
    from knowledge.storage.database import Database

SEEDS = "seeds"
"""What added the articles that a new archive starts with."""

_LOOK_AGAIN = 1.0
"""Seconds until the index is held against the disk again, where another process may have changed it."""

_TRIES = 3
"""Times that an index is opened whose segments another process exchanges meanwhile."""


class Archive:
    """The articles in the folder `place`. Methods raise DataError; all are safe from several threads."""

    def __init__(self, place: Path) -> None:
        self._access = Access(place)
        self.place = place = self._access.place
        self.history = History(self._access)
        self._folder = SegmentFolder(place / "index", place / "aliases.txt")
        self._pieces = Pieces(self._folder)
        self._manifest: Manifest | None = None
        self._index = Index([])
        self._changed: datetime | None = None
        self._looked = -inf
        # Held while index and manifest are exchanged: a thread that asks must not put back those of before a change.
        self._exchange = RLock()

    def open(self, first: Callable[[], Iterable[Article]], progress: Progress | None) -> None:
        """Make the archive ready: a new one takes in the articles of `first`, an index out of step is mended."""
        with told_as_data_errors(self.place):
            self.place.mkdir(parents=True, exist_ok=True)
            if self._load():
                return
            usable = self._load(even_if_older=True)
            try:
                with told_as_data_errors(self.place), self._access.writing(0 if usable else WAIT) as database:
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

    def add(self, articles: Iterable[Article], progress: Progress | None = None, source: str = "") -> Added:
        """Store and index articles, each in place of an older one that is the same."""
        from knowledge.keeping.analysis import analysed

        total = Added()
        with told_as_data_errors(self.place), delayed():
            with self._access.writing() as database:
                self._catch_up(database)
            # Closed where this is interrupted, with the processes that work for it.
            with closing(analysed(counted(articles, progress), self._access.workshop, self._known)) as parts:
                for part in parts:
                    with self._access.writing() as database:
                        self._catch_up(database)
                        total += self._store(database, part, source)
            self._merge()
        return total

    def remove(self, article_ids: Sequence[str], source: str = "") -> None:
        """Take articles away. Raises UnknownArticle, and takes none away, when one isn't there."""
        with told_as_data_errors(self.place):
            with self._access.writing() as database:
                self._catch_up(database)
                there = database.digests(article_ids)
                for article_id in article_ids:
                    if article_id not in there:
                        raise UnknownArticle(article_id)
                pieces = self._pieces.without(self._current(), there.values())
                self._switch(database.remove(list(there), Change(source, removed=len(there))), pieces)
            self._merge()

    def rebuild(self) -> None:
        """Make the index anew from the database."""
        with told_as_data_errors(self.place), self._access.writing() as database:
            self._switch(database.generation(), self._pieces.over(database.records()))

    def check(self) -> bool:
        """Whether all of the index is as it was written; what is not is made anew. It is read from end to end."""
        with told_as_data_errors(self.place):
            try:
                self._folder.check(file for piece in self._current() for file in piece.files)
            except (DamagedFile, FileNotFoundError):
                self._forget()
                with self._access.writing() as database:
                    self._catch_up(database)
                return False
            return True

    def _prepare(self, database: Database, first: Callable[[], Iterable[Article]], progress: Progress | None) -> None:
        from knowledge.keeping.analysis import Analysed, stored

        if database.generation() == 0:
            if self._folder.manifest():  # an index, but no articles: the database was lost
                raise DataError(self.place, "damaged")
            self._store(database, Analysed([stored(article) for article in counted(first(), progress)]), SEEDS)
        self._catch_up(database, progress)

    def _store(self, database: Database, part: Analysed, source: str) -> Added:
        from knowledge.keeping.sameness import settle

        settled = settle(database, part.stored)
        added = settled.added + Added(unchanged=part.unchanged)
        if settled.changed or settled.addresses or not self._manifest:
            new = self._pieces.of(settled.changed, part.stored, part.segment)
            pieces = self._pieces.without(self._current(), settled.replaced)
            generation = database.replace(settled.changed, settled.addresses, Change(source, added))
            self._switch(generation, [*pieces, *new])
        return added

    def _catch_up(self, database: Database, progress: Progress | None = None) -> None:
        """Bring the index up to the database where the two are apart."""
        if self._load():
            return
        generation, wanted = database.generation(), database.digests()
        found = self._folder.sound(self._folder.manifest() or Manifest(0))
        left = set(wanted.values())
        pieces: list[Piece] = []
        for piece in found.pieces:
            held = self._pieces.digests(piece)
            pieces += self._pieces.without([piece], held - left)
            left -= held
        missing = [article_id for article_id, digest in wanted.items() if digest in left]
        pieces += self._pieces.over(counted(database.records(missing), progress))
        self._switch(generation, pieces)

    def _merge(self) -> None:
        """Make fewer segments where there are many: each costs a question a little. Others may write in between."""
        while True:
            with self._access.writing() as database:
                self._catch_up(database)
                try:
                    with let_in():
                        merged = self._pieces.next_merged(self._current())
                except DamagedFile:
                    self._forget()
                    continue
                if merged is None:
                    return
                self._switch(database.generation(), merged)

    def _known(self, article_ids: Sequence[str]) -> dict[str, int]:
        with self._access.reading() as database:
            return database.digests(article_ids)

    def _load(self, even_if_older: bool = False) -> bool:
        """Hold the index against the disk; say whether it is now the one that belongs to the database."""
        with self._exchange:
            return self._load_alone(even_if_older)

    def _load_alone(self, even_if_older: bool) -> bool:
        stamp = read_stamp(self._access.database)
        if stamp and stamp.version > VERSION:
            raise DataError(self.place, "newer")
        manifest = self._folder.manifest()
        if not stamp or not manifest:
            return False
        if (stamp.version, stamp.generation) != (VERSION, manifest.generation) and not even_if_older:
            return False
        if manifest != self._manifest and not self._open(manifest):
            return False
        self._changed = stamp.changed
        return True

    def _open(self, manifest: Manifest) -> bool:
        """Open the index of a manifest, or of one that another process puts in its place meanwhile."""
        for _ in range(_TRIES):
            if index := self._folder.open(manifest, self._index):
                self._index, self._manifest = index, manifest
                return True
            newer = self._folder.manifest()
            if newer in {None, manifest}:
                return False
            manifest = newer or manifest
        return False

    def _switch(self, generation: int, pieces: Sequence[Piece]) -> None:
        self._folder.switch(Manifest(generation, tuple(pieces)))
        self._load()

    def _forget(self) -> None:
        """Let the index be opened again, for a part of it was found damaged; until then it answers as it is."""
        with self._exchange:
            self._manifest = None

    def _current(self) -> Sequence[Piece]:
        with self._exchange:
            return self._manifest.pieces if self._manifest else ()
