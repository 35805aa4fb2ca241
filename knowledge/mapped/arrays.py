"""Named arrays in one file, opened by memory map.

A line that names the format; the length of the header (8 bytes, little endian); the header as JSON: the checksum of
all that follows and, for each array, its type, shape and offset; then the arrays, each aligned to 64 bytes.
"""

from __future__ import annotations

import json
import mmap
import os
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from knowledge.processes.interrupts import delayed

_MAGIC = b"factbox arrays 1\n"
_ALIGNMENT = 64
_BLOCK = 1 << 20

Arrays = Mapping[str, NDArray[Any]]
Buffer = bytes | memoryview


class DamagedFile(Exception):
    """The file isn't what was written."""


def write_arrays(path: Path, arrays: Arrays) -> None:
    """Write a new file, whole and on the disk before it has its name."""
    toc: dict[str, tuple[str, tuple[int, ...], int]] = {}
    checksum = offset = 0
    parts: list[Buffer] = []
    for name, array in arrays.items():
        toc[name] = (array.dtype.str, array.shape, offset)
        data = np.ascontiguousarray(array).reshape(-1).view(np.uint8).data
        for part in (data, bytes(-len(data) % _ALIGNMENT)):
            checksum = zlib.crc32(part, checksum)
            offset += len(part)
            parts.append(part)
    header = json.dumps({"checksum": checksum, "arrays": toc}).encode()
    header += b" " * (-(len(_MAGIC) + 8 + len(header)) % _ALIGNMENT)
    replace_file(path, [_MAGIC, len(header).to_bytes(8, "little"), header, *parts])


def replace_file(path: Path, parts: Sequence[Buffer]) -> None:
    """Put a file in place of the one at `path` so that a reader sees the old one or the new one, never a part."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.unfinished")
    with delayed():
        try:
            with unfinished.open("wb") as file:
                file.writelines(parts)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)


def open_arrays(path: Path, *, check: bool = True) -> Arrays:
    """The arrays of a file, as views of its memory map. Raises DamagedFile, or OSError where it can't be read.

    To `check` reads all of it for its checksum.
    """
    with path.open("rb") as file:
        try:
            start, header = _header(file)
            if check:
                _check(file, header["checksum"])
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            return _views(memoryview(mapped)[start:], header["arrays"])
        except (ValueError, KeyError, TypeError, IndexError, OverflowError) as error:
            raise DamagedFile(path) from error


def _header(file: BinaryIO) -> tuple[int, dict[str, Any]]:
    """Where the arrays begin, and the header; the file is left there."""
    if file.read(len(_MAGIC)) != _MAGIC:
        raise ValueError("another format")
    length = int.from_bytes(file.read(8), "little")
    if length > os.fstat(file.fileno()).st_size:
        raise ValueError("cut off")
    return len(_MAGIC) + 8 + length, json.loads(file.read(length))


def _check(file: BinaryIO, checksum: int) -> None:
    """Raise ValueError where what follows isn't what was written. It is read, not mapped: pages that are looked at once
    should not count as memory of this process."""
    found = 0
    while block := file.read(_BLOCK):
        found = zlib.crc32(block, found)
    if found != checksum:
        raise ValueError("another content")


def _views(body: memoryview, arrays: Mapping[str, tuple[str, Sequence[int], int]]) -> Arrays:
    views: dict[str, NDArray[Any]] = {}
    for name, (kind, shape, offset) in arrays.items():
        count = int(np.prod(shape))
        views[name] = np.frombuffer(body, dtype=np.dtype(kind), count=count, offset=offset).reshape(shape)
    return views
