"""A backup is a data directory of one moment, whoever writes meanwhile."""

from __future__ import annotations

import stat
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from knowledge import Article, Coverage, DataError
from knowledge.storage.feeds import Feeds
from tests.forking import ALONE

if TYPE_CHECKING:
    from tests.conftest import Factbox

QUESTION = "How many attack helicopters would Russia supply to Iraq?"

ADDING = """
import sys
from knowledge import Article, Coverage
with Coverage.open(sys.argv[1]) as coverage:
    for number in range(100_000):
        coverage.add(Article(text=f"Ship {number} left Kithnos with {number} men.", title=f"Ship {number}"))
        print(number, flush=True)
"""


def test_all_that_is_kept_is_copied(own_data: Path, tmp_path: Path) -> None:
    (own_data / "aliases.txt").write_text("Islamic State, ISIS\n")
    with Coverage.open(own_data) as coverage:
        coverage.add(Article(text="The ferry sank off Kithnos.", url="https://post.example/1"), source="a.txt")
        coverage.add(Article(text="The ferry was raised.", url="https://post.example/1"))
        coverage.feedback.unanswered("Who won?")
        Feeds(own_data / "feeds.db").follow("https://post.example/rss", "Post", None, datetime.now(UTC))
        coverage.backup(tmp_path / "new" / "copy")
        with Coverage.open(tmp_path / "new" / "copy") as copy:
            assert copy.articles() == coverage.articles()
            assert copy.ask(QUESTION) == coverage.ask(QUESTION)
            assert copy.history.changes(5) == coverage.history.changes(5)
            [former] = copy.history.former(Article(text="", url="https://post.example/1").id)
            assert former.article.text == "The ferry sank off Kithnos."
            assert [row.question for row in copy.feedback.list_unanswered(5)] == ["Who won?"]
            assert [feed.title for feed in Feeds(copy.place / "feeds.db").feeds()] == ["Post"]
            assert (copy.place / "aliases.txt").read_text() == "Islamic State, ISIS\n"
    assert stat.S_IMODE((tmp_path / "new" / "copy").stat().st_mode) == 0o700
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["copy"]


def test_what_changes_later_changes_one_of_them_alone(own_data: Path, tmp_path: Path) -> None:
    ferry = Article(text="The ferry sank off Kithnos.", title="Ferry")
    with Coverage.open(own_data) as coverage:
        coverage.backup(tmp_path / "copy")
        with Coverage.open(tmp_path / "copy") as copy:
            coverage.add(ferry)
            copy.remove([copy.articles()[0].id])
            copy.rebuild()
            assert ferry not in copy.articles()
            assert len(copy.articles()) == 5
            coverage.refresh()
            assert len(coverage.articles()) == 7
            assert coverage.ask(QUESTION).answered


@pytest.mark.parametrize("there", ["file", "folder"])
def test_nothing_that_is_there_is_written_over(own_data: Path, tmp_path: Path, there: str) -> None:
    path = tmp_path / "copy"
    if there == "folder":
        path.mkdir()
        (path / "mine.txt").touch()
    else:
        path.touch()
    with Coverage.open(own_data) as coverage, pytest.raises(DataError) as caught:
        coverage.backup(path)
    assert caught.value.path == path
    assert caught.value.problem == ("not-empty" if there == "folder" else "not-a-directory")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["copy", "data"]


def test_an_empty_folder_will_do(own_data: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    with Coverage.open(own_data) as coverage:
        coverage.backup(tmp_path / "copy")
        with Coverage.open(tmp_path / "copy") as copy:
            assert copy.version() == coverage.version()


@pytest.mark.slow
def test_a_backup_made_while_another_process_adds_is_of_one_moment(
    factbox: Factbox, own_data: Path, tmp_path: Path
) -> None:
    question = "Which ship left Kithnos?"
    with (
        factbox.start(str(own_data), code=ADDING, stdout=subprocess.PIPE, environment=ALONE) as adding,
        Coverage.open(own_data) as coverage,
    ):
        try:
            assert adding.stdout
            for number in range(4):
                added = int(adding.stdout.readline())
                coverage.backup(tmp_path / str(number))
                with Coverage.open(tmp_path / str(number)) as copy:
                    ships = [article.title for article in copy.history.articles()][6:]
                    assert ships == [f"Ship {ship}" for ship in range(len(ships))]
                    assert len(ships) > added
                    assert {article.id for article in copy.articles()} == {one.id for one in copy.history.articles()}
                    before = copy.ask(question, limit=50)
                    copy.rebuild()
                    assert {fact.sentence for fact in copy.ask(question, limit=50).facts} == {
                        fact.sentence for fact in before.facts
                    }
        finally:
            adding.kill()
