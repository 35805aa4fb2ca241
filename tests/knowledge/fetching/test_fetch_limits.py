"""Sites that send too much, too slowly, or without end."""

from __future__ import annotations

import gzip
import socket
import tracemalloc
import zlib
from collections.abc import Callable
from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import FetchError
from knowledge.fetching.body import read_body
from knowledge.fetching.refusal import Refusal
from tests.knowledge.fetching.sites import Answer, endless, fetcher, redirect, response, serving, silent

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
SHORT = 0.15
"""Seconds after which a fetch of these tests ends; what is waited for never comes."""


def error_of(answer: Answer, **options: object) -> FetchError:
    with serving({"/": answer}) as site, pytest.raises(FetchError) as caught:
        fetcher(**options).fetch(site())
    return caught.value


def dripping(start: bytes, drop: bytes) -> Callable[[socket.socket], None]:
    """Send a drop now and then: each arrives well before any wait for one is over."""

    def send(connection: socket.socket) -> None:
        connection.sendall(start)
        while not Event().wait(SHORT / 20):
            connection.sendall(drop)

    return send


@pytest.mark.parametrize(
    "answer",
    [
        silent,
        dripping(b"", b"H"),
        dripping(b"HTTP/1.1 200 OK\r\nX-Long: ", b"x"),
        dripping(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"),
        dripping(HEAD + b"Content-Length: 5000\r\n\r\n", b"x"),
        dripping(CHUNKED, b"1\r\nx\r\n"),
        dripping(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        dripping(HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"")[:10], b"\0\0\0\xff\xff"),
    ],
    ids=["silence", "status", "header", "headers", "body", "chunks", "continue", "empty blocks"],
)
def test_a_fetch_ends_in_time_however_slowly_a_site_answers(answer: Answer) -> None:
    error = error_of(answer, seconds=SHORT)
    assert error.problem == "too-slow"


def test_the_limit_of_time_is_told_in_whole_seconds() -> None:
    assert error_of(silent, seconds=0.6).limit == 1


def test_the_time_is_that_of_all_redirects_together() -> None:
    def slowly(connection: socket.socket) -> None:
        Event().wait(SHORT * 0.4)
        connection.sendall(redirect("/"))

    with serving({"/": slowly}) as site, pytest.raises(FetchError, match="too-slow"):
        fetcher(seconds=SHORT).fetch(site())
    assert len(site.requests) <= 3


def test_a_name_that_is_looked_up_for_long_is_given_up() -> None:
    over = Event()

    def slow(*_: object) -> list[str]:
        over.wait(60)
        return ["127.0.0.1"]

    with pytest.raises(FetchError, match="too-slow"):
        fetcher(seconds=SHORT, resolver=slow).fetch("http://news.test/")
    over.set()


def test_a_greeting_of_tls_that_never_comes_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute, pytest.raises(FetchError, match="too-slow"):
        fetcher(seconds=SHORT).fetch(f"https://127.0.0.1:{mute.getsockname()[1]}/")


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (endless(b"HTTP/1.1 200 OK\r\n", b"X-Header: value\r\n" * 1_000), "damaged"),
        (endless(b"HTTP/1.1 200 OK\r\nX-Header: ", b"x" * 10_000), "damaged"),
        (endless(b"", b"x" * 10_000), "damaged"),
        (endless(CHUNKED, b"1;" + b"x" * 10_000), "damaged"),
        (endless(CHUNKED + b"0\r\n", b"X-Trailer: value\r\n" * 1_000), "damaged"),
        (endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1_000), "too-large"),
        (endless(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 1_000), "too-large"),
        (endless(HEAD + b"\r\n", b"x" * 10_000), "too-large"),
        (endless(CHUNKED, b"1000\r\n" + b"x" * 0x1000 + b"\r\n"), "too-large"),
        (endless(CHUNKED, b"1;" + b"x" * 1_000 + b"\r\nx\r\n"), "too-large"),
        (
            endless(HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"")[:10], b"\0\0\0\xff\xff" * 1_000),
            "too-large",
        ),
    ],
    ids=[
        *("headers", "header", "status", "chunk", "trailers", "continue", "hints", "body", "chunks", "extensions"),
        "empty blocks",
    ],
)
def test_what_has_no_end_is_ended(answer: Answer, problem: str) -> None:
    error = error_of(answer, limit=100_000)
    assert error.problem == problem
    assert error.limit == (100_000 if problem == "too-large" else None)


def test_a_body_may_have_just_so_many_bytes() -> None:
    with serving({"/": response(b"x" * 1_000)}) as site:
        assert len(fetcher(limit=1_000).fetch(site()).body) == 1_000
        with pytest.raises(FetchError, match="too-large"):
            fetcher(limit=999).fetch(site())


def test_a_body_that_is_announced_as_too_large_is_not_waited_for() -> None:
    head = HEAD + b"Content-Length: 99999999999999999999\r\n\r\n"

    def send(connection: socket.socket) -> None:
        connection.sendall(head)
        silent(connection)

    assert error_of(send).problem == "too-large"


def bomb(layers: int) -> bytes:
    """50 MB of nothing, compressed so many times."""
    packer = zlib.compressobj(6, wbits=31)
    body = b"".join(packer.compress(bytes(1_000_000)) for _ in range(50)) + packer.flush()
    for _ in range(layers - 1):
        body = gzip.compress(body)
    return body


@pytest.mark.parametrize(
    ("coding", "layers", "problem"),
    [("gzip", 1, "too-large"), ("gzip, gzip", 2, "damaged"), ("gzip, gzip, gzip, gzip", 4, "damaged")],
)
def test_a_bomb_takes_no_more_memory_than_a_page(coding: str, layers: int, problem: str) -> None:
    answer = response(bomb(layers), f"Content-Encoding: {coding}")
    tracemalloc.start()
    try:
        error = error_of(answer)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert error.problem == problem
    assert most < 15_000_000


PACKED = {
    "gzip": gzip.compress,
    "GZip ": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "Deflate": lambda body: zlib.compress(body, wbits=-15),
    "identity": bytes,
    "": bytes,
}


@given(st.sampled_from(sorted(PACKED)), st.binary(), st.integers(1, 70_000), st.integers(1, 10_000))
def test_what_was_compressed_comes_out_whole(coding: str, body: bytes, times: int, piece: int) -> None:
    body = (body * times)[:300_000]
    packed = PACKED[coding](body)
    pieces = (packed[start : start + piece] for start in range(0, len(packed), piece))
    assert read_body(pieces, coding, len(body), cut=False) == body


@given(st.lists(st.binary(max_size=100), min_size=1, max_size=5), st.binary(max_size=20))
def test_a_file_of_several_parts_is_read_to_its_end_and_rubbish_behind_it_is_left(
    parts: list[bytes], rest: bytes
) -> None:
    packed = b"".join(map(gzip.compress, parts)) + b"!" + rest
    assert read_body([packed], "gzip", 1_000, cut=False) == b"".join(parts)


@given(st.sampled_from(["gzip", "deflate", "br", "gzip, gzip", "?"]), st.lists(st.binary(max_size=50)))
def test_whatever_is_said_to_be_compressed_is_read_or_refused(coding: str, pieces: list[bytes]) -> None:
    try:
        assert len(read_body(pieces, coding, 1_000, cut=False)) <= 1_000
    except Refusal as refusal:
        assert refusal.problem in ("damaged", "too-large")


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_what_breaks_off_is_damaged(coding: str) -> None:
    packed = PACKED[coding](b"<p>Text." * 100)[:-3]
    assert error_of(response(packed, f"Content-Encoding: {coding}")).problem == "damaged"
