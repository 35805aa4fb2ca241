"""Files to articles, and what is told of those that can't be read."""

import json
import os
import resource
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.errors import SourceError
from knowledge.models import Article
from knowledge.reading.fields import Place
from knowledge.reading.files import MAX_TEXT, read_file
from knowledge.reading.json_lines import MAX_LINE
from knowledge.reading.plain import read_text, sentences_of
from knowledge.reading.records import read_record

NEWS = "The harbour of Lome reopened on Tuesday. Ships had waited outside for nine days."
FULL = {
    "title": "Harbour reopens",
    "publisher": "The Port",
    "date": "2021-03-03T10:00:00Z",
    "url": "https://a.example/1",
    "text": NEWS,
}


def told(path: Path) -> SourceError:
    """The error that reading the file at `path` raises."""
    with pytest.raises(SourceError) as caught:
        list(read_file(path))
    assert caught.value.source == str(path)
    return caught.value


def lines(path: Path, *records: object) -> Path:
    """A `.jsonl` file; a record that is a string is a line as it stands."""
    rows = [record if isinstance(record, str) else json.dumps(record) for record in records]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["news.txt", "news.TXT", "news.text", "news", "news.2021", "news.md"])
def test_text_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(NEWS.encode("utf-16"))
    assert [article.text for article in read_file(path) if isinstance(article, Article)] == [NEWS]


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        *(("a.txt", b"", "empty"), ("a.txt", b" \r\n\t", "empty"), ("a.txt", b"\xef\xbb\xbf", "empty")),
        *(("a.jsonl", b"", "empty"), ("a.jsonl", b"\n \n", "empty"), ("a.txt", b"\x89PNG\r\n\x1a\n\0\0", "binary")),
        *(("a.jsonl", b"\x89PNG\0\0", "binary"), ("a.txt", b"-----\nSign in\n", "no-article")),
        *(("a.xml", b"<p>x", "unknown-kind"), ("a.txt", b"<?xml version='1.0'?><rss/>", "unknown-kind")),
        *(("a.pdf", b"text", "damaged"), ("a.docx", b"text", "damaged"), ("a.zip", b"text", "damaged")),
        *(("a.doc", b"text", "unknown-kind"), ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "encrypted")),
        ("a.txt", b"https://a.example/x\n", "no-article"),
    ],
)
def test_file_that_cannot_be_read(tmp_path: Path, name: str, data: bytes, problem: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert told(path).problem == problem


def test_what_is_no_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert [told(path).problem for path in (pipe, Path("/dev/null"))] == ["not-a-file"] * 2
    missing = [tmp_path / "none.txt", tmp_path / "none.jsonl", tmp_path / ("x" * 5000), tmp_path / "a\0b"]
    assert [told(path).problem for path in missing] == ["missing"] * 4


@pytest.mark.skipif(os.geteuid() == 0, reason="everything is permitted to root")
def test_file_without_permission(tmp_path: Path) -> None:
    for path in (tmp_path / "a.txt", tmp_path / "a.jsonl"):
        path.write_text(NEWS)
        path.chmod(0)
        assert told(path).problem == "no-permission"


def test_too_large_a_text_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000_000)  # sparse: to read it would take all memory
    error = told(path)
    assert (error.problem, error.limit) == ("too-large", MAX_TEXT)


def test_record_with_all_fields(tmp_path: Path) -> None:
    [article] = read_file(lines(tmp_path / "a.jsonl", FULL | {"other": {"x": [1]}}))
    assert isinstance(article, Article)
    assert article.published == date(2021, 3, 3)
    assert (article.title, article.publisher, article.url, article.text, article.language) == (
        *("Harbour reopens", "The Port", "https://a.example/1", NEWS, "en"),
    )


def test_record_with_what_an_export_gives(tmp_path: Path) -> None:
    more = {"id": "my own id", "author": "Ama Kofi", "language": "pt-BR"}
    first, second = read_file(lines(tmp_path / "a.jsonl", FULL | more, FULL | {"language": ""}))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.id, first.author, first.language) == ("my own id", "Ama Kofi", "pt")
    assert second.language == ""


LINE = st.sampled_from(
    [
        *(
            "Harbour of Lome reopens",
            "Published: 3 March 2021",
            "Updated: 1 January 2998",
            "By Ama Kofi",
            "",
            "",
            "---",
        ),
        *(NEWS, "Title: Harbour\x1b[1m", "Source: The\x08 Port", "https://a.example/1", "Title: " + "x " * 150),
    ]
)


@given(st.lists(LINE | st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))).map("\n".join))
def test_an_article_of_a_text_is_taken_back_from_a_record_as_it_was(text: str) -> None:
    for article in filter(sentences_of, read_text(text)):
        fields = {"id": article.id, "title": article.title, "publisher": article.publisher, "text": article.text}
        more = {"date": str(article.published or "") or None, "url": article.url, "language": article.language}
        assert read_record(json.dumps(fields | more), Place("a.jsonl", 1)) == article


def test_null_is_as_good_as_nothing(tmp_path: Path) -> None:
    nulls = {"title": None, "publisher": None, "date": None, "url": None, "text": NEWS}
    [first, second] = read_file(lines(tmp_path / "a.jsonl", nulls, {"text": NEWS}))
    assert first == second == Article(text=NEWS, language="en")


