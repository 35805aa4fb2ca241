"""Pages of different make-up, with the article that is known to be on each."""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from knowledge.models import Article
from knowledge.reading.plain import sentences_of
from knowledge.reading.web.pages import read_page

PAGES = sorted((Path(__file__).parents[1] / "pages").glob("*.html"))
FLOOR = 0.95
TODAY = date(2025, 1, 1)


def known(page: Path) -> dict[str, Any]:
    truth: dict[str, Any] = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    return truth


def read(page: Path) -> Article:
    return read_page(page.read_bytes(), known(page)["address"], today=TODAY)


def f1(found: str, truth: str) -> float:
    """The harmonic mean of precision and recall of words."""
    words, true = (Counter(re.findall(r"\w+", text)) for text in (found, truth))
    return 2 * sum((words & true).values()) / (sum(words.values()) + sum(true.values()))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_main_text_is_all_and_alone(page: Path) -> None:
    article, truth = read(page), known(page)["text"]
    assert f1(article.text, " ".join(truth)) >= FLOOR
    assert set(article.text.split("\n\n")) <= set(truth)  # no paragraph is cut, merged or foreign


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_sentence_of_the_prose_is_lost(page: Path) -> None:
    shown = "".join("".join(sentence.text.split()) for sentence in sentences_of(read(page)))
    prose = ["".join(paragraph.split()) for paragraph in known(page)["text"] if len(paragraph) > 60]
    assert [paragraph for paragraph in prose if paragraph not in shown] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
@pytest.mark.parametrize("field", ["title", "publisher", "published", "author", "language", "url"])
def test_what_a_page_says_of_itself(page: Path, field: str) -> None:
    found = getattr(read(page), field)
    assert (str(found) if isinstance(found, date) else found) == known(page)[field]


def test_there_are_pages_enough_and_the_median_is_high() -> None:
    assert len(PAGES) >= 12
    assert statistics.median(f1(read(page).text, " ".join(known(page)["text"])) for page in PAGES) >= 0.99


def test_reading_a_page_touches_neither_the_network_nor_the_disk() -> None:
    # Nor does importing the reader load what takes long, nor trafilatura say anything.
    code = f"""
import sys
from pathlib import Path
from knowledge.reading.web.pages import read_page
assert not {{"trafilatura", "dateparser"}} & set(sys.modules)
FORBIDDEN = "socket.connect", "socket.getaddrinfo", "socket.sendto"
def hook(event, arguments):
    if event in FORBIDDEN or (event == "open" and set(str(arguments[1])) & set("wax+")):
        sys.exit(f"{{event}} {{arguments}}")
sys.addaudithook(hook)
sys.dont_write_bytecode = True
for page in {[str(page) for page in PAGES]}:
    read_page(Path(page).read_bytes(), "https://a.example/b")
assert "dateparser" not in sys.modules
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=Path(__file__).parents[4])
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
