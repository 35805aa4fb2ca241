"""What a fetch gives, and what it says when it gives nothing."""

from __future__ import annotations

import re
import socket

import pytest

from knowledge import FetchError
from tests.knowledge.fetching.sites import fetcher, redirect, response, serving


def problem_of(answer: bytes, **options: object) -> FetchError:
    """What is told of a site that answers so."""
    with serving({"/": answer}) as site, pytest.raises(FetchError) as caught:
        fetcher(**options).fetch(site())
    assert caught.value.address == site()
    return caught.value


def test_a_page_comes_as_it_was_sent_with_what_its_headers_tell() -> None:
    headers = ('ETag: W/"a1"', "Last-Modified: Wed, 10 Oct 2012 07:28:00 GMT", "Cache-Control: private, max-age=600")
    page = response("<p>Straße".encode("latin-1"), *headers, kind="Text/HTML; Charset='ISO-8859-1'")
    with serving({"/a?b=c": page}) as site, fetcher() as fetching:
        fetched = fetching.fetch(site("/a?b=c#part"))
    assert (fetched.address, fetched.moved_to, fetched.status) == (site("/a?b=c"), None, 200)
    assert (fetched.content_type, fetched.charset) == ("text/html", "iso-8859-1")
    assert fetched.body == b"<p>Stra\xdfe"
    assert (fetched.etag, fetched.last_modified) == ('W/"a1"', "Wed, 10 Oct 2012 07:28:00 GMT")
    assert (fetched.max_age, fetched.unchanged) == (600, False)


def test_the_request_says_truthfully_who_asks_and_nothing_of_anybody_else() -> None:
    with serving({"/": response(b"", "Set-Cookie: id=1")}) as site:
        fetching = fetcher(contact="https://example.org/factbox")
        fetching.fetch(site())
        fetching.fetch(site())
        fetcher().fetch(site())
    asked, again, without = (request.headers for request in site.requests)
    assert re.fullmatch(r"Factbox/[\w.]+", without["user-agent"])
    assert asked["user-agent"] == f"{without['user-agent']} (+https://example.org/factbox)"
    assert again == asked
    assert asked.keys() == {"host", "user-agent", "accept", "accept-encoding", "connection"}


def test_a_page_that_is_as_it_was_is_not_sent_again() -> None:
    with serving({"/": response(b"", 'ETag: "a2"', status="304 Not Modified", kind=None)}) as site:
        fetched = fetcher().fetch(site(), etag='"a1"', last_modified="Wed, 10 Oct 2012 07:28:00 GMT")
    assert (fetched.unchanged, fetched.status, fetched.body, fetched.etag) == (True, 304, b"", '"a2"')
    assert site.requests[0].headers["if-none-match"] == '"a1"'
    assert site.requests[0].headers["if-modified-since"] == "Wed, 10 Oct 2012 07:28:00 GMT"


@pytest.mark.parametrize("etag", ['"a"\r\nX-Other: 1', '"ä"', '"' + "a" * 2_000 + '"'])
def test_a_condition_that_no_header_can_hold_is_left_out(etag: str) -> None:
    with serving({"/": response()}) as site:
        fetcher().fetch(site(), etag=etag)
    assert not {"if-none-match", "x-other"} & site.requests[0].headers.keys()


def test_redirects_are_followed_and_those_for_good_are_told() -> None:
    answers = {
        "/a": redirect("/b", "301 Moved Permanently"),
        "/b": redirect("c d?e", "308 Permanent Redirect"),
        "/c%20d?e": redirect("/f#part", "302 Found"),
        "/f": redirect("/g", "301 Moved Permanently"),
        "/g": response(),
    }
    with serving(answers) as site:
        fetched = fetcher().fetch(site("/a"))
        assert (fetched.address, fetched.moved_to) == (site("/g"), site("/c%20d?e"))
        assert fetcher().fetch(site("/c d?e")).moved_to is None


