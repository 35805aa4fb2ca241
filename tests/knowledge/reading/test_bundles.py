"""Folders and zips: each file in them is read, or told by its name."""

from __future__ import annotations

import io
import json
import os
import stat
import struct
from pathlib import Path
from zipfile import ZIP_BZIP2, ZipFile, ZipInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.errors import SourceError
from knowledge.models import Article
from knowledge.reading.archives import is_outside
from knowledge.reading.bundles import MAX_DEPTH
from knowledge.reading.files import read_file
from tests.knowledge.reading.document_writing import column, docx, paragraph, pdf, zipped

NEWS = "The harbour of {} reopened on Tuesday."
FILES = {
    "a.txt": NEWS.format("Accra").encode(),
    "b/c.jsonl": json.dumps({"text": NEWS.format("Boma")}).encode() + b"\n{broken\n",
    "b/d.pdf": pdf([column(NEWS.format("Calabar"))]),
    "e.docx": docx(paragraph(NEWS.format("Douala"))),
    "f.xls": b"table",
    "g.md": NEWS.format("Grand-Bassam").encode(),
}
TOWNS = ["Accra", "Boma", "Calabar", "Douala", "Grand-Bassam"]


def told(path: Path) -> tuple[list[str], list[tuple[str, str]]]:
    """The texts of the articles at `path`; and the names, relative to it, and problems of what can't be read."""
    items = list(read_file(path))
    errors = [item for item in items if isinstance(item, SourceError)]
    assert all(error.source.startswith(str(path)) for error in errors)
    return (
        [item.text for item in items if isinstance(item, Article)],
        [(error.source.removeprefix(str(path)).lstrip("/"), error.problem) for error in errors],
    )


def problem(path: Path) -> str:
    """What is told of a path that can't be read at all."""
    with pytest.raises(SourceError) as caught:
        list(read_file(path))
    assert caught.value.source == str(path)
    return caught.value.problem


def zip_with(path: Path, *entries: tuple[ZipInfo | str, bytes]) -> Path:
    with ZipFile(path, "w") as archive:
        for entry, content in entries:
            archive.writestr(entry, content)
    return path


def test_folder_is_read_file_by_file(tmp_path: Path) -> None:
    for name, content in (FILES | {".hidden.txt": b"He hid.", ".git/x.txt": b"He hid."}).items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    assert told(tmp_path) == (
        [NEWS.format(town) for town in TOWNS],
        [("b/c.jsonl", "bad-json"), ("f.xls", "unknown-kind")],
    )


