"""Folders and zips to the files in them, in a steady order, with what can't be taken told among them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PureWindowsPath
from typing import IO
from zipfile import ZipFile, ZipInfo

from knowledge.errors import SourceError
from knowledge.reading.archives import opened_archive, problem_of
from knowledge.reading.sources import Source, file_source

MAX_FILES = 100_000
"""Files of a folder or a zip."""
MAX_DEPTH = 30
"""Folders within one another."""
MAX_UNPACKED = 5_000_000_000
"""Bytes of a zip's entries, unpacked."""

_LONGEST_NAME = 300


def files_in(folder: Path) -> Iterator[Source | SourceError]:
    """The files in `folder` and the folders in it, by name; hidden ones and links that lead out of it are left out."""
    home = folder.resolve()
    for number, path in enumerate(_paths(folder, home, 0)):
        if number == MAX_FILES:
            yield SourceError(str(folder), "too-many-files", limit=MAX_FILES)
            return
        if isinstance(path, SourceError):
            yield path
            continue
        try:
            yield file_source(path)
        except SourceError as error:
            yield error


def _paths(folder: Path, home: Path, depth: int) -> Iterator[Path | SourceError]:
    if depth > MAX_DEPTH:
        yield SourceError(str(folder), "too-deep", limit=MAX_DEPTH)
        return
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names alone are sorted and held, not a path for each
    except OSError:
        yield SourceError(str(folder), "no-permission")
        return
    for name in names:
        path = folder / name
        if name.startswith(".") or _leads_astray(path, home):
            continue
        if path.is_dir():
            yield from _paths(path, home, depth + 1)
        else:
            yield path


def _leads_astray(path: Path, home: Path) -> bool:
    """Whether it is a link out of the folder, or to a folder, which is read where it stands and might hold the link."""
    if not path.is_symlink():
        return False
    try:
        return path.is_dir() or not path.resolve(strict=True).is_relative_to(home)
    except (OSError, RuntimeError):  # a loop, or to nothing
        return True


@contextmanager
def files_of_zip(source: Source) -> Iterator[Iterator[Source | SourceError]]:
    """The entries of a zip in its order, hidden ones left out. Raises SourceError for one that can't be read at all."""
    with source.opener() as file, opened_archive(file, source.name) as archive:
        entries = [
            entry for entry in archive.infolist() if not entry.filename.endswith("/") and not _is_hidden(entry.filename)
        ]
        if len(entries) > MAX_FILES:
            raise SourceError(source.name, "too-many-files", limit=MAX_FILES)
        if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
            raise SourceError(source.name, "too-large", limit=MAX_UNPACKED)
        if not entries:
            raise SourceError(source.name, "empty")
        yield (_entry_source(archive, entry, source.name) for entry in entries)


def _is_hidden(name: str) -> bool:
    """Whether a file, or a folder it is in, is hidden, as in what a Mac adds to every zip."""
    parts = PureWindowsPath(name).parts  # takes both kinds of slash
    return "__MACOSX" in parts or any(part.startswith(".") and part != ".." for part in parts)


def _entry_source(archive: ZipFile, entry: ZipInfo, name: str) -> Source | SourceError:
    name = f"{name}/{_shortened(entry.filename)}"
    problem = problem_of(entry)
    if problem:
        return SourceError(name, problem)
    opener: Callable[[], IO[bytes]] = partial(archive.open, entry)
    return Source(name, entry.file_size, opener, packed=True)


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else "…" + name[-_LONGEST_NAME:]  # the ending tells the kind
