import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from knowledge import Article, DataError
from knowledge.models import Record
from knowledge.storage.database import Database
from knowledge.storage.stamp import VERSION, Stamp, read_stamp

ARTICLE = Article(
    text="One. Two.", title="T", publisher="P", published=date(2014, 2, 20), url="https://a.example/1", language="en"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "factbox.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    opened = Database(f"sqlite:///{path}", path.parent)
    yield opened
    opened.close()


def test_articles_come_back_in_order_with_their_sentences(
    database: Database, make_record: Callable[..., Record]
) -> None:
    records = [make_record(ARTICLE, "One.", "Two."), make_record(Article(text="", title="Undated"), "Три.")]
    database.replace(records)
    assert list(database.records()) == records
    assert database.find([ARTICLE.id, "none"]) == {ARTICLE.id: records[0][0]}


def test_an_article_replaces_the_one_with_its_id(database: Database, make_record: Callable[..., Record]) -> None:
    database.replace([make_record(ARTICLE, "One.", "Two.")])
    newer = make_record(ARTICLE, "Three.")
    assert database.replace([newer]) == 2
    assert list(database.records()) == [newer]


def test_removing_takes_the_sentences_too(database: Database, path: Path, make_record: Callable[..., Record]) -> None:
    database.replace([make_record(ARTICLE, "One.", "Two.")])
    database.remove([ARTICLE.id])
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM sentences").fetchone() == (0,)
    connection.close()
    assert database.ids() == set()


def test_an_interrupted_change_leaves_nothing_behind(database: Database, make_record: Callable[..., Record]) -> None:
    def interrupted() -> Iterator[Record]:
        yield make_record(ARTICLE, "One.")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        database.replace(interrupted())
    assert (database.ids(), database.generation()) == (set(), 0)


def test_the_stamp_is_read_without_sqlalchemy(database: Database, path: Path) -> None:
    assert read_stamp(path) == Stamp(VERSION, 0)
    database.replace([])
    stamp = read_stamp(path)
    assert stamp
    assert stamp.changed
    assert stamp == Stamp(VERSION, 1, stamp.changed)
    assert abs(stamp.changed - datetime.now(UTC)) < timedelta(minutes=1)
    assert read_stamp(path.with_name("none")) is None


def test_write_ahead_log_is_on(database: Database, path: Path) -> None:
    assert database.generation() == 0
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


VERSION_1 = """
CREATE TABLE state (name VARCHAR(40) NOT NULL PRIMARY KEY, value INTEGER NOT NULL);
INSERT INTO state VALUES ('version', 1), ('generation', 7);
CREATE TABLE articles (number INTEGER NOT NULL PRIMARY KEY, id VARCHAR(40) NOT NULL UNIQUE, title TEXT NOT NULL,
    publisher TEXT, published DATE, url TEXT, text TEXT NOT NULL);
INSERT INTO articles VALUES (1, 'a1', 'T', 'P', '2014-02-20', NULL, 'One. Two.');
CREATE TABLE sentences (article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    position INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, PRIMARY KEY (article, position));
INSERT INTO sentences VALUES (1, 0, 0, 4), (1, 1, 5, 9);
"""


def test_the_version_before_is_migrated(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(VERSION_1)
    connection.close()
    database = Database(f"sqlite:///{path}", path.parent)
    [(article, sentences)] = database.records()
    assert article == Article(id="a1", title="T", publisher="P", published=date(2014, 2, 20), text="One. Two.")
    assert [sentence.text for sentence in sentences] == ["One.", "Two."]
    assert read_stamp(path) == Stamp(VERSION, 7)
    database.close()


def test_a_newer_version_is_left_alone(path: Path) -> None:
    Database(f"sqlite:///{path}", path.parent).close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE state SET value = 99 WHERE name = 'version'")
    connection.commit()
    connection.close()
    with pytest.raises(DataError) as caught:
        Database(f"sqlite:///{path}", path.parent)
    assert caught.value.problem == "newer"
    assert read_stamp(path) == Stamp(99, 0)


def test_a_file_that_is_no_database(path: Path) -> None:
    path.write_bytes(b"no database" * 500)
    with pytest.raises(DataError) as caught:
        Database(f"sqlite:///{path}", path.parent)
    assert caught.value.problem == "damaged"
    assert path.read_bytes() == b"no database" * 500
