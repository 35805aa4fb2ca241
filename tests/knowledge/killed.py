"""A process that changes a coverage until it is killed; started with a `Task` for each line of standard input, so that
what takes long to load is loaded once.

Each change is told on standard output before it is begun and after it is done, as a line of JSON.
"""

from __future__ import annotations

import gc
import json
import os
import random
import re
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from knowledge import Added, Article, Coverage
from knowledge.following.entries import FeedDocument
from knowledge.following.parsing import parse_feed
from knowledge.following.poller import Poller
from knowledge.following.reader import Reader
from knowledge.reading.web.pages import read_page
from knowledge.storage.feeds import Feeds
from tests.knowledge.fetching.sites import fetcher
from tests.knowledge.following.feeds_made import page, rss, story

PORTS = ("Kithnos", "Naxos", "Paros", "Milos", "Samos", "Chios")

State = dict[str, int | None]
"""Which version there is of each article, by its name; None for one that is taken away."""


class Task(NamedTuple):
    """What to do with a data directory: change it in ways picked by a seed, poll first, or poll once and end.

    `day` is counted from a day on which feeds were polled first.
    """

    data: str
    seed: int
    kind: Literal["change", "poll", "finish"] = "change"
    day: int = 0


def article(name: str, version: int) -> Article:
    """Version `version` of an article."""
    port = PORTS[version % len(PORTS)]
    text = f"The ferry {name} sailed to {port} on Friday. It carried {100 + version} passengers and {name} cargo."
    return Article(id=name, text=text, title=f"Ferry {name}", publisher="Post", url=f"https://a.example/{name}")


def name_of(article: Article) -> str:
    """The name of an article; of one that a feed brought, the path of its address."""
    return urlsplit(article.url or "").path if is_polled(article) else article.id


def version_of(article: Article) -> int:
    """The version of an article."""
    [passengers] = re.findall(r"(\d+) passengers", article.text)
    return int(passengers) - 100


def is_polled(article: Article) -> bool:
    """Whether a feed brought it."""
    return "127.0.0.1" in (article.url or "")


def change(coverage: Coverage, chance: random.Random) -> None:
    """Make one change that is picked at random, and tell of it."""
    known = [article.id for article in coverage.articles() if not is_polled(article)]
    kind = chance.choice(["add", "add", "update", "remove", "rebuild"]) if len(known) > 2 else "add"
    if kind == "rebuild":
        coverage.rebuild()
        return
    if kind == "remove":
        wanted: State = dict.fromkeys(chance.sample(known, chance.randint(1, min(3, len(known)))))
    else:
        names = chance.sample(known, 1) if kind == "update" else [f"Aurelia{chance.randrange(10**6)}" for _ in range(2)]
        wanted = {name: chance.randrange(1, 900) for name in names}
    tell("begun", wanted)
    if kind == "remove":
        coverage.remove(list(wanted))
    else:
        coverage.add([article(name, version) for name, version in wanted.items() if version is not None])
    tell("done", wanted)


class ReaderHere(Reader):
    """Reads in this process, since another one would take longer to start than this one lives."""

    def read(self, data: bytes, address: str, charset: str | None = None) -> FeedDocument:
        return parse_feed(data, address, charset)


def poll(coverage: Coverage, day: int) -> None:
    """Poll the feed that is followed, and tell of it, and of the articles that are stored."""
    feeds = Feeds(coverage.place / "feeds.db")

    def add(articles: Sequence[Article], source: str) -> Added:
        wanted: State = {name_of(article): version_of(article) for article in articles}
        tell("begun", wanted)
        added = coverage.add(articles, source=source)
        tell("done", wanted)
        return added

    tell("polling", {})
    [feed] = feeds.feeds()
    Poller(feeds, fetcher(), ReaderHere(), add, batch=2).poll(feed, datetime(2020, 1, 1, tzinfo=UTC) + timedelta(day))
    tell("polled", {})


def tell(state: str, wanted: State) -> None:
    """Tell how far a change is."""
    os.write(1, (json.dumps([state, wanted]) + "\n").encode())


def warm_up() -> None:
    """Load what the changes need."""
    body = page(text=story()).partition(b"\r\n\r\n")[2]
    parse_feed(rss(), "https://a.example/feed")
    with TemporaryDirectory() as folder, Coverage.open(folder, seeds=False) as coverage:
        coverage.add(read_page(body, "https://a.example/0"))
        for number in range(3):
            coverage.add(article("Aurelia", number))
        coverage.remove(["Aurelia"])
        coverage.rebuild()


def work(task: Task) -> None:
    """Do a task; all but the last kind end only when the process is killed."""
    chance = random.Random(task.seed)  # noqa: S311
    with Coverage.open(Path(task.data), seeds=False) as coverage:
        if task.kind != "change":
            poll(coverage, task.day)
        while task.kind != "finish":
            change(coverage, chance)


def main() -> None:
    """Start a process for each line; tell its number first."""
    warm_up()
    gc.freeze()  # else each process would copy all of it to look through it
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            os.write(1, f"{os.getpid()}\n".encode())
            work(Task(*json.loads(line)))
            os._exit(0)
        os.waitpid(child, 0)
        os.write(1, b"end\n")


if __name__ == "__main__":
    main()
