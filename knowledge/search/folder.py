"""The segments of a data directory: which there are, and how they are put in place of others.

`manifest.json` names the segments that count and the generation of the articles that they reflect. It is replaced in
one step, after the segments that it names are whole on the disk: whoever opens the folder finds a whole index.
`checked.json` notes which of them are, so that to open them reads nothing that a question doesn't need.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

from knowledge.language.aliases import read_aliases
from knowledge.mapped.arrays import Arrays, DamagedFile, replace_file
from knowledge.mapped.checked import CheckedFiles
from knowledge.search.index import Index
from knowledge.search.segment import Segment

FORMAT = 10
"""Raised when the arrays change or mean something else; an index of another format is rebuilt."""

_NAME = re.compile(r"[0-9a-f]{32}\.segment")
_NOT_THERE = (FileNotFoundError, NotADirectoryError, IsADirectoryError)


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment's file, and those of segments over its articles that count no more."""

    file: str
    removed: tuple[str, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        """All of them."""
        return self.file, *self.removed


@dataclass(frozen=True, slots=True)
class Manifest:
    """Which segments make up the index, and which generation of the articles they hold."""

    generation: int
    pieces: tuple[Piece, ...] = ()


class SegmentFolder:
    """The segments in `folder`, which is made when first written to; `aliases` is a file of names of one's own."""

    def __init__(self, folder: Path, aliases: Path) -> None:
        self._folder = folder
        self._aliases = aliases
        self._manifest = folder / "manifest.json"
        self._note = folder / "checked.json"
        self._checked = CheckedFiles(self._note)
        self._opened: dict[str, Segment] = {}
        self._whole: dict[Piece, Segment] = {}

    def manifest(self) -> Manifest | None:
        """What the folder says that it holds; None where it holds nothing that can be used."""
        try:
            content = json.loads(self._manifest.read_bytes())
            if content["format"] != FORMAT:
                return None
            return Manifest(int(content["generation"]), tuple(map(_piece, content["segments"])))
        except (*_NOT_THERE, ValueError, KeyError, TypeError, OverflowError, RecursionError):
            return None

    def open(self, manifest: Manifest, previous: Index | None = None) -> Index | None:
        """The index over the manifest's segments, most of them as in `previous`; None where one is damaged or gone."""
        try:
            self._opened = {file: self.segment(file) for piece in manifest.pieces for file in piece.files}
        except (*_NOT_THERE, DamagedFile, ValueError):
            return None
        self._checked.keep()
        self._whole = {piece: self._whole.get(piece) or self._joined(piece) for piece in manifest.pieces}
        removed = [self._opened[file] for piece in manifest.pieces for file in piece.removed]
        aliases = read_aliases(self._aliases)
        return Index(list(self._whole.values()), aliases, removed=removed, previous=previous)

    def sound(self, manifest: Manifest) -> Manifest:
        """The manifest without what is damaged or gone."""
        pieces = (replace(one, removed=tuple(filter(self._is_sound, one.removed))) for one in manifest.pieces)
        return replace(manifest, pieces=tuple(piece for piece in pieces if self._is_sound(piece.file)))

    def add(self, arrays: Arrays) -> str:
        """Write a new segment, which counts once a manifest names it; return the name of its file."""
        self._folder.mkdir(exist_ok=True)
        name = f"{uuid4().hex}.segment"
        self._checked.write(self._folder / name, arrays)
        return name

    def take(self, path: Path) -> str:
        """Make a segment's file, written elsewhere on the disk, one of the folder's; return its name."""
        self._folder.mkdir(exist_ok=True)
        name = f"{uuid4().hex}.segment"
        path.replace(self._folder / name)
        self._checked.trust(self._folder / name)
        return name

    def switch(self, manifest: Manifest) -> None:
        """Make these the segments that count, and delete all others."""
        self._folder.mkdir(exist_ok=True)
        segments = [{"file": piece.file, "removed": list(piece.removed)} for piece in manifest.pieces]
        content = {"format": FORMAT, "generation": manifest.generation, "segments": segments}
        files = {file for piece in manifest.pieces for file in piece.files}
        self._checked.keep_only(files)
        replace_file(self._manifest, [json.dumps(content, indent=1).encode()])
        self._delete_all_but({self._manifest.name, self._note.name, *files})

    def segment(self, name: str) -> Segment:
        """The segment in a file. Raises DamagedFile, or OSError where it can't be read."""
        return self._opened.get(name) or Segment(self._checked.open(self._folder / name))

    def check(self, files: Iterable[str]) -> None:
        """Read all of some segments for their checksums. Raises DamagedFile; such a one is opened no more."""
        for file in files:
            try:
                self._checked.check(self._folder / file)
            except DamagedFile:
                self._opened.pop(file, None)
                raise

    def _joined(self, piece: Piece) -> Segment:
        """A segment without what counts no more."""
        return self._opened[piece.file].without([self._opened[file] for file in piece.removed])

    def _is_sound(self, file: str) -> bool:
        try:
            self.segment(file)
        except (*_NOT_THERE, DamagedFile, ValueError):
            return False
        return True

    def _delete_all_but(self, kept: set[str]) -> None:
        for path in self._folder.iterdir():
            if path.name not in kept:
                try:
                    path.unlink()
                except OSError:  # still open elsewhere, on Windows: the next switch deletes it
                    continue


def _piece(content: Mapping[str, Any]) -> Piece:
    return Piece(_name(content["file"]), tuple(map(_name, content["removed"])))


def _name(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError("no name of a segment")
    return name
