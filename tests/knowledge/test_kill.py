"""Whatever is done when a process is killed: nothing acknowledged is lost, and nothing is half there."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge import Article, Coverage
from knowledge.answering.answers import answer
from knowledge.answering.strength import THRESHOLD
from knowledge.following.parsing import parse_feed
from knowledge.search.building import build
from knowledge.search.index import Index
from knowledge.search.segment import Segment
from knowledge.storage.feeds import Feeds
from tests.forking import ALONE, ROOT
from tests.knowledge.fetching.sites import Answer, Site, response, serving
from tests.knowledge.following.feeds_made import item, page, rss, story
from tests.knowledge.killed import PORTS, State, Task, article, is_polled, name_of, version_of

KILLS = 50
"""In each of the tests, of which there are four."""
KILLS_IN_POLLS = 12
"""Of these at least."""
MOST_TOLD = 4
"""Lines that are told at most before a process is killed, some moments later."""
LONGEST = 0.04
"""Seconds of these moments: about what a change takes."""
REST = 50
"""Days between two polls, so that no entry rests."""
QUESTIONS = (*(f"Which ferry sailed to {port}?" for port in PORTS[:3]), "How many passengers? Aurelia77 carried")
ALL_QUESTIONS = 10
"""Kills after which all questions are asked; after the others, one."""

Changing = subprocess.Popen[bytes]


@pytest.fixture(scope="module")
def changing() -> Iterator[Changing]:
    command = [sys.executable, "-m", "tests.knowledge.killed"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ, **ALONE}, **pipes) as process:  # type: ignore[call-overload]
        yield process
        process.stdin.close()


@dataclass
class Post:
    """A site with a feed, in which articles appear and change. `entries` tell of which article each version is."""

    site: Site
    answers: dict[str, Answer]
    articles: dict[str, int] = field(default_factory=dict)
    entries: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)

    def publish(self, chance: random.Random) -> None:
        """Add an article or two, and change one."""
        for _ in range(chance.randint(1, 2)):
            self._write(f"/{len(self.articles)}")
        self._write(chance.choice([*self.articles]))
        feed = rss(*(item(path, guid=path, text=f"Version {version}") for path, version in self.articles.items()))
        self.answers["/feed"] = response(feed, kind="application/rss+xml")
        for entry in parse_feed(feed, self.site("/feed")).entries:
            path = (entry.address or "").removeprefix(self.site(""))
            self.entries[entry.key, entry.version] = (path, self.articles[path])

    def _write(self, path: str) -> None:
        version = self.articles[path] = self.articles.get(path, 0) + 1
        self.answers[path] = page(f"Story {path}", story(f"Island{path[1:]}", 100 + version))


@dataclass
class Told:
    """What a process told until it was killed: what it had done, what it had begun, and whether it was polling."""

    done: State
    begun: State = field(default_factory=dict)
    polling: bool = False

    def take(self, line: bytes) -> None:
        if not line.endswith(b"]\n"):  # cut off
            return
        state, wanted = json.loads(line)
        self.polling = state == "polling" or (self.polling and state != "polled")
        self.done |= wanted if state == "done" else {}
        self.begun = wanted if state == "begun" else {}


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_killed_at_any_moment(changing: Changing, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    feeds = Feeds(tmp_path / "feeds.db")
    answers: dict[str, Answer] = {}
    kept: State = {}
    kills = kills_in_polls = 0
    with serving(answers) as site:
        post = Post(site, answers)
        feeds.follow(site("/feed"), "", None, datetime(2020, 1, 1, tzinfo=UTC))
        while kills < KILLS or kills_in_polls < KILLS_IN_POLLS:
            polling = kills % 3 == 0
            if polling:
                post.publish(chance)
            task = Task(str(tmp_path), chance.randrange(10**6), "poll" if polling else "change", REST * kills)
            told = killed(changing, task, chance, kept)
            kept = dict(assert_whole(tmp_path, told, kills))
            assert_marked_is_there(feeds, post, kept)
            kills += 1
            kills_in_polls += told.polling
        told = finished(changing, Task(str(tmp_path), 0, "finish", REST * kills), kept)
        assert {name: version for name, version in told.done.items() if name in post.articles} == post.articles
        assert_whole(tmp_path, told, 0)
    assert feeds.feeds()[0].articles == len(post.articles)
    assert kept.keys() - post.articles


def killed(changing: Changing, task: Task, chance: random.Random, kept: State) -> Told:
    """Let a process work, kill it, and give what it told."""
    told = Told(dict(kept))
    number = start(changing, task)
    for _ in range(chance.randint(0, MOST_TOLD)):
        told.take(read(changing))
    time.sleep(chance.uniform(0, LONGEST))
    os.kill(number, signal.SIGKILL)
    return ended(changing, told)


def finished(changing: Changing, task: Task, kept: State) -> Told:
    """Let a process do its work to the end."""
    start(changing, task)
    return ended(changing, Told(dict(kept)))


def start(changing: Changing, task: Task) -> int:
    assert changing.stdin
    changing.stdin.write(json.dumps(task).encode() + b"\n")
    changing.stdin.flush()
    return int(read(changing))


def read(changing: Changing) -> bytes:
    assert changing.stdout
    line = changing.stdout.readline()
    assert line, "the process ended by itself"
    return line


def ended(changing: Changing, told: Told) -> Told:
    while (line := read(changing)) != b"end\n":
        told.take(line)
    return told


def assert_whole(data: Path, told: Told, number: int) -> dict[str, int]:
    """What is there is what was told, and its answers are those of an index built afresh; return it."""
    with Coverage.open(data, seeds=False) as coverage:
        records = list(coverage.history.records())
        found = versions([one for one, _ in records], coverage)
        assert found in (present(told.done), present({**told.done, **told.begun})), number
        fresh = Index([Segment(build(records))] if records else [])
        every = number % ALL_QUESTIONS == 0
        for question in QUESTIONS if every else [QUESTIONS[number % len(QUESTIONS)]]:
            assert coverage.ask(question) == answer(question, fresh, None, 5, THRESHOLD)
    return found


def present(state: State) -> dict[str, int]:
    return {name: version for name, version in state.items() if version is not None}


def versions(stored: Sequence[Article], coverage: Coverage) -> dict[str, int]:
    """The version of each article stored, each there once, and the same in the index."""
    assert sorted(stored, key=lambda one: one.id) == sorted(coverage.articles(), key=lambda one: one.id)
    found = {name_of(one): version_of(one) for one in stored}
    assert len(found) == len(stored)
    assert [one for one in stored if not is_polled(one)] == [
        article(name, version) for name, version in found.items() if not name.startswith("/")
    ]
    return found


def assert_marked_is_there(feeds: Feeds, post: Post, found: State) -> None:
    """Entries count as read only where their articles are stored."""
    for key, state in feeds.entries(feeds.feeds()[0]).items():
        path, version = post.entries[key, state.version]
        assert (found.get(path) or 0) >= version
