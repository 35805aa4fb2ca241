"""The day of publication, where a page says it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from knowledge.reading.web.pages import read_page
from tests.knowledge.reading.web.pages_made import PROSE, json_ld, page

TODAY = date(2024, 6, 1)
UPDATED = '<meta property="article:modified_time" content="2024-05-20">'


def day(
    head: str = "", line: str = "", address: str = "https://post.example/a", today: date | None = TODAY
) -> str | None:
    body = f"<article><h1>Harbour reopens</h1>{line}{PROSE}</article>"
    found = read_page(page(body, head), address, today=today).published
    return found.isoformat() if found else None


@pytest.mark.parametrize(
    "head",
    [
        json_ld('{"@type": "NewsArticle", "datePublished": "2024-03-04T10:00:00Z", "dateModified": "2024-05-01"}'),
        json_ld('[{"@type": ["Thing", "BlogPosting"], "datePublished": "2024-03-04"}]'),
        json_ld('{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"}, {"@type": "Article", '
                '"datePublished": "Mon, 04 Mar 2024 10:00:00 GMT"}]}'),
        '<meta property="article:published_time" content="2024-03-04T23:59:00-08:00">',
        '<meta name="pubdate" content="20240304T101500">',
        '<meta name="date" content="4. März 2024">',
    ],
)  # fmt: skip
def test_published_beats_updated(head: str) -> None:
    assert day(UPDATED + head) == "2024-03-04"


@pytest.mark.parametrize(
    "line",
    [
        "<time pubdate datetime='2024-03-04T08:00'>Monday</time>",
        "<span itemprop='datePublished' content='2024-03-04'>Monday</span>",
        "<div>Published 4 March 2024, 5:30 pm IST</div>",
        "<div>Published: March 4, 2024 | Updated: May 20, 2024</div>",
        "<div><span>Published</span> <span>4 March 2024</span></div>",
        "<div>Veröffentlicht am 4. März 2024 um 21:05</div>",
        "<div>Publié le 4 mars 2024 à 18h40</div>",
        "<div>Publicado el 4 de marzo de 2024</div>",
        "<div>Опубликовано: 4 марта 2024</div>",
        "<div>Опубліковано 4 березня 2024, 10:15</div>",
        "<div>By Jane Doe</div><div><time datetime='2024-03-04T01:00:00+05:30'>3 hours ago</time></div>",
    ],
)
def test_a_day_that_is_shown(line: str) -> None:
    assert day(UPDATED, line) == "2024-03-04"


def test_a_day_in_the_address() -> None:
    assert day(UPDATED, address="https://post.example/2024/03/04/harbour") == "2024-03-04"
    assert day(UPDATED, address="https://post.example/world/2024-03-04/harbour") == "2024-03-04"
    assert day(address="https://post.example/2024/13/44/harbour") is None


def test_updated_where_nothing_else_is_said() -> None:
    assert day(UPDATED) == "2024-05-20"
    assert day(line="<p>Aktualisiert am 20.05.2024</p>") == "2024-05-20"


@pytest.mark.parametrize(
    "said",
    [
        "<footer>Copyright 2019 The Post, 4 March 2019</footer>",
        "<p><small>&copy; 2019-2023</small></p>",
        "<aside><a href='/2023/03/04/x'>Another story</a> <time datetime='2023-03-04'>4 March</time></aside>",
        "<ul><li><a href='/x'>Another</a> <time datetime='2023-03-04'>4 March 2023</time></li></ul>",
        "<img src='/2023/03/04/a.jpg'>",
        "<p>03/04/2023</p>",
        "<p>The bridge was opened on 4 March 2023, and has been closed twice since then for repairs of its towers.</p>",
    ],
)
def test_no_day_is_taken_from_elsewhere(said: str) -> None:
    assert day(line=said) is None


@pytest.mark.parametrize(
    "value", ['""', "7", "null", "[]", "{}", '"soon"', '"0000-00-00"', '"2024-13-44"', '"1970-01-01"']
)
def test_a_damaged_day_is_none(value: str) -> None:
    assert day(json_ld(f'{{"@type": "Article", "datePublished": {value}}}')) is None


def test_no_day_lies_ahead() -> None:
    ahead = json_ld('{"@type": "Article", "datePublished": "2024-06-02"}')
    assert day(ahead) is None
    assert day(ahead + UPDATED) == "2024-05-20"
    assert day(ahead, today=date(2024, 6, 2)) == "2024-06-02"
    far = (datetime.now(UTC) + timedelta(days=3)).date()
    assert day(f'<meta name="date" content="{far}">', today=None) is None
