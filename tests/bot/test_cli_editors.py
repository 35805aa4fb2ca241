"""What editors have in the terminal: questions, reports, what was added by what, and the articles out and back in."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from knowledge import Article, Coverage

if TYPE_CHECKING:
    from tests.conftest import Factbox, Writer

FERRY = Article(
    text="The ferry Aurelia sank off Kithnos. All 212 passengers were saved.",
    title="Ferry sinks",
    publisher="Island Post",
    url="https://post.example/ferry",
    language="en",
)
ODD = (
    Article(text="Паром «Аврелия» затонул. Все спасены.", title="Паром\n\x1b[1m", id="паром 1"),
    Article(text="It\0 sank.\u2028It was raised.\x85", publisher="", author="Ann\tDoe", language="en-GB"),
    Article(text="-----", title="No sentence"),
)


@pytest.fixture(scope="module")
def data(seeded: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with an article that was updated and copied, odd ones, questions and reports."""
    data = Path(shutil.copytree(seeded, tmp_path_factory.mktemp("editors") / "data"))
    with Coverage.open(data) as coverage:
        coverage.add(FERRY, source="ferry.txt")
        coverage.add(replace(FERRY, text=FERRY.text.replace("All 212", "Of 214"), title="Ferry lost"), source="\x1b[2J")
        coverage.add(
            [replace(FERRY, text=FERRY.text.replace("All 212", "Of 214"), publisher="Coast", url=None, id=""), *ODD]
        )
        for question in ("Who is the captain of the Aurelia?", "who was captain of the aurelia", "Who won the race?"):
            coverage.feedback.unanswered(question)
        coverage.feedback.report(coverage.article(FERRY.id).id, 1, "It was \x1b[1mmore", 77)
        coverage.feedback.report("gone", 0, "", 78)
    return data


def test_questions_that_are_alike_are_one(factbox: Factbox, data: Path) -> None:
    first, second = factbox("unanswered", "--data", data).out.splitlines()
    assert "2 times, in 2 wordings" in first
    assert first.lower().startswith("who")
    assert second.startswith("Who won the race? (once, in one wording")
    [listed] = json.loads(factbox("unanswered", "--json", "--limit", "1", "--data", data).out)
    assert set(listed) == {"question", "times", "day", "wordings"}
    assert (listed["times"], len(listed["wordings"])) == (2, 2)


def test_wrong_sources_are_told_with_their_sentence_and_settled(factbox: Factbox, data: Path) -> None:
    gone, report = json.loads(factbox("wrong", "--json", "--data", data).out)
    assert (gone["sentence"], gone["article"]) == (None, {"id": "gone"})
    assert report["sentence"] == "Of 214 passengers were saved."
    assert report["article"]["title"] == "Ferry lost"
    told = factbox("wrong", "--data", data).out
    assert "Of 214 passengers were saved." in told
    assert "\x1b" not in told
    assert "77" not in told
    assert factbox("wrong", "--settle", str(report["number"]), "--data", data).status == 0
    assert "no report" in factbox("wrong", "--settle", str(report["number"]), "--data", data).complaint
    assert [one["number"] for one in json.loads(factbox("wrong", "--json", "--data", data).out)] == [gone["number"]]


def test_what_was_added_is_told_with_its_source(factbox: Factbox, data: Path) -> None:
    lines = factbox("changes", "--data", data).out.splitlines()
    assert [line.split("  ", 1)[1] for line in lines] == [
        "(not known): 4 added, 1 of them copies",
        "\ufffd[2J: 1 updated",
        "ferry.txt: 1 added",
        "seeds: 6 added",
    ]
    [newest] = json.loads(factbox("changes", "--json", "--limit", "1", "--data", data).out)
    assert set(newest) == {"at", "source", "added", "updated", "unchanged", "copies", "removed"}
    assert (newest["source"], newest["added"], newest["copies"]) == (None, 4, 1)


def test_what_an_article_said_before_is_told(factbox: Factbox, data: Path) -> None:
    told = factbox("history", FERRY.id, "--data", data).out.splitlines()
    assert told[3:] == [
        "  title: Ferry sinks -> Ferry lost",
        "- All 212 passengers were saved.",
        "+ Of 214 passengers were saved.",
    ]
    [update] = json.loads(factbox("history", FERRY.id, "--json", "--data", data).out)["updates"]
    assert (update["before"]["title"], update["dropped"]) == ("Ferry sinks", ["All 212 passengers were saved."])
    assert "no-such-id" in factbox("history", "no-such-id", "--data", data).complaint


def test_copies_are_marked(factbox: Factbox, data: Path) -> None:
    copies = [one for one in json.loads(factbox("articles", "--json", "--data", data).out) if one["copy_of"]]
    assert [(one["publisher"], one["copy_of"]) for one in copies] == [("Coast", FERRY.id)]
    assert f"(copy of {FERRY.id})" in factbox("articles", "--data", data).out


@pytest.mark.slow
def test_an_export_that_is_added_again_is_exported_to_the_byte_the_same(
    factbox: Factbox, data: Path, tmp_path: Path
) -> None:
    file = tmp_path / "all.jsonl"
    exported = factbox("export", file, "--data", data)
    assert "Exported 10 articles" in exported.out
    assert "Left out: one article" in exported.err
    assert factbox("export", "--data", data).out.encode() == file.read_bytes()
    assert factbox("export", "-", "--data", data).out.encode() == file.read_bytes()
    fresh = ("--data", tmp_path / "fresh", "--no-seeds")
    assert factbox("add", file, *fresh).status == 0
    assert factbox("export", *fresh).out.encode() == file.read_bytes()
    assert json.loads(factbox("changes", "--json", *fresh).out)[0]["source"] == "all.jsonl"
    assert [path.name for path in tmp_path.iterdir() if "part" in path.name] == []


def test_a_file_that_cannot_be_written_is_told(factbox: Factbox, seeded: Path, tmp_path: Path) -> None:
    assert "No such file" in factbox("export", tmp_path / "none" / "all.jsonl", "--data", seeded).complaint


def test_a_backup_answers_as_what_it_was_made_of(factbox: Factbox, seeded: Path, tmp_path: Path) -> None:
    copied = factbox("backup", tmp_path / "copy", "--data", seeded)
    assert f"--data {tmp_path / 'copy'}" in copied.out
    question = ("ask", "How many attack helicopters would Russia supply to Iraq?", "--json", "--data")
    assert factbox(*question, tmp_path / "copy").out == factbox(*question, seeded).out
    assert "isn't empty" in factbox("backup", tmp_path / "copy", "--data", seeded).complaint


def test_the_name_of_what_was_added_is_kept_without_its_folder(
    factbox: Factbox, own_data: Path, write_file: Writer
) -> None:
    paths = [write_file(f"{number}.txt", f"Ship {number} sank off Kithnos.") for number in range(12)]
    assert factbox("add", *paths, "--data", own_data).status == 0
    [newest] = json.loads(factbox("changes", "--json", "--limit", "1", "--data", own_data).out)
    assert newest["source"] == ", ".join([*(f"{number}.txt" for number in range(10)), "…"])
