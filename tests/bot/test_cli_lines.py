"""Lines from standard input, whatever comes."""

from __future__ import annotations

import io
import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from bot.cli.lines import LONGEST, Line, read_lines, read_whole


@given(st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]))))
def test_every_line_comes_back_in_order(texts: list[str]) -> None:
    stream = io.BytesIO(b"".join(text.encode() + b"\n" for text in texts))
    expected = [text.removesuffix("\r") for text in texts]
    if expected:
        expected[0] = expected[0].removeprefix("\ufeff")
    assert list(read_lines(stream)) == [Line(text, len(text)) for text in expected]


@given(st.binary())
def test_any_bytes_give_as_many_lines_as_they_have(content: bytes) -> None:
    assert len(list(read_lines(io.BytesIO(content)))) == len(content.split(b"\n")) - (content[-1:] in (b"\n", b""))


@given(st.integers(LONGEST - 3, 3 * LONGEST), st.sampled_from(["a", "é", "漢", "🚁"]))
def test_a_long_line_is_counted_and_the_next_one_is_whole(length: int, character: str) -> None:
    long, after = read_lines(io.BytesIO((character * length + "\nnext").encode()))
    assert abs(long.length - length) <= 2  # a character may be cut in two where the line is
    assert len(long.text.encode()) <= LONGEST + 6
    assert after == Line("next", 4)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_whole_text_comes_back_without_the_end_of_its_last_line(text: str) -> None:
    expected = text.removeprefix("\ufeff").rstrip("\r\n")
    assert read_whole(io.BytesIO(text.encode())) == Line(expected, len(expected))


@given(st.integers(LONGEST - 3, 3 * LONGEST), st.sampled_from(["a", "é", "漢", "🚁"]))
def test_a_text_of_any_length_is_counted_and_its_beginning_kept(length: int, character: str) -> None:
    line = read_whole(io.BytesIO((character * length).encode()))
    assert abs(line.length - length) <= 1  # a character may be cut in two
    assert len(line.text) <= LONGEST


class EndlessLine(io.RawIOBase):
    """A line of as many megabytes as wanted, made as it is read."""

    def __init__(self, megabytes: int) -> None:
        self.left = megabytes * 1_000_000

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        room = memoryview(buffer)  # type: ignore[arg-type]
        size = min(len(room), self.left)
        room[:size] = b"x" * size
        self.left -= size
        return size


def test_a_line_of_fifty_megabytes_takes_little_memory() -> None:
    tracemalloc.start()
    try:
        (line,) = read_lines(io.BufferedReader(EndlessLine(50)))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert line.length == 50_000_000
    assert peak < 2_000_000
