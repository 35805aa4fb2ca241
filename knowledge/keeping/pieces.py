"""The pieces of the index, as they are made of articles, without some, and of one another."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from knowledge.keeping.batches import batches
from knowledge.models import Record
from knowledge.search.folder import Piece, SegmentFolder
from knowledge.search.segment import Segment
from knowledge.search.tiers import Size, to_merge
from knowledge.storage.spans import record

if TYPE_CHECKING:
    from knowledge.storage.rows import Stored

_OTHERS = 0.2
"""Of the articles over which a segment was made, those that are stored otherwise, up to which it is used."""


class Pieces:
    """Makes pieces in a folder; they count once a manifest names them. Methods raise OSError."""

    def __init__(self, folder: SegmentFolder) -> None:
        self._folder = folder

    def over(self, records: Iterable[Record]) -> list[Piece]:
        """Pieces over the articles."""
        from knowledge.search.building import build

        return [Piece(self._folder.add(build(batch))) for batch in batches(records)]

    def of(self, stored: Sequence[Stored], given: Sequence[Stored], segment: Path | None) -> list[Piece]:
        """Pieces over the articles that are stored of those given, over which a segment was made, or none."""
        found, wanted = {one.digest for one in given}, {one.digest for one in stored}
        if not segment or len(found) < len(given) or len(wanted ^ found) > len(found) * _OTHERS:
            return self.over(record(one.article, one.spans) for one in stored)
        others = self.over(record(one.article, one.spans) for one in stored if one.digest not in found)
        return self.without([Piece(self._folder.take(segment))], found - wanted) + others

    def without(self, pieces: Sequence[Piece], digests: Collection[int]) -> list[Piece]:
        """The pieces, of which the articles with the digests count no more."""
        if not digests:
            return list(pieces)
        return [self._without(piece, np.array(list(digests), np.uint64)) for piece in pieces]

    def digests(self, piece: Piece) -> set[int]:
        """The digests of the articles that count in a piece."""
        segment = self._segment(piece)
        return set(segment.digests[segment.live].tolist())

    def next_merged(self, pieces: Sequence[Piece]) -> list[Piece] | None:
        """The pieces with some made one, or None where all are as they should be. Raises DamagedFile."""
        chosen = to_merge([self._size(piece) for piece in pieces])
        if chosen:
            merged = self._merged([pieces[place] for place in chosen])
            return [*(piece for place, piece in enumerate(pieces) if place not in chosen), *merged]
        merged = [self._with_fewer_files(piece) for piece in pieces]
        return merged if merged != list(pieces) else None

    def _with_fewer_files(self, piece: Piece) -> Piece:
        """The piece with its files over articles that count no more kept few, as pieces are."""
        chosen = to_merge([Size(len(self._folder.segment(file))) for file in piece.removed])
        if not chosen:
            return piece
        files = [piece.removed[place] for place in chosen]
        [merged] = self._merged([Piece(file) for file in files])
        return replace(piece, removed=(*(file for file in piece.removed if file not in files), merged.file))

    def _merged(self, pieces: Sequence[Piece]) -> list[Piece]:
        """The pieces as one. Raises DamagedFile: what is damaged must not get a checksum that is right."""
        from knowledge.search.merging import merge

        self._folder.check(file for piece in pieces for file in piece.files)
        parts = [(self._segment(piece), [*map(self._folder.segment, piece.removed)]) for piece in pieces]
        parts = [part for part in parts if part[0].live.any()]
        return [Piece(self._folder.add(merge(parts)))] if parts else []

    def _without(self, piece: Piece, digests: NDArray[np.uint64]) -> Piece:
        segment = self._segment(piece)
        gone = np.flatnonzero(np.isin(segment.digests, digests) & segment.live).tolist()
        if not gone:
            return piece
        records = ((segment.article_numbered(number), segment.sentences_of(number)) for number in gone)
        return replace(piece, removed=(*piece.removed, *(one.file for one in self.over(records))))

    def _segment(self, piece: Piece) -> Segment:
        return self._folder.segment(piece.file).without([*map(self._folder.segment, piece.removed)])

    def _size(self, piece: Piece) -> Size:
        sentences, *removed = (len(self._folder.segment(file)) for file in piece.files)
        return Size(sentences, sum(removed))