BAD = [
    ("{", "bad-json", None, None),
    ("[1]", "bad-json", None, None),
    ("null", "bad-json", None, None),
    ('"text"', "bad-json", None, None),
    ("[" * 200_000, "bad-json", None, None),
    ('{"text": ' * 100_000, "bad-json", None, None),
    ({}, "no-text", "text", None),
    ({"text": None}, "no-text", "text", None),
    ({"text": " \n"}, "no-text", "text", None),
    ({"text": 5}, "bad-field", "text", None),
    ({"text": [NEWS]}, "bad-field", "text", None),
    ('{"text": NaN}', "bad-field", "text", None),
    ({"text": "Sign in to comment"}, "no-article", "text", None),
    (FULL | {"title": ["x"]}, "bad-field", "title", None),
    (FULL | {"title": "x" * 501}, "bad-field", "title", 500),
    (FULL | {"publisher": "x" * 201}, "bad-field", "publisher", 200),
    (FULL | {"date": "soon"}, "bad-field", "date", None),
    (FULL | {"date": "2021-02-30"}, "bad-field", "date", None),
    (FULL | {"date": 20210303}, "bad-field", "date", None),
    ('{"date": ' + "9" * 10_000 + ', "text": "He left."}', "bad-field", "date", None),
    (FULL | {"date": "2999-01-01"}, "bad-field", "date", None),
    (FULL | {"id": 7}, "bad-field", "id", None),
    (FULL | {"id": " "}, "bad-field", "id", None),
    (FULL | {"id": "a\x1b"}, "bad-field", "id", None),
    (FULL | {"id": "x" * 41}, "bad-field", "id", 40),
    (FULL | {"author": ["x"]}, "bad-field", "author", None),
    (FULL | {"author": "x" * 201}, "bad-field", "author", 200),
    (FULL | {"language": "the King's English"}, "bad-field", "language", None),
    (FULL | {"url": "javascript:alert(1)"}, "bad-field", "url", None),
    (FULL | {"url": "https://a.example/" + "x" * 2000}, "bad-field", "url", 2000),
    (FULL | {"url": "https://a.example/\ud800"}, "bad-field", "url", None),
]


@pytest.mark.parametrize(("bad", "problem", "field", "limit"), BAD, ids=range(len(BAD)))
def test_bad_line_is_told_and_good_ones_are_kept(
    tmp_path: Path, bad: object, problem: str, field: str | None, limit: int | None
) -> None:
    first, error, second = read_file(lines(tmp_path / "a.jsonl", FULL, "", bad, FULL))
    assert isinstance(first, Article)
    assert first == second
    assert isinstance(error, SourceError)
    assert (error.problem, error.line, error.field, error.limit) == (problem, 3, field, limit)


def test_lone_surrogates_and_zero_bytes_become_replacement_characters(tmp_path: Path) -> None:
    [article] = read_file(
        lines(tmp_path / "a.jsonl", {"title": "A\ud800\0\x1b B", "text": "He \ud83d\ude00 \udc00\0left."})
    )
    assert isinstance(article, Article)
    assert (article.title, article.text) == ("A B", "He 😀 ��left.")
    assert [sentence.text for sentence in sentences_of(article)] == ["He 😀 ��left."]


def test_jsonl_text_is_one_article_however_it_looks(tmp_path: Path) -> None:
    text = "First title here\n\nHe left.\n\n-----\n\nSecond title here\n\nPublished: 3 March 2021\n\nShe came.\n"
    [article] = read_file(lines(tmp_path / "a.jsonl", {"text": text}))
    assert isinstance(article, Article)
    assert (article.text, article.title, article.published) == (text, "", None)
    assert [sentence.text for sentence in sentences_of(article)] == ["He left.", "She came."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_jsonl_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.jsonl"
    row = json.dumps({"text": "“It’s open,” he said."}, ensure_ascii=False)
    path.write_bytes(f"{row}\r\n{row}".encode(encoding))
    assert [article.text for article in read_file(path) if isinstance(article, Article)] == [
        "“It’s open,” he said."
    ] * 2


def test_line_over_the_limit_is_told_and_not_held(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    row = json.dumps(FULL)
    with path.open("w") as file:
        file.write(row + "\n")
        for _ in range(60):
            file.write("x" * (MAX_LINE // 4))
        file.write("\n" + row)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    first, error, second = read_file(path)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 60_000  # kilobytes, of 75,000 in the line
    assert first == second
    assert isinstance(error, SourceError)
    assert (error.problem, error.line, error.limit) == ("too-large", 2, MAX_LINE)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(st.characters()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(["title", "publisher", "date", "url", "text"]), JSON))
def test_any_record_is_an_article_or_a_source_error(record: dict[str, Any]) -> None:
    try:
        article = read_record(json.dumps(record), Place("a.jsonl", 1))
    except SourceError as error:
        assert error.line == 1
    else:
        article.text.encode()
        article.title.encode()
        assert sentences_of(article)


@given(st.text())
def test_any_line_is_an_article_or_a_source_error(line: str) -> None:
    with pytest.raises(SourceError):
        read_record(line, Place("a.jsonl", 1))
