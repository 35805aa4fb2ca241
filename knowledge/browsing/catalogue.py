"""What is looked at again and again, worked out once."""

from __future__ import annotations

from functools import cached_property, lru_cache, partial

from knowledge.browsing.names import names, speakers
from knowledge.browsing.overview import overview
from knowledge.browsing.titles import Titles
from knowledge.search.index import Index

_REMEMBERED = 16
"""Sets of publishers: servers that show some have few in common, but most show all."""


class Catalogue:
    """The titles, names and numbers of an index, which never changes: another index needs another catalogue."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.overview = lru_cache(_REMEMBERED)(partial(overview, index))
        self.names = lru_cache(_REMEMBERED)(partial(names, index))
        self.speakers = lru_cache(_REMEMBERED)(partial(speakers, index))

    @cached_property
    def titles(self) -> Titles:
        """The titles of the articles."""
        return Titles(self.index)
