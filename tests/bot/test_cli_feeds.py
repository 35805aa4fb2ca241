"""`factbox feeds` and `factbox add` of addresses, as a process, with sites on the loopback interface."""

from __future__ import annotations

import json
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from tests.conftest import Factbox, Outcome, Writer
from tests.knowledge.fetching.sites import redirect, response, serving, silent
from tests.knowledge.following.feeds_made import feed, item, page, story

LOOPBACK = {"FACTBOX_NETWORKS": "127.0.0.0/8"}
OPML = '<opml version="2.0"><body><outline text="News"><outline text="Post" xmlUrl="{}"/></outline></body></opml>'


Run = Callable[..., Outcome]


@pytest.fixture
def run(factbox: Factbox, own_data: Path) -> Run:
    """Run the command with a data directory of its own, allowed to fetch from this machine."""

    def run(*arguments: str | Path) -> Outcome:
        return factbox(*arguments, "--data", own_data, environment=LOOPBACK)

    return run


@pytest.mark.slow
def test_a_feed_is_found_followed_polled_listed_and_taken_away(run: Run) -> None:
    answers = {
        "/": page(head='<link rel="alternate" type="application/rss+xml" href="/feed">'),
        "/feed": feed(item("/a", date="Fri, 14 Jun 2019 10:00:00 GMT"), item("/gone")),
        "/a": page("Ferry sinks"),
    }
    with serving(answers) as site:
        followed = run("feeds", "add", site("/"))
        assert (followed.status, followed.err) == (0, "")
        assert followed.out.startswith(f"Following Island Post ({site('/feed')}), which lists 2 articles.")
        assert "is followed already" in run("feeds", "add", site("/feed")).out
        polled = run("feeds", "poll")
        assert (polled.status, polled.err) == (0, "")
        assert polled.out.splitlines() == [
            "Island Post: 1 new article, 0 updated. 1 article could not be read.",
            "Polled 1 feed: 1 new, 0 updated.",
        ]
        assert "Kithnos" in run("ask", "Where did the ferry Aurelia sink?").out
        site.requests.clear()
        assert "0 new articles" in run("feeds", "poll", "--all").out
        assert "/a" not in site.paths
        [listed] = json.loads(run("feeds", "list", "--json").out)
        assert (listed["address"], listed["title"], listed["articles"]) == (site("/feed"), "Island Post", 1)
        assert (listed["problem"], listed["stopped"]) == (None, False)


@pytest.mark.slow
def test_a_feed_that_fails_is_named_and_the_others_are_polled(run: Run, write_file: Writer) -> None:
    with serving({"/feed": feed(title="Harbour News")}) as site:
        for number, address in enumerate((site("/gone"), site("/feed"))):
            assert "1 more feed;" in run("feeds", "import", write_file(f"{number}.opml", OPML.format(address))).out
        polled = run("feeds", "poll")
        assert polled.status == 1
        assert polled.err.startswith(f"factbox: Post: {site('/gone')}: ")
        assert "for a week" not in polled.err
        assert "Harbour News: 0 new articles" in polled.out
        assert "fails since" in run("feeds", "list").out


@pytest.mark.slow
def test_lists_of_feeds_go_in_and_out(run: Run, write_file: Writer, tmp_path: Path) -> None:
    given = write_file("list.opml", OPML.format("https://post.example/feed"))
    assert "1 more feed; 0 followed already" in run("feeds", "import", given).out
    written = tmp_path / "out.opml"
    assert run("feeds", "export", written).status == 0
    assert "0 more feeds; 1 followed already" in run("feeds", "import", written).out
    assert "not polled yet" in run("feeds", "list").out
    assert "OPML" in run("feeds", "import", write_file("bad.opml", "<rss/>")).complaint


@pytest.mark.slow
def test_a_feed_is_followed_no_more(run: Run, write_file: Writer) -> None:
    run("feeds", "import", write_file("list.opml", OPML.format("https://post.example/feed")))
    assert "no more" in run("feeds", "remove", "post.example/feed").out
    assert "isn't followed" in run("feeds", "remove", "https://post.example/feed").complaint
    assert "No feed is due" in run("feeds", "poll").out
    assert "No feed is followed" in run("feeds", "list").err


def test_addresses_that_are_not_public_are_refused_unless_they_are_allowed(factbox: Factbox, seeded: Path) -> None:
    for command in (["feeds", "add"], ["add"]):
        outcome = factbox(*command, "http://127.0.0.1:9/feed", "--data", seeded)
        assert "127.0.0.1" in outcome.complaint


def test_two_do_not_poll_at_once(run: Run, own_data: Path) -> None:
    with FileLock(own_data / "feeds.lock"):
        assert "Another process" in run("feeds", "poll").complaint


@pytest.mark.slow
def test_an_interrupt_ends_a_poll_without_a_word(
    run: Run, factbox: Factbox, own_data: Path, write_file: Writer
) -> None:
    def heed() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell has it ignored by what it runs in the background

    with serving({"/feed": silent, "/robots.txt": response(b"", kind="text/plain")}) as site:
        run("feeds", "import", write_file("list.opml", OPML.format(site("/feed"))))
        pipes: dict[str, Any] = dict.fromkeys(("stdout", "stderr"), subprocess.PIPE)
        start = ("feeds", "poll", "--data", own_data)
        with factbox.start(*start, environment=LOOPBACK, preexec_fn=heed, **pipes) as process:
            while not site.requests:
                assert process.poll() is None
            process.send_signal(signal.SIGINT)
            assert process.communicate(timeout=30) == (b"", b"")
            assert process.returncode == 130


@pytest.mark.slow
def test_pages_and_texts_are_added_by_their_addresses(run: Run) -> None:
    answers = {
        "/moved": redirect("/a"),
        "/a": page("Ferry sinks"),
        "/text": response(f"Harbour closed\n\n{story('Syros', 90)}\n".encode(), kind="text/plain; charset=utf-8"),
        "/feed": feed(item("/a")),
    }
    with serving(answers) as site:
        added = run("add", site("/moved"), site("/text"), site("/feed"), site("/gone"))
        assert added.status == 1
        assert added.out.startswith("Added 2 articles")
        assert f"{site('/feed')}: that is a feed" in added.err
        assert f"{site('/gone')}: " in added.err
        assert site("/a") in run("articles").out