def test_redirects_are_followed_five_times() -> None:
    answers = {f"/{number}": redirect(f"/{number + 1}") for number in range(1, 7)} | {"/7": response()}
    with serving(answers) as site:
        assert fetcher().fetch(site("/2")).address == site("/7")
        asked = len(site.requests)
        with pytest.raises(FetchError) as caught:
            fetcher().fetch(site("/1"))
    assert (caught.value.problem, caught.value.limit, len(site.requests) - asked) == ("redirects", 5, 6)


@pytest.mark.parametrize(
    ("status", "problem"),
    [
        *(("404 Not Found", "not-found"), ("410 Gone", "not-found"), ("401 Unauthorized", "refused")),
        *(("403 Forbidden", "refused"), ("451 Unavailable", "refused"), ("429 Too Many", "busy")),
        *(("503 Unavailable", "busy"), ("500 Error", "status"), ("204 No Content", "status"), ("304 As Was", "status")),
        *(("206 Partial", "status"), ("302 Found", "status"), ("999 Go Away", "status"), ("418 Teapot", "status")),
    ],
)
def test_a_status_that_brings_no_page_is_told(status: str, problem: str) -> None:
    error = problem_of(response(b"", status=status))
    assert (error.problem, error.status) == (problem, int(status[:3]))


def test_when_to_come_back_is_told() -> None:
    dates = "Date: Wed, 10 Oct 2012 07:28:00 GMT", "Retry-After: Wed, 10 Oct 2012 07:30:00 GMT"
    assert problem_of(response(b"", "Retry-After: 90", status="429 Too Many")).retry_after == 90
    assert problem_of(response(b"", *dates, status="503 Unavailable")).retry_after == 120
    assert problem_of(response(b"", "Retry-After: soon", status="503 Unavailable")).retry_after is None


@pytest.mark.parametrize("kind", ["image/png", "application/pdf", "text/css", "application/octet-stream", "x", "*/*"])
def test_other_kinds_are_refused_before_they_are_read(kind: str) -> None:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: 5000\r\n\r\n".encode()
    error = problem_of(head)  # and no byte of the body
    assert (error.problem, error.kind) == ("kind", kind)


@pytest.mark.parametrize(
    "kind",
    [
        *("text/html", "application/xhtml+xml", "text/xml", "application/xml", "application/rss+xml", "text/plain"),
        *("application/atom+xml", "application/feed+json", "application/json", "application/rdf+xml"),
    ],
)
def test_pages_feeds_and_texts_are_read(kind: str) -> None:
    with serving({"/": response(b"Text.", kind=f"{kind.upper()}; charset=UTF-8")}) as site:
        fetched = fetcher().fetch(site())
    assert (fetched.content_type, fetched.charset, fetched.body) == (kind, "utf-8", b"Text.")


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"\xef\xbb\xbf <!DOCTYPE html><p>Text.", "text/html"),
        (b"<?xml version='1.0'?><rss/>", "application/xml"),
        (b'\n{"version": "https://jsonfeed.org/version/1.1"}', "application/json"),
        (b"Text.", "text/plain"),
        (b"", "text/plain"),
    ],
)
def test_a_kind_that_is_not_told_is_found(body: bytes, kind: str) -> None:
    with serving({"/": response(body, kind=None)}) as site:
        assert fetcher().fetch(site()).content_type == kind


@pytest.mark.parametrize("body", [b"%PDF-1.7 ...", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"])
def test_a_kind_that_is_not_told_is_refused_where_it_is_found_to_be_another(body: bytes) -> None:
    assert problem_of(response(body, kind=None)).problem == "kind"


@pytest.mark.parametrize(
    "answer",
    [b"", b"SSH-2.0-OpenSSH_9.6\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nText.", b"HTTP/1.1 x\r\n\r\n"],
)
def test_what_is_not_http_is_told(answer: bytes) -> None:
    assert problem_of(answer).problem == "damaged"


def test_a_port_where_nobody_answers_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    with pytest.raises(FetchError, match="unreachable"):
        fetcher().fetch(f"http://127.0.0.1:{port}/")
