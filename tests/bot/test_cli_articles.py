"""`factbox add`, `remove` and `articles`."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

if TYPE_CHECKING:
    from tests.conftest import Factbox, Writer

NEWS = "The minister visited the port of Basra on Monday. He met the governor there."


def test_articles_and_their_sentences_are_listed_as_json(factbox: Factbox, seeded: Path) -> None:
    outcome = factbox("articles", "--sentences", "--json", "--data", seeded)
    articles = json.loads(outcome.out)
    assert len(articles) == 6
    assert sum(len(article["sentences"]) for article in articles) == 85
    assert set(articles[0]) == {"id", "title", "publisher", "date", "url", "language", "copy_of", "sentences"}
    listed = json.loads(factbox("articles", "--json", "--data", seeded).out)
    assert listed == [{key: value for key, value in article.items() if key != "sentences"} for article in articles]


def test_a_pipe_gets_a_line_an_article_and_a_line_a_sentence(factbox: Factbox, seeded: Path) -> None:
    lines = factbox("articles", "--data", seeded).out.splitlines()
    assert [len(line.split("\t")) for line in lines] == [5] * 6
    with_sentences = factbox("articles", "--sentences", "--data", seeded).out.splitlines()
    assert len(with_sentences) == 6 + 85 + 6  # headings, sentences, blank lines


@pytest.mark.slow
def test_what_is_added_answers_and_what_is_removed_does_not(
    factbox: Factbox, own_data: Path, write_file: Writer
) -> None:
    news = {"title": "Visit to Basra", "publisher": "Gazette", "date": "2024-10-01", "url": None, "text": NEWS}
    path = write_file("news.jsonl", json.dumps(news))
    added = factbox("add", path, "--data", own_data)
    assert (added.status, added.err) == (0, "")
    assert added.out.startswith("Added 1 article, 2 sentences.\n")
    article_id, title = added.out.splitlines()[1].split(maxsplit=1)
    assert title == "Visit to Basra"
    assert "Already there: 1." in factbox("add", path, "--data", own_data).out
    question = ("ask", "Who visited the port of Basra?", "--json", "--data", own_data)
    assert json.loads(factbox(*question).out)["facts"][0]["sentence"] == NEWS.split(" He met")[0]
    removed = factbox("remove", article_id, "no-such-id", "--data", own_data)
    assert "no-such-id" in removed.complaint
    assert "Removed 1 article." in removed.out
    assert all(fact["article"]["id"] != article_id for fact in json.loads(factbox(*question).out)["facts"])


@pytest.mark.slow
def test_bad_lines_are_named_and_good_ones_kept(factbox: Factbox, tmp_path: Path, write_file: Writer) -> None:
    zero_byte, last = '{"text": "a\0b."}', '{"text": "It was raised."}'
    lines = ["{broken", json.dumps({"text": NEWS}), json.dumps({"title": "No text"}), "[]", zero_byte, last]
    path = write_file("news.jsonl", "\n".join(lines))
    outcome = factbox("add", path, "--data", tmp_path / "data", "--no-seeds")
    assert outcome.status == 1
    assert "Added 2 articles, 3 sentences." in outcome.out
    complaints = outcome.err.splitlines()
    assert all(f"{path}, line {number}:" in line for number, line in zip((1, 3, 4, 5), complaints, strict=True))


def test_of_many_bad_lines_the_first_are_named_and_the_rest_counted(
    factbox: Factbox, tmp_path: Path, write_file: Writer
) -> None:
    path = write_file("news.jsonl", "{broken\n" * 1_234)
    outcome = factbox("add", path, "--data", tmp_path / "data", "--no-seeds")
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err.count("\n") == 101
    assert outcome.err.endswith("and 1,134 more\n")


@pytest.mark.slow
def test_names_that_are_no_text_and_names_that_are_empty(factbox: Factbox, tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"odd\xff\x1b.txt")
    odd.write_text(NEWS)
    data = ("--data", tmp_path / "data", "--no-seeds")
    outcome = factbox("add", odd, "", *data)
    assert outcome.complaint == "A name is empty: name a file, a folder or an address."
    assert outcome.out.startswith("Added 1 article, 2 sentences.\n")
    assert "odd\ufffd\ufffd.txt" in factbox("changes", *data).out


@pytest.fixture(scope="module")
def bad_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Files that can't be read, by what is told of them."""
    directory = tmp_path_factory.mktemp("bad")
    paths = {
        "nothing of that name": directory / "missing.txt",
        "no file that can be read": Path("/dev/null"),
        "is empty": directory / "empty.txt",
        "not text": directory / "binary.txt",
        "over the limit": directory / "large.txt",
        "kind of file": directory / "table.csv",
        "isn't public": Path("https:/127.0.0.1/news"),
    }
    paths["is empty"].touch()
    paths["not text"].write_bytes(bytes(range(256)) * 10)
    with paths["over the limit"].open("wb") as file:
        os.truncate(file.fileno(), 100_000_000)
    paths["kind of file"].write_text("News")
    return paths


def test_folder_and_zip_are_added_and_what_cannot_be_read_is_named(factbox: Factbox, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "story.md").write_text(f"---\ntitle: Visit\nauthor: Ama Kofi\n---\n{NEWS}\n")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    with ZipFile(tmp_path / "more.zip", "w") as archive:
        archive.writestr("records/a.jsonl", json.dumps({"text": "It was raised."}) + "\n[]\n")
        archive.writestr("../out.txt", "It was hidden.")
    data = ("--data", tmp_path / "data", "--no-seeds")
    outcome = factbox("add", folder, tmp_path / "more.zip", *data)
    assert outcome.status == 1
    assert "Added 2 articles, 3 sentences." in outcome.out
    complaints = outcome.err.splitlines()
    for name, words, complaint in zip(
        ("news/broken.pdf: ", "more.zip/records/a.jsonl, line 2: ", "more.zip/../out.txt: "),
        ("damaged", "JSON object", "out of the zip"),
        complaints,
        strict=True,
    ):
        assert name in complaint
        assert words in complaint
    assert {article["title"] for article in json.loads(factbox("articles", "--json", *data).out)} == {"Visit", ""}


@pytest.mark.slow
def test_each_bad_file_is_named_with_what_is_wrong_and_good_ones_read_rightly(
    factbox: Factbox, tmp_path: Path, write_file: Writer, bad_files: dict[str, Path]
) -> None:
    text = "The café’s owner, José Núñez, said on {} that “the naïve plan” had cost him £300."
    texts = {
        code: text.format(day) for code, day in {"cp1252": "Monday", "utf-16": "Friday", "utf-8": "Sunday"}.items()
    }
    files = [write_file(f"{code}.txt", text.encode(code)) for code, text in texts.items()]
    sources = [str(path).replace("https:/", "https://") for path in bad_files.values()]
    data = ("--data", tmp_path / "data", "--no-seeds")
    outcome = factbox("add", *sources, *files, *data)
    assert outcome.status == 1
    complaints = outcome.err.splitlines()
    assert len(complaints) == len(sources)
    for words, source, complaint in zip(bad_files, sources, complaints, strict=True):
        assert source in complaint
        assert words in complaint
    assert "Added 3 articles, 3 sentences." in outcome.out
    articles = json.loads(factbox("articles", "--sentences", "--json", *data).out)
    assert [article["sentences"] for article in articles] == [[text] for text in texts.values()]
