"""The segments of a data directory: which there are, and how they are put in place of others.

`manifest.json` names the segments that count and the generation of the articles that they reflect. It is replaced in
one step, after the segments that it names are whole on the disk: whoever opens the folder finds a whole index.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from knowledge.language.aliases import read_aliases
from knowledge.mapped.arrays import Arrays, DamagedFile, replace_file, write_arrays
from knowledge.search.index import Index
from knowledge.search.segment import Segment

FORMAT = 4
"""Raised when the arrays change or mean something else; an index of another format is rebuilt."""

_NOT_THERE = (FileNotFoundError, NotADirectoryError, IsADirectoryError)


@dataclass(frozen=True, slots=True)
class Manifest:
    """Which segment files make up the index, and which generation of the articles they hold."""

    generation: int
    files: tuple[str, ...]


class SegmentFolder:
    """The segments in `folder`, which is made when first written to; `aliases` is a file of names of one's own."""

    def __init__(self, folder: Path, aliases: Path) -> None:
        self._folder = folder
        self._aliases = aliases
        self._manifest = folder / "manifest.json"
        self._opened: dict[str, Segment] = {}

    def manifest(self) -> Manifest | None:
        """What the folder says that it holds; None where it holds nothing that can be used."""
        try:
            content = json.loads(self._manifest.read_bytes())
            if content["format"] != FORMAT:
                return None
            return Manifest(int(content["generation"]), tuple(Path(str(name)).name for name in content["files"]))
        except (*_NOT_THERE, ValueError, KeyError, TypeError, OverflowError):
            return None

    def open(self, manifest: Manifest) -> Index | None:
        """The index over the manifest's segments; None where one is missing or damaged."""
        try:
            self._opened = {name: self._segment(name) for name in manifest.files}
        except (*_NOT_THERE, DamagedFile, ValueError):
            return None
        return Index(list(self._opened.values()), read_aliases(self._aliases))

    def add(self, arrays: Arrays) -> str:
        """Write a new segment, which counts once a manifest names it; return the name of its file."""
        self._folder.mkdir(exist_ok=True)
        name = f"{uuid4().hex}.segment"
        write_arrays(self._folder / name, arrays)
        return name

    def switch(self, generation: int, files: Sequence[str]) -> None:
        """Make these the segments that count, and delete all others."""
        self._folder.mkdir(exist_ok=True)
        content = {"format": FORMAT, "generation": generation, "files": list(files)}
        replace_file(self._manifest, [json.dumps(content, indent=1).encode()])
        self._delete_all_but({*files, self._manifest.name})

    def _segment(self, name: str) -> Segment:
        return self._opened.get(name) or Segment.open(self._folder / name)

    def _delete_all_but(self, kept: set[str]) -> None:
        for path in self._folder.iterdir():
            if path.name not in kept:
                try:
                    path.unlink()
                except OSError:  # still open elsewhere, on Windows: the next switch deletes it
                    continue
