import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from knowledge import Article, DataError
from knowledge.models import Added, Change, Record
from knowledge.storage.contents import digest, said
from knowledge.storage.database import Database, Same
from knowledge.storage.rows import Stored
from knowledge.storage.spans import spans_of
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


def stored(record: Record, key: str | None = None, original: str | None = None) -> Stored:
    article, sentences = record
    says = said(sentence.text for sentence in sentences)
    return Stored(article, spans_of(sentences), digest(article), *says, key, original)


def keep(database: Database, *given: Stored, addresses: dict[str, str] | None = None) -> int:
    return database.replace(given, addresses or {}, Change("test", Added(added=len(given))))


def test_articles_come_back_in_order_with_their_sentences(
    database: Database, make_record: Callable[..., Record]
) -> None:
    records = [make_record(ARTICLE, "One.", "Two."), make_record(Article(text="", title="Undated"), "Три.")]
    keep(database, *map(stored, records))
    assert list(database.records()) == records
    assert list(database.records([records[1][0].id, "none"])) == records[1:]
    assert database.digests() == {article.id: digest(article) for article, _ in records}
    assert database.digests([ARTICLE.id, "none"]) == {ARTICLE.id: digest(records[0][0])}


def test_what_made_a_change_may_be_called_anything(database: Database, make_record: Callable[..., Record]) -> None:
    database.replace([stored(make_record(ARTICLE, "One."))], {}, Change("fe\ud800rry.txt", Added(added=1)))
    assert [change.source for change in database.changes(5)] == ["fe?rry.txt"]


def test_an_article_replaces_the_one_with_its_id_and_what_that_said_is_kept(
    database: Database, make_record: Callable[..., Record]
) -> None:
    older, other, newer = (make_record(ARTICLE, text) for text in ("One.", "Two.", "Three."))
    keep(database, stored(older))
    keep(database, stored(other))
    assert keep(database, stored(newer)) == 3
    assert list(database.records()) == [newer]
    former = database.former(ARTICLE.id)
    assert [one.article for one in former] == [other[0], older[0]]
    assert all(abs(one.until - datetime.now(UTC)) < timedelta(minutes=1) for one in former)


def test_removing_takes_all_that_was_kept_with_it(database: Database, make_record: Callable[..., Record]) -> None:
    original, copy = make_record(ARTICLE, "One."), make_record(Article(id="copy", text=""), "One.")
    keep(database, stored(original, "a.example/1"))
    keep(database, stored(make_record(ARTICLE, "Two."), "a.example/1"), addresses={"a.example/2": ARTICLE.id})
    keep(database, stored(copy, original=ARTICLE.id))
    assert database.at_addresses(["a.example/1", "a.example/2", "b"]) == dict.fromkeys(
        ["a.example/1", "a.example/2"], ARTICLE.id
    )
    assert database.copies() == {"copy": ARTICLE.id}
    database.remove([ARTICLE.id], Change("test", removed=1))
    assert database.at_addresses(["a.example/1", "a.example/2"]) == database.copies() == {}
    assert database.former(ARTICLE.id) == []
    assert database.digests().keys() == {"copy"}


def test_what_says_the_same_is_found(database: Database, make_record: Callable[..., Record]) -> None:
    one, other = make_record(ARTICLE, "One.  Two."), make_record(Article(id="b", text=""), "one.\ttwo.")
    keep(database, stored(one), stored(other))
    fingerprint = stored(one).fingerprint
    same = [Same(ARTICLE.id, "P", "https://a.example/1", None), Same("b", None, None, None)]
    assert database.saying([fingerprint, 1]) == {fingerprint: same}


def test_a_sentence_that_many_have_does_not_hide_one_that_few_have(
    database: Database, make_record: Callable[..., Record]
) -> None:
    articles = [stored(make_record(Article(id=f"{number:02}", text=""), "One.")) for number in range(60)]
    keep(database, *(one._replace(sample=(1, 2) if number == 59 else (1,)) for number, one in enumerate(articles)))
    found = database.sampling([1, 2])
    assert found[2] == ["59"]
    assert set(found[1]) < {f"{number:02}" for number in range(60)}


def test_an_interrupted_change_leaves_nothing_behind(database: Database, make_record: Callable[..., Record]) -> None:
    one = stored(make_record(ARTICLE, "One."))
    with pytest.raises(DataError):
        keep(database, one, one)
    assert (database.digests(), database.generation(), database.changes(9)) == ({}, 0, [])


def test_changes_of_one_source_are_told_together(database: Database, make_record: Callable[..., Record]) -> None:
    for number in range(3):
        keep(database, stored(make_record(Article(id=f"{number}", text=""), f"Number {number}.")))
    database.remove(["0", "1"], Change("test", removed=2))
    database.replace([], {}, Change("other", Added(unchanged=1)))
    found = [(change.source, change.added, change.removed) for change in database.changes(9)]
    assert found == [("other", Added(unchanged=1), 0), ("test", Added(), 2), ("test", Added(added=3), 0)]
    assert [change.source for change in database.changes(1)] == ["other"]


def test_the_stamp_is_read_without_sqlalchemy(database: Database, path: Path) -> None:
    assert read_stamp(path) == Stamp(VERSION, 0)
    keep(database)
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
INSERT INTO articles VALUES (1, 'a1', 'T', 'P', '2014-02-20', 'http://www.a.example/1/', 'One. Two.'),
    (2, 'a2', '', NULL, NULL, 'https://a.example/1', ''), (3, 'a3', '', NULL, NULL, NULL, 'Three.');
CREATE TABLE sentences (article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    position INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, PRIMARY KEY (article, position));
INSERT INTO sentences VALUES (1, 0, 0, 4), (1, 1, 5, 9), (3, 0, 0, 6);
"""


def test_the_version_before_is_migrated(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(VERSION_1)
    connection.close()
    database = Database(f"sqlite:///{path}", path.parent)
    [(article, sentences), *others] = database.records()
    url = "http://www.a.example/1/"
    assert article == Article(id="a1", title="T", publisher="P", published=date(2014, 2, 20), text="One. Two.", url=url)
    assert [sentence.text for sentence in sentences] == ["One.", "Two."]
    assert [article.id for article, _ in others] == ["a2", "a3"]
    assert database.digests()["a1"] == digest(article)
    assert database.saying([said(["Three."]).fingerprint]).values()
    assert database.at_addresses(["a.example/1"]) == {"a.example/1": "a1"}
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
