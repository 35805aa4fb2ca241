import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from knowledge.mapped.arrays import DamagedFile
from knowledge.mapped.checked import CheckedFiles


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that its writer has noted."""
    path = tmp_path / "a"
    files = CheckedFiles(tmp_path / "note")
    files.write(path, {"values": np.arange(1000)})
    files.keep()
    return path


def flip(path: Path, *, as_if_untouched: bool = False) -> None:
    """Change a byte; `as_if_untouched` as a disk does that loses it."""
    before = path.stat()
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    written = before.st_mtime_ns if as_if_untouched else before.st_mtime_ns + 1
    os.utime(path, ns=(written, written))


def test_a_file_that_was_written_to_is_read_for_its_checksum(path: Path) -> None:
    flip(path)
    with pytest.raises(DamagedFile):
        CheckedFiles(path.with_name("note")).open(path)


def test_a_file_that_nobody_wrote_to_is_not_read_until_it_is_checked(path: Path) -> None:
    flip(path, as_if_untouched=True)
    files = CheckedFiles(path.with_name("note"))
    assert files.open(path)["values"].shape == (1000,)
    with pytest.raises(DamagedFile):
        files.check(path)
    for again in (files, CheckedFiles(path.with_name("note"))):
        with pytest.raises(DamagedFile):
            again.open(path)


def test_a_cut_file_is_noticed(path: Path) -> None:
    os.truncate(path, 1000)
    with pytest.raises(DamagedFile):
        CheckedFiles(path.with_name("note")).open(path)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda note: note.unlink(),
        lambda note: note.write_bytes(b"\xff"),
        lambda note: note.write_text('{"a": [1]}'),
        lambda note: note.write_text('["a"]'),
        lambda note: note.write_text("[" * 100_000),
    ],
)
def test_without_a_note_every_file_is_read_once(path: Path, spoil: Callable[[Path], None]) -> None:
    note = path.with_name("note")
    spoil(note)
    files = CheckedFiles(note)
    assert files.open(path)["values"].shape == (1000,)
    files.keep()
    flip(path, as_if_untouched=True)
    assert CheckedFiles(note).open(path)["values"].shape == (1000,)


def test_what_another_process_noted_is_known(path: Path) -> None:
    reader = CheckedFiles(path.with_name("note"))
    other, writer = path.with_name("b"), CheckedFiles(path.with_name("note"))
    writer.write(other, {"values": np.arange(9)})
    writer.keep_only({"a", "b"})
    flip(other, as_if_untouched=True)
    assert reader.open(other)["values"].shape == (9,)
    writer.keep_only({"a"})
    with pytest.raises(DamagedFile):
        CheckedFiles(path.with_name("note")).open(other)


def test_several_threads_write_one_note(path: Path) -> None:
    files = CheckedFiles(path.with_name("note"))

    def add(number: int) -> None:
        other = path.with_name(f"b{number}")
        files.write(other, {"values": np.arange(9)})
        files.keep()
        files.keep_only({"a", other.name})

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(add, range(200)))
    assert files.open(path)["values"].shape == (1000,)
