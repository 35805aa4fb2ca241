"""`factbox feeds` and `factbox add` of addresses, as a process, with sites on the loopback interface."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from bot.following import feeds_of
from knowledge import Coverage, FetchError
from knowledge.following.opml import Outline, read_opml
from knowledge.storage.feeds import FAILING, Feeds
from tests.conftest import Factbox, Outcome, Writer
from tests.knowledge.fetching.sites import Answer, redirect, response, serving, silent
from tests.knowledge.following.feeds_made import feed, item, page, story

LOOPBACK = {"FACTBOX_NETWORKS": "127.0.0.0/8"}
OPML = """<opml version="2.0"><body>
<outline text="Times" xmlUrl="{}"/><outline text="News"><outline text="Post" xmlUrl="{}"/></outline>
</body></opml>"""


Run = Callable[..., Outcome]


@pytest.fixture
def run(factbox: Factbox, own_data: Path) -> Run:
    """Run the command with a data directory of its own, allowed to fetch from this machine."""

    def run(*arguments: str | Path) -> Outcome:
        return factbox(*arguments, "--data", own_data, environment=LOOPBACK)

    return run


@pytest.fixture
def feeds(own_data: Path) -> Feeds:
    """The feeds that are followed there."""
    return feeds_of(own_data)


@pytest.mark.slow
def test_a_feed_is_found_followed_polled_listed(run: Run, own_data: Path) -> None:
    answers = {
        "/": page(head='<link rel="alternate" type="application/rss+xml" href="/feed">'),
        "/feed": feed(item("/a", date="Fri, 14 Jun 2019 10:00:00 GMT"), item("/gone")),
        "/a": page("Ferry sinks"),
    }
    with serving(answers) as site:
        followed = run("feeds", "add", site("/"), site("/feed"))
        assert (followed.status, followed.err) == (0, "")
        first, second = followed.out.splitlines()
        assert first.startswith(f"Following Island Post ({site('/feed')}), which lists 2 articles.")
        assert "is followed already" in second
        polled = run("feeds", "poll")
        assert polled.status == 0
        assert polled.err.startswith(f"factbox: Island Post: {site('/gone')}: there is no such page (404).")
        assert polled.err.count("\n") == 1
        assert polled.out.splitlines() == [
            "Island Post: 1 new article, 0 updated. 1 article could not be read.",
            "Polled 1 feed: 1 new, 0 updated.",
        ]
        with Coverage.open(own_data) as coverage:
            assert "Kithnos" in coverage.ask("Where did the ferry Aurelia sink?").facts[0].sentence.text
        site.requests.clear()
        assert "0 new articles" in run("feeds", "poll", "--all").out
        assert "/a" not in site.paths
        [listed] = json.loads(run("feeds", "list", "--json").out)
        assert (listed["address"], listed["title"], listed["articles"]) == (site("/feed"), "Island Post", 1)
        assert (listed["problem"], listed["stopped"]) == (None, False)


@pytest.mark.slow
def test_feeds_that_fail_are_named_and_the_others_are_polled(run: Run, feeds: Feeds) -> None:
    now = datetime.now(UTC)
    with serving({"/feed": feed(title="Harbour News")}) as site:
        for number, path in enumerate(("/gone", "/long", "/feed", "/later")):
            feeds.follow(site(path), f"Post {number}", None, now + timedelta(days=number // 3))
        long = feeds.feed(site("/long"))
        assert long
        feeds.failed(long, FetchError(long.address, "busy"), now, now - FAILING, stopped=False)
        polled = run("feeds", "poll")
        assert polled.status == 1
        gone, failing = sorted(polled.err.splitlines())
        assert gone.startswith(f"factbox: Post 0: {site('/gone')}: ")
        assert "for a week" not in gone
        assert f"It has failed for a week and more, since {now - FAILING:%Y-%m-%d}" in failing
        assert "Harbour News: 0 new articles" in polled.out
        listed = run("feeds", "list").out
        assert f"fails since {now - FAILING:%Y-%m-%d}" in listed
        assert f"fails since {now:%Y-%m-%d}" in listed
        assert "not polled yet" in listed


@pytest.mark.slow
def test_lists_of_feeds_go_in_and_out(run: Run, feeds: Feeds, write_file: Writer, tmp_path: Path) -> None:
    feeds.follow("https://times.example/feed", "Times", "https://times.example/", datetime.now(UTC))
    given = write_file("list.opml", OPML.format("https://times.example/feed", "https://post.example/feed"))
    assert "1 more feed; 1 followed already" in run("feeds", "import", given).out
    written = tmp_path / "out.opml"
    assert run("feeds", "export", written).status == 0
    assert run("feeds", "export", "-").out.encode() == run("feeds", "export").out.encode() == written.read_bytes()
    assert read_opml(written.read_bytes(), "") == [
        Outline("https://post.example/feed", "Post", None),
        Outline("https://times.example/feed", "Times", "https://times.example/"),
    ]
    assert "OPML" in run("feeds", "import", write_file("bad.opml", "<rss/>")).complaint


@pytest.mark.slow
def test_a_pipe_that_is_named_gets_the_list_and_stays_a_pipe(run: Run, feeds: Feeds, tmp_path: Path) -> None:
    feeds.follow("https://times.example/feed", "Times", None, datetime.now(UTC))
    os.mkfifo(pipe := tmp_path / "pipe")
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run("feeds", "export", pipe).status == 0
        assert b"https://times.example/feed" in os.read(reading, 65_536)
    finally:
        os.close(reading)
    assert pipe.is_fifo()
    assert str(tmp_path / "none" / "list.opml:") in run("feeds", "export", tmp_path / "none" / "list.opml").complaint
    assert "directory" in run("feeds", "export", "").complaint


@pytest.mark.slow
def test_a_feed_is_followed_no_more(run: Run, feeds: Feeds) -> None:
    feeds.follow("https://post.example/feed", "Post", None, datetime.now(UTC))
    removed = run("feeds", "remove", "post.example/feed", "https://times.example/feed")
    assert removed.status == 1
    assert "post.example/feed is followed no more" in removed.out
    assert "https://times.example/feed isn't followed" in removed.err
    assert "No feed is due" in run("feeds", "poll").out
    assert "No feed is followed" in run("feeds", "list").err


@pytest.mark.parametrize("command", [["feeds", "add"], ["add"]])
def test_addresses_that_are_not_public_are_refused_unless_they_are_allowed(
    factbox: Factbox, seeded: Path, command: list[str]
) -> None:
    assert "127.0.0.1" in factbox(*command, "http://127.0.0.1:9/feed", "--data", seeded).complaint


def test_two_do_not_poll_at_once(run: Run, own_data: Path) -> None:
    with FileLock(own_data / "feeds.lock"):
        assert "Another process" in run("feeds", "poll").complaint


@pytest.mark.slow
@pytest.mark.parametrize("path", ["/feed", "/a"])
def test_an_interrupt_ends_a_poll_without_a_word(factbox: Factbox, own_data: Path, feeds: Feeds, path: str) -> None:
    def heed() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell has it ignored by what it runs in the background

    answers: dict[str, Answer] = {
        "/feed": feed(item("/a")),
        path: silent,
        "/robots.txt": response(b"", kind="text/plain"),
    }
    with serving(answers) as site:
        feeds.follow(site("/feed"), "Post", None, datetime.now(UTC))
        options: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "start_new_session": True}
        start = ("feeds", "poll", "--data", own_data)
        with factbox.start(*start, environment=LOOPBACK, preexec_fn=heed, **options) as process:
            while path not in site.paths:
                assert process.poll() is None
                time.sleep(0.01)
            os.killpg(process.pid, signal.SIGINT)  # as a terminal does
            assert process.communicate(timeout=30) == (b"", b"")
            assert process.returncode == 130


@pytest.mark.slow
def test_pages_and_texts_are_added_by_their_addresses(run: Run, own_data: Path) -> None:
    answers = {
        "/moved": redirect("/a"),
        "/a": page("Ferry sinks"),
        "/b": page("Ferry sinks"),
        "/text": response(f"Harbour closed\n\n{story('Syros', 90)}\n".encode(), kind="text/plain; charset=utf-8"),
        "/feed": feed(item("/a")),
    }
    with serving(answers) as site:
        added = run("add", site("/moved"), site("/text"), site("/feed"), site("/gone"), "ftp://post.example/a")
        assert added.status == 1
        assert "ftp://post.example/a: that is not the address of a page" in added.err
        assert added.out.startswith("Added 2 articles")
        assert f"{site('/feed')}: that is a feed" in added.err
        assert f"{site('/gone')}: " in added.err
        again = run("add", site("/b")).out.splitlines()
    with Coverage.open(own_data) as coverage:
        [article] = [article for article in coverage.articles() if article.url == site("/a")]
    assert again[1:] == ["Already there: 1.", f"  {article.id}  Ferry sinks"]
