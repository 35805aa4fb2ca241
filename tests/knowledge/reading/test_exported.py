"""An article written as a line is read back as it was."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.models import Article
from knowledge.reading.exported import exported
from knowledge.reading.fields import Place
from knowledge.reading.plain import sentences_of
from knowledge.reading.records import read_record

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
NEWS = st.sampled_from(
    [
        "The ferry sank off Kithnos. All were saved.",
        "Паром «Аврелия» затонул у острова.",
        "غرقت العبارة قبالة الجزيرة.",
        "渡轮在岛外沉没了。",
        "It sank.\0 It was\u2028raised\x85 later.\x1b[1m",
    ]
)
ARTICLES = st.builds(
    Article,
    text=st.builds(str.__add__, NEWS, TEXT),
    title=TEXT | st.just("Ferry " * 200) | st.just("  Ferry\n\tsinks "),
    publisher=st.none() | TEXT,
    published=st.none() | st.dates(),
    url=st.none() | TEXT | st.sampled_from(["https://post.example/1", "https://post.example/" + "x" * 3_000]),
    language=TEXT | st.sampled_from(["", "en", "en-GB", "ru", "zz"]),
    id=st.just("") | TEXT,
    author=st.none() | TEXT,
)
PLAIN = st.builds(
    Article,
    text=NEWS.filter(lambda text: "\0" not in text),
    title=st.sampled_from(["", "Ferry sinks", "Паром"]),
    publisher=st.none() | st.just("Island Post"),
    published=st.none() | st.dates(date(1, 1, 1), date(2026, 1, 1)),
    url=st.none() | st.just("https://post.example/1"),
    language=st.sampled_from(["", "en", "ru"]),
    id=st.sampled_from(["", "ferry", "Ж 1"]),
    author=st.none() | st.just("Ann Doe"),
)


def written(article: Article) -> str | None:
    fields = exported((article, sentences_of(article)))
    return json.dumps(fields) if fields else None


def read(line: str) -> Article:
    return read_record(line, Place("export.jsonl", 1))


@given(ARTICLES)
def test_a_second_export_is_the_first(article: Article) -> None:
    line = written(article)
    if line is not None:
        assert written(read(line)) == line


@given(PLAIN)
def test_an_article_as_sources_give_it_comes_back_as_it_was(article: Article) -> None:
    line = written(article)
    assert line
    assert read(line) == article


@pytest.mark.parametrize("article_id", ["", "ferry"])
def test_an_id_is_written_where_it_would_be_another(article_id: str) -> None:
    line = written(Article(text="The ferry sank.", url="https://post.example/1", id=article_id))
    assert json.loads(line or "").get("id", "") == article_id


def test_an_article_without_a_sentence_is_left_out() -> None:
    assert written(Article(text="-----", title="Ferry sinks")) is None
