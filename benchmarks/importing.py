"""How fast coverage grows: an import as a process, then single articles while questions are asked.

    pip install -e '.[dev,benchmarks]' && python -m benchmarks.importing [--articles 30000]

Told are sentences a second from the file to searchable; the most memory that the process and its helpers had, their
shared pages counted for each; how long one article takes until it is found; and how long questions take with and
without articles being added.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles
from threading import Event, Thread

import psutil

from benchmarks.text import articles
from knowledge import Article, Coverage

ADDED = 20
QUESTIONS = 300
ADDING = """
import sys, time
from benchmarks.importing import single_articles
from knowledge import Coverage
with Coverage.open(sys.argv[1]) as coverage:
    for article in single_articles(int(sys.argv[2])):
        began = time.perf_counter()
        coverage.add(article)
        print(time.perf_counter() - began, flush=True)
        time.sleep(0.2)
"""


def main() -> None:
    """Measure, and print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=30_000)
    count = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as folder:
        data, file = Path(folder) / "data", Path(folder) / "articles.jsonl"
        write(file, count)
        import_file(data, file)
        with Coverage.open(data, seeds=False) as coverage:
            ask_and_add(coverage, data, count)


def write(file: Path, count: int) -> None:
    """Write made-up articles, one a line."""
    with file.open("w", encoding="utf-8") as lines:
        for article in articles(count):
            fields = {"title": article.title, "publisher": article.publisher, "date": str(article.published)}
            lines.write(json.dumps({**fields, "url": article.url, "text": article.text}) + "\n")


def import_file(data: Path, file: Path) -> None:
    """Add the file by the command line."""
    command = [sys.executable, "-m", "bot", "add", str(file), "--data", str(data), "--no-seeds"]
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process, watched(process.pid) as most:  # noqa: S603
        process.wait()
    seconds = time.perf_counter() - began
    with Coverage.open(data, seeds=False) as coverage:
        sentences = coverage.overview().sentences
    print(f"import: {sentences:,} sentences in {seconds:.0f} s: {sentences / seconds:,.0f} a second")
    print(f"        at most {most[0] / 1e6:,.0f} MB")


@contextmanager
def watched(process_id: int) -> Iterator[list[int]]:
    """The most bytes that a process and its helpers have had, as the one item of a list."""
    most, ended = [0], Event()

    def watch() -> None:
        process = psutil.Process(process_id)
        while not ended.wait(0.2):
            try:
                all_of_them = [process, *process.children(recursive=True)]
                most[0] = max(most[0], sum(one.memory_info().rss for one in all_of_them))
            except psutil.Error:
                continue

    thread = Thread(target=watch)
    thread.start()
    try:
        yield most
    finally:
        ended.set()
        thread.join()


def ask_and_add(coverage: Coverage, data: Path, count: int) -> None:
    """Ask while nothing is added, then while a process adds one article after the other."""
    texts = [sentence.text for article in articles(60) for sentence in coverage.sentences(article.id)[:8]]
    questions = [f"What about {' '.join(text.split()[2:9])}?" for text in texts]
    coverage.warm_up()
    ask(coverage, questions)
    usual = ask(coverage, questions)
    command = [sys.executable, "-c", ADDING, str(data), str(count)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        meanwhile = ask(coverage, questions, lambda: process.poll() is None)
        assert process.stdout
        added = [float(line) for line in process.stdout]
    tell("questions, nothing added", usual)
    tell("questions, articles added meanwhile", meanwhile)
    tell("an article, from given to searchable and merged", added)


def ask(coverage: Coverage, questions: Sequence[str], until: Callable[[], bool] | None = None) -> list[float]:
    """Ask the questions once, or again and again; the seconds that each takes."""
    seconds = list[float]()
    for number, question in enumerate(cycle(questions)):
        if number >= QUESTIONS and not (until and until()):
            return seconds
        began = time.perf_counter()
        coverage.ask(question)
        seconds.append(time.perf_counter() - began)
    return seconds


def single_articles(after: int) -> Iterator[Article]:
    """Further articles than the first so many."""
    addresses = (f"https://news.example/{after + number}" for number in range(ADDED))
    return (replace(one, id="", url=url) for one, url in zip(articles(ADDED, seed=2), addresses, strict=True))


def tell(what: str, seconds: Sequence[float]) -> None:
    """Print the median and the 99th percentile."""
    most = quantiles(seconds, n=100)[-1] if len(seconds) > 1 else seconds[0]
    print(f"{what}: median {median(seconds) * 1e3:.1f} ms, 99 % {most * 1e3:.1f} ms, {len(seconds)} times")


if __name__ == "__main__":
    main()
