"""Which addresses are connected to. Nothing here connects anywhere but to this machine."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from itertools import cycle

import httpcore
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import FetchError
from knowledge.fetching.guard import NAT64, is_own, is_public
from knowledge.fetching.wire import connect
from tests.knowledge.fetching.sites import LOOPBACK, fetcher, redirect, response, serving

EVERYWHERE = "0.0.0.0"  # noqa: S104 - nothing is bound to it
PRIVATE = [
    *(EVERYWHERE, "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.8.9.10"),
    *("168.63.129.16", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.9", "192.0.2.1", "192.88.99.1"),
    *("192.168.1.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.1.1.1", "240.0.0.1"),
    *("255.255.255.255", "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::10.0.0.1"),
    *("64:ff9b::7f00:1", "64:ff9b:1::1", "100::1", "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:db8::1"),
    *("2001:10::1", "2001:20::1", "2002:7f00:1::", "2002:5db8:d822::1", "3fff::1", "5f00::1", "fc00::1", "fd12::1"),
    *("fe80::1", "fe80::1%lo", "fec0::1", "ff02::1", "2606:4700::1%eth0"),
]
PUBLIC = ["1.1.1.1", "93.184.215.14", "172.32.0.1", "192.0.1.1", "2606:4700::1111", "2a00:1450:4001::1"]


class Recorder:
    """Stands where connections are made, and makes none."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, address: str, port: int, seconds: float) -> httpcore.NetworkStream:  # noqa: ARG002
        self.asked.append(address)
        raise httpcore.ConnectError


def problem_of(address: str, found: Sequence[str], recorder: Recorder, **options: object) -> str:
    """What is told of an address, where the host has these addresses."""
    options = {"networks": (), "resolver": lambda *_: found, "connect": recorder} | options
    with pytest.raises(FetchError) as caught:
        fetcher(**options).fetch(address)
    assert caught.value.address == address
    return caught.value.problem


@pytest.mark.parametrize("address", PRIVATE)
def test_a_name_that_means_a_private_address_is_refused_before_a_connection_is_made(address: str) -> None:
    recorder = Recorder()
    assert problem_of("http://news.test/", [address], recorder) == "not-public"
    assert recorder.asked == []


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize("address", [address for address in PRIVATE if address not in ("::1", "127.0.0.1")])
def test_private_addresses_are_refused_where_other_networks_are_allowed(address: str) -> None:
    recorder = Recorder()
    networks = (ip_network("127.0.0.1/32"), ip_network("::1/128"), ip_network("192.168.7.0/24"))
    allowed = address in ("::ffff:127.0.0.1", "64:ff9b::7f00:1")
    assert problem_of("http://news.test/", [address], recorder, networks=networks) == (
        "unreachable" if allowed else "not-public"
    )
    assert recorder.asked == ([address] if allowed else [])


@pytest.mark.parametrize("first", [True, False])
def test_one_private_address_among_others_is_enough_to_refuse(first: bool) -> None:
    recorder = Recorder()
    allowed = ["127.0.0.1", "127.0.0.2"]
    found = ["10.0.0.1", *allowed] if first else [*allowed, "10.0.0.1"]
    assert problem_of("http://news.test/", found, recorder, networks=LOOPBACK) == "not-public"
    assert recorder.asked == []


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "127.1", "0x7f.1", "0x7f000001", "2130706433", "017700000001", "0177.0.0.1", "0", EVERYWHERE),
        *("[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "[0:0:0:0:0:0:0:1]"),
        *("127.0.0.1.", "１２７.0.0.1", "127。0。0。1", "①②⑦.0.0.1", "localhost"),
    ],
)
def test_every_way_to_write_this_machine_is_refused(host: str) -> None:
    """By the system's own resolver, which reads them as the old C functions did."""
    recorder = Recorder()
    with pytest.raises(FetchError) as caught:
        fetcher(networks=(), connect=recorder).fetch(f"http://{host}/")
    assert caught.value.problem == "not-public"
    assert recorder.asked == []


def test_a_name_is_looked_up_once_and_the_address_that_was_checked_is_connected_to() -> None:
    """A resolver that says something else each time changes nothing."""
    asked: list[str] = []
    connected: list[str] = []
    answers: Iterator[list[str]] = cycle([["127.0.0.1"], ["10.0.0.1"]])

    def rebinding(host: str, port: int) -> list[str]:  # noqa: ARG001
        asked.append(host)
        return next(answers)

    def recording(address: str, port: int, seconds: float) -> httpcore.NetworkStream:
        connected.append(address)
        return connect(address, port, seconds)

    with serving({"/": response(b"<p>Safe.")}) as site:
        fetching = fetcher(resolver=rebinding, connect=recording)
        assert fetching.fetch(site(host="news.test")).body == b"<p>Safe."
        assert site.requests[0].headers["host"] == f"news.test:{site.port}"
        assert (asked, connected) == (["news.test"], ["127.0.0.1"])
        with pytest.raises(FetchError, match="not-public"):
            fetching.fetch(site(host="news.test"))
    assert (len(asked), len(connected), len(site.requests)) == (2, 1, 1)


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
def test_a_redirect_to_a_private_address_is_refused(status: str) -> None:
    connected: list[str] = []

    def recording(address: str, port: int, seconds: float) -> httpcore.NetworkStream:
        connected.append(address)
        return connect(address, port, seconds)

    with serving({"/": redirect("http://0xa.1/", status)}) as site, pytest.raises(FetchError) as caught:
        fetcher(connect=recording).fetch(site())
    assert (caught.value.address, caught.value.problem) == (site(), "not-public")
    assert connected == ["127.0.0.1"]


def test_an_address_of_this_machine_is_told_from_others() -> None:
    assert is_own(ip_address("127.0.0.1"))
    assert not is_own(ip_address("127.0.0.2"))


def test_the_next_address_is_tried_where_one_does_not_answer() -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    with serving({"/": response()}) as site:
        tried: list[str] = []

        def recording(address: str, port_asked: int, seconds: float) -> httpcore.NetworkStream:
            tried.append(address)
            return connect(address, port_asked if address == "127.0.0.1" else port, seconds)

        found = ["127.0.0.9", "127.0.0.1"]
        assert fetcher(resolver=lambda *_: found, connect=recording).fetch(site(host="news.test")).status == 200
    assert tried == found


def test_only_so_many_addresses_are_tried() -> None:
    recorder = Recorder()
    found = [f"127.0.0.{last}" for last in range(1, 100)]
    assert problem_of("http://news.test/", found, recorder, networks=LOOPBACK) == "unreachable"
    assert recorder.asked == found[:4]


@given(st.ip_addresses())
def test_what_is_public_can_be_reached_from_anywhere(address: IPv4Address | IPv6Address) -> None:
    if is_public(address):
        assert not (address.is_private or address.is_loopback or address.is_link_local or address.is_multicast)
        assert not (address.is_reserved or address.is_unspecified)


@given(st.ip_addresses(v=4))
def test_an_address_inside_of_another_counts_as_itself(address: IPv4Address) -> None:
    if is_public(address):
        return
    for outer in (f"::ffff:{address}", str(NAT64[int(address)])):
        assert problem_of("http://news.test/", [outer], Recorder()) == "not-public"