def test_zip_is_read_entry_by_entry_also_within_a_folder(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    path.write_bytes(zipped(FILES | {"__MACOSX/._a.txt": b"\0", ".DS_Store": b"\0"}))
    texts, errors = told(path)
    assert texts == [NEWS.format(town) for town in TOWNS]
    assert errors == [("b/c.jsonl", "bad-json"), ("f.xls", "unknown-kind")]
    assert told(tmp_path) == (texts, [(f"all.zip/{name}", problem) for name, problem in errors])


def test_links_are_followed_within_the_folder_alone(tmp_path: Path) -> None:
    outside, folder = tmp_path / "secret.txt", tmp_path / "folder"
    outside.write_text("He told no one.")
    folder.mkdir()
    (folder / "b.txt").write_text(NEWS)
    links: dict[str, Path | str] = {
        "a": outside,
        "c": folder / "b.txt",
        "d": folder,
        "e": tmp_path,
        "f": "f",
        "g": "gone",
    }
    for name, target in links.items():
        (folder / f"{name}.txt").symlink_to(target)
    assert told(folder) == ([NEWS, NEWS], [])


def test_folder_limits(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert problem(tmp_path / "empty") == "empty"
    deep = tmp_path.joinpath(*"d" * (MAX_DEPTH + 5))
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text(NEWS)
    (tmp_path / "z.txt").write_text(NEWS)
    assert told(tmp_path) == ([NEWS], [("/".join("d" * (MAX_DEPTH + 1)), "too-deep")])


@pytest.mark.parametrize("name", ["../a.txt", "/a.txt", "a/../../b.txt", "C:\\a.txt", "\\\\host\\a.txt", "..\\a.txt"])
def test_names_that_lead_out_of_a_zip_are_told(tmp_path: Path, name: str) -> None:
    path = zip_with(tmp_path / "a.zip", (name, b"He left."), ("b.txt", b"She came."))
    texts, [(_, found)] = told(path)
    assert (texts, found) == (["She came."], "outside")
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.zip"]


def test_entries_that_are_not_read(tmp_path: Path) -> None:
    link = ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    odd = ZipInfo("odd.txt")
    odd.compress_type = ZIP_BZIP2
    bomb = ZipInfo("bomb.txt")
    bomb.compress_type = 8
    inner = zipped({"x.txt": b"He left."})
    path = zip_with(
        tmp_path / "a.zip",
        *((link, b"/etc/passwd"), (odd, b"He left."), (bomb, b" " * 9_000_000), ("in.zip", inner), ("in.txt", inner)),
        *(("long" * 300 + ".txt", b""), ("b.txt", b"She came.")),
    )
    texts, errors = told(path)
    assert texts == ["She came."]
    assert [found for _, found in errors] == ["not-a-file", "unknown-kind", "too-packed", "nested", "nested", "empty"]
    assert len(errors[-1][0]) < 310


def test_encrypted_entry(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": b"He left.", "b.txt": b"She came."}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    assert told(path) == (["She came."], [("a.txt", "encrypted")])


def test_zip_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    whole = zipped(FILES)
    huge = bytearray(zipped({"a.txt": b"He left."}))
    place = huge.index(b"PK\x05\x06")
    struct.pack_into("<II", huge, place + 12, 50_000_000, 0)
    for data, found in (
        *((whole[: len(whole) // 2], "damaged"), (zipped({}), "empty"), (zipped({"d/": b""}), "empty"), (b"", "empty")),
        *(
            (bytes(60_000_000) + bytes(huge), "damaged"),
            (b"PK\x03\x04" + bytes(60_000_000) + bytes(huge), "too-many-files"),
        ),
        (zipped({"mimetype": "application/epub+zip", "a.xhtml": "<p>x"}), "unknown-kind"),
    ):
        path.write_bytes(data)
        assert problem(path) == found


def test_declared_sizes_have_a_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    data = bytearray(zipped(dict.fromkeys("abcd", b"He left.")))
    start = 0
    for _ in range(4):
        start = data.index(b"PK\x01\x02", start) + 4
        struct.pack_into("<II", data, start + 16, 60_000_000, 2_000_000_000)
    path.write_bytes(data)
    assert problem(path) == "too-large"


@given(st.text(st.sampled_from("ab./\\:~\x1b\n…C"), max_size=12))
def test_a_name_that_is_not_outside_stays_within_a_folder(name: str) -> None:
    if not is_outside(name):
        assert os.path.normpath("/home/" + name).startswith("/home")
        assert not name.startswith(("/", "\\"))


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=30),
            st.binary(),
        ),
        max_size=4,
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_any_names_in_a_zip_are_read_or_told(tmp_path: Path, entries: list[tuple[str, bytes]]) -> None:
    path = zip_with(tmp_path / "any.zip", *((name + ".txt", content) for name, content in entries))
    try:
        items = list(read_file(path))
    except SourceError as error:
        assert error.problem == "empty"
    else:
        assert all(item.source.startswith(f"{path}/") for item in items if isinstance(item, SourceError))
    assert [entry.name for entry in tmp_path.iterdir()] == ["any.zip"]


WHOLE = zipped({"a.txt": b"He left." * 20, "b/c.jsonl": b'{"text": "She came."}\n' * 20})


@given(
    st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=6), st.integers(0, 9)
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
def test_damaged_zips_are_read_or_told(tmp_path: Path, changes: list[tuple[int, int]], cut: int) -> None:
    data = io.BytesIO(WHOLE[: len(WHOLE) - cut]).getbuffer()
    for place, value in changes:
        if place < len(data):
            data[place] = value
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    try:
        items = list(read_file(path))
    except SourceError as error:
        items = [error]
    assert all(isinstance(item, Article | SourceError) for item in items)
