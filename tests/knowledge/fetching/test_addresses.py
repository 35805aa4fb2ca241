"""Addresses as they are written."""

from __future__ import annotations

import socket

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge import FetchError
from knowledge.fetching.addresses import LONGEST, Address
from knowledge.fetching.refusal import Refusal
from tests.knowledge.fetching.sites import fetcher, redirect, serving


def unused(*_: object) -> list[str]:
    raise AssertionError("looked up")


def problem_of(address: str) -> str:
    with pytest.raises(FetchError) as caught:
        fetcher(resolver=unused).fetch(address)
    return caught.value.problem


@pytest.mark.parametrize(
    "address",
    [
        *("", " ", "news.test", "news.test/page", "//news.test/", "ftp://news.test/", "file:///etc/passwd"),
        *("gopher://news.test/", "data:text/html,x", "javascript:alert(1)", "http://", "http:///page", "https:news"),
        *("http://news.test:0/", "http://news.test:65536/", "http://news.test:-1/", "http://news.test:x/"),
        *("http://[::1/", "http://[::1%25lo]/", "http://[fe80::1%eth0]/", "http://[::1]evil/", "http://a b/"),
        *(
            "http://news.test/\r\nHost: x",
            "http://news.test/\0",
            "http://news\n.test/",
            "http://.test/",
            "http://a..b/",
        ),
        *("http://" + "a" * 64 + ".test/", "http://" + "a." * 127 + "test/", "http://" + "я" * 300 + ".рф/"),
        *("https://news.test/" + "a" * LONGEST, "http://news.test/\udc80", "http://xn--\u0300/"),
    ],
)
def test_what_is_not_an_address_of_a_page_is_told_before_anything_is_looked_up(address: str) -> None:
    assert problem_of(address) == "address"


@pytest.mark.parametrize("user", ["me:secret", "me", "me:", ":", ""])
def test_user_names_and_passwords_are_refused(user: str) -> None:
    assert problem_of(f"https://{user}@news.test/") == "credentials"


def test_no_password_stands_in_what_a_person_is_told_of_a_redirect() -> None:
    with serving({"/": redirect("http://me:secret@127.0.0.1/")}) as site, pytest.raises(FetchError) as caught:
        fetcher().fetch(site())
    assert caught.value.problem == "credentials"
    assert "secret" not in repr(caught.value)


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://127.0.0.1/", "http://[", "data:,x", "http://a..b/"])
def test_a_redirect_leads_to_pages_only(location: str) -> None:
    with serving({"/": redirect(location)}) as site, pytest.raises(FetchError, match="'address'"):
        fetcher().fetch(site())
    assert len(site.requests) == 1


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("HTTP://News.Test", "http://news.test/"),
        (" https://news.test:443/a#part ", "https://news.test/a"),
        ("https://news.test:80/", "https://news.test:80/"),
        ("http://news.test:8080?q=1", "http://news.test:8080/?q=1"),
        ("https://news.test/a b?q=é&x=%2Fa%20b", "https://news.test/a%20b?q=%C3%A9&x=%2Fa%20b"),
        ("https://новости.рф/день", "https://xn--b1amnebsh.xn--p1ai/%D0%B4%D0%B5%D0%BD%D1%8C"),
        ("https://straße.test./", "https://xn--strae-oqa.test/"),
        ("http://[2606:4700:0::1]:81/", "http://[2606:4700::1]:81/"),
    ],
)
def test_an_address_is_written_as_a_request_needs_it(written: str, read: str) -> None:
    assert str(Address.parse(written)) == read


@given(st.text() | st.text().map("https://{}".format) | st.text().map("http://news.test/{}".format))
@example("https://[::1]@[::2]/")
def test_whatever_is_written_is_read_or_refused(text: str) -> None:
    try:
        address = Address.parse(text)
    except Refusal:
        return
    assert str(address).isascii()
    assert not set(" \r\n\0") & set(str(address))
    assert Address.parse(str(address)) == address
    address.joined(text)


@given(st.text())
def test_wherever_a_redirect_leads_is_read_or_refused(location: str) -> None:
    try:
        led = Address.parse("https://news.test/a/b?c").joined(location)
    except Refusal:
        return
    assert led.scheme in ("http", "https")
    assert led.host


def test_a_host_that_is_not_there_is_told() -> None:
    def nobody(*_: object) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with pytest.raises(FetchError, match="unreachable"):
        fetcher(resolver=nobody).fetch("http://news.test/")
    with pytest.raises(FetchError, match="unreachable"):
        fetcher(resolver=lambda *_: []).fetch("http://news.test/")
