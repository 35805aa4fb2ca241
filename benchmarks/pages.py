"""Reading a web page, beside trafilatura alone with the same options and its metadata.

    pip install -e '.[dev]' && python -m benchmarks.pages [--rounds 20]

The pages are those of the tests, as they are and with ten times as much around the article, as newspapers have it. Both
readers take turns on each page; the times are the medians of CPU time.
"""

from __future__ import annotations

import argparse
import logging
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from trafilatura import bare_extraction

from knowledge.reading.web.pages import read_page

PAGES = sorted((Path(__file__).parents[1] / "tests" / "knowledge" / "reading" / "pages").glob("*.html"))
ADDRESS = "https://news.example/article"
MENU = b"".join(
    b'<div class="menu"><ul><li><a class="link" href="/a/%d"><span>Part %d of the site</span></a></li></ul>'
    b"<script>window.parts = window.parts || []; window.parts.push({part: %d});</script></div>"
    % (number, number, number)
    for number in range(400)
)


def main() -> None:
    """Measure both, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20, help="of each page")
    rounds = parser.parse_args().rounds
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    pages = [page.read_bytes() for page in PAGES]
    print("| pages | trafilatura ms | factbox ms | ratio |\n|---|---|---|---|")
    for name, all_pages in {"small": pages, "large": [_with_menus(page) for page in pages]}.items():
        times = [_times(page, rounds) for page in all_pages]
        bare, ours = (sum(column) / len(times) for column in zip(*times, strict=True))
        print(f"| {name} | {1000 * bare:.1f} | {1000 * ours:.1f} | {ours / bare:.2f} |", flush=True)


def _with_menus(page: bytes) -> bytes:
    before, body, after = page.lower().partition(b"<body")
    start = len(before) + len(body) + after.index(b">") + 1
    return page[:start] + MENU + page[start:]


def _times(page: bytes, rounds: int) -> tuple[float, float]:
    took: list[tuple[float, float]] = [
        (_took(lambda: _bare(page)), _took(lambda: read_page(page, ADDRESS))) for _ in range(rounds + 1)
    ]
    bare, ours = zip(*took[1:], strict=True)  # the first round loads what is loaded once
    return statistics.median(bare), statistics.median(ours)


def _bare(page: bytes) -> object:
    return bare_extraction(page, url=ADDRESS, fast=True, include_comments=False, with_metadata=True)


def _took(read: Callable[[], object]) -> float:
    start = time.process_time()
    assert read() is not None, "a page was not read"
    return time.process_time() - start


if __name__ == "__main__":
    main()
