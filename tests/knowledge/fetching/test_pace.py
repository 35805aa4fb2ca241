"""One request at a time and one a second to a host."""

from __future__ import annotations

import socket
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Lock

import pytest

from knowledge import FetchError
from knowledge.fetching.pace import MANY, Pace
from tests.knowledge.fetching.sites import fetcher, redirect, response, serving


class Clock:
    """A clock that goes on only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 50.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.slept.append(seconds)


def test_requests_to_a_host_begin_a_second_apart_redirects_and_failures_too() -> None:
    clock = Clock()
    with serving({"/a": redirect("/b"), "/b": response()}) as site:
        fetching = fetcher(pace=1.0, clock=clock, sleep=clock.sleep)
        fetching.fetch(site("/a"))
        assert clock.slept == [1.0]
        with pytest.raises(FetchError):
            fetching.fetch(site("/nothing"))
        assert clock.slept == [1.0, 1.0]
        clock.now += 0.75
        fetching.fetch(site("/b"))
        assert clock.slept == [1.0, 1.0, 0.25]
        clock.now += 5
        fetching.fetch(site("/b"))
    assert clock.slept == [1.0, 1.0, 0.25]


def test_other_hosts_need_not_wait() -> None:
    clock = Clock()
    with serving({"/": response()}) as site:
        fetching = fetcher(pace=1.0, clock=clock, sleep=clock.sleep, resolver=lambda *_: ["127.0.0.1"])
        for host in ("a.test", "b.test", "A.TEST.", "b.test"):
            fetching.fetch(site(host=host))
    assert clock.slept == [1.0]  # by then a second has passed for b.test too


def test_the_waiting_does_not_count() -> None:
    clock = Clock()
    with serving({"/": response()}) as site:
        fetching = fetcher(pace=25.0, seconds=20.0, clock=clock, sleep=clock.sleep)
        fetching.fetch(site())
        assert fetching.fetch(site()).status == 200
    assert clock.slept == [25.0]


def test_threads_take_turns_at_a_host() -> None:
    counting, at_once, most = Lock(), 0, 0

    def answer(connection: socket.socket) -> None:
        nonlocal at_once, most
        with counting:
            at_once += 1
            most = max(most, at_once)
        Event().wait(0.01)
        with counting:
            at_once -= 1
        connection.sendall(response())

    with serving({"/": answer}) as site, ThreadPoolExecutor(8) as threads:
        fetching = fetcher()
        assert {fetched.status for fetched in threads.map(fetching.fetch, [site()] * 16)} == {200}
    assert (most, len(site.requests)) == (1, 16)


def test_hosts_that_were_not_asked_of_late_are_forgotten() -> None:
    clock = Clock()
    pace = Pace(1.0, clock, clock.sleep)
    for number in range(2 * MANY):
        with pace.turn(f"{number}.test"):
            clock.now += 1
    assert len(pace._lanes) <= MANY + 1
    with pace.turn(f"{2 * MANY - 1}.test", 9.0):
        assert clock.slept == [8.0]
