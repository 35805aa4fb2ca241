"""What the bot remembers, in a file that is well, in one that isn't, and over days."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest

from bot.memory.behind import WriteBehind
from bot.memory.database import Memory
from bot.memory.lookups import DAYS, Lookup, Lookups
from bot.memory.places import Place, found_at, place_of
from bot.memory.servers import Servers, ServerSettings
from bot.tally import Tally
from knowledge import Article, Coverage, DataError, Feedback, Sentence

PRIVATE = ServerSettings(private=True)
DAY = 86_400
HERE, ELSEWHERE = 7, 8


class Clock:
    """Days that pass when they are told to."""

    def __init__(self) -> None:
        self.day = 20_000

    def __call__(self) -> float:
        return self.day * DAY


class Remembered:
    """What is remembered in a file, as a bot has it from one start to the next."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self.behind = WriteBehind()
        self.memory = Memory(path, self.behind)
        self.lookups = Lookups(self.memory, clock)
        self.servers = Servers(self.memory)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "discord.db"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def remembered(path: Path, clock: Clock) -> Remembered:
    return Remembered(path, clock)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Have another process hold the file."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        yield
        connection.rollback()


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_what_cannot_be_written_is_written_later(path: Path, remembered: Remembered, clock: Clock) -> None:
    remembered.behind.now()
    remembered.lookups.keep(Lookup("coverage"))
    remembered.behind.now()
    with locked(path):
        number = remembered.lookups.keep(Lookup("ask", "Who?"), HERE)
        remembered.servers.change(HERE, PRIVATE)
        remembered.behind.now()
        assert remembered.lookups.recall(number)
        assert remembered.servers.of(HERE).private
    remembered.behind.now()
    again = Remembered(path, clock)
    again.servers.load()
    assert again.lookups.recall(number) == Lookup("ask", "Who?")
    assert again.lookups.questions(HERE) == ["Who?"]
    assert again.servers.of(HERE) == PRIVATE


def test_what_was_counted_waits_too(tmp_path: Path) -> None:
    blocked = tmp_path / "feedback.db"
    blocked.mkdir()
    feedback, behind = Feedback(blocked), WriteBehind()
    tally = Tally(feedback, behind)
    tally.count("ask", answered=False, question="Who?")
    tally.count("ask", answered=True)
    behind.now()
    tally.count("ask", answered=True)
    blocked.rmdir()
    behind.now()
    assert [row.question for row in feedback.list_unanswered(9)] == ["Who?"]
    assert sorted((count.answered, count.times) for count in feedback.counts(date.min)) == [(False, 1), (True, 2)]


def test_a_failure_is_logged_once(path: Path, remembered: Remembered, caplog: pytest.LogCaptureFixture) -> None:
    path.write_bytes(b"garbage" * 1000)
    for _ in range(3):
        remembered.lookups.keep(Lookup("coverage"))
        remembered.behind.now()
    [line] = [record.getMessage() for record in caplog.records]
    assert str(path) in line
    assert "move it away" in line


def test_of_what_a_newer_version_wrote_nothing_is_touched(path: Path, remembered: Remembered) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    remembered.servers.change(HERE, PRIVATE)
    with pytest.raises(DataError):
        remembered.memory.flush()
    assert rows(path, "SELECT * FROM sqlite_master") == []


@pytest.mark.parametrize("row", ["", "[]", "null", '{"channels": ["x"]}', "[" * 100_000])
def test_a_row_that_cannot_be_read_costs_that_row_alone(path: Path, clock: Clock, row: str) -> None:
    before = Remembered(path, clock)
    before.servers.change(HERE, PRIVATE)
    before.servers.change(ELSEWHERE, PRIVATE)
    before.memory.soon("UPDATE servers SET settings = ? WHERE id = ?", row, HERE)
    before.behind.now()
    after = Remembered(path, clock)
    after.servers.load()
    assert (after.servers.of(HERE), after.servers.of(ELSEWHERE)) == (ServerSettings(), PRIVATE)


def test_nothing_is_given_that_is_too_old(path: Path, remembered: Remembered, clock: Clock) -> None:
    number = remembered.lookups.keep(Lookup("ask", "Who?"), HERE)
    remembered.behind.now()
    clock.day += DAYS
    assert remembered.lookups.recall(number)
    assert remembered.lookups.questions(HERE) == ["Who?"]
    clock.day += 1
    for lookups in (remembered.lookups, Remembered(path, clock).lookups):
        assert lookups.recall(number) is None
        assert lookups.questions(HERE) == []


def test_what_is_too_old_is_deleted_while_the_bot_runs(path: Path, remembered: Remembered, clock: Clock) -> None:
    old = remembered.lookups.keep(Lookup("ask", "Who?"), HERE)
    remembered.behind.now()
    clock.day += DAYS + 1
    new = remembered.lookups.keep(Lookup("ask", "What?"), HERE)
    remembered.behind.now()
    assert rows(path, "SELECT id FROM lookups") == [(new,)]
    assert remembered.lookups.recent(old) is None


def test_what_is_kept_is_suggested_before_it_is_written(path: Path, remembered: Remembered, clock: Clock) -> None:
    before = Remembered(path, clock)
    before.lookups.keep(Lookup("ask", "Who?"), HERE)
    before.behind.now()
    remembered.lookups.keep(Lookup("ask", "What?"), HERE)
    assert remembered.lookups.questions(HERE) == ["What?", "Who?"]
    assert remembered.lookups.questions(ELSEWHERE) == []


@pytest.mark.parametrize("written", [False, True])
@pytest.mark.parametrize("loaded", [False, True])
def test_what_is_dismissed_is_suggested_no_more(
    path: Path, remembered: Remembered, clock: Clock, written: bool, loaded: bool
) -> None:
    before = Remembered(path, clock)
    dismissed = before.lookups.keep(Lookup("ask", "Who?"), HERE)
    twice = before.lookups.keep(Lookup("ask", "Why?"), HERE)
    before.lookups.keep(Lookup("ask", "Why?"), HERE)
    before.behind.now()
    if loaded:
        assert remembered.lookups.questions(HERE) == ["Why?", "Who?"]
    for number in (dismissed, twice):
        remembered.lookups.dismiss(number)
    if written:
        remembered.behind.now()
        assert Remembered(path, clock).lookups.questions(HERE) == ["Why?"]
    assert remembered.lookups.questions(HERE) == ["Why?"]


def test_of_a_server_that_is_forgotten_nothing_is_left(path: Path, remembered: Remembered) -> None:
    remembered.lookups.keep(Lookup("ask", "Who?"), HERE)
    remembered.servers.change(HERE, PRIVATE)
    remembered.behind.now()
    remembered.lookups.keep(Lookup("ask", "What?"), HERE)
    remembered.lookups.forget(HERE)
    remembered.servers.forget(HERE)
    assert remembered.lookups.questions(HERE) == []
    remembered.behind.now()
    assert rows(path, "SELECT server FROM lookups UNION ALL SELECT id FROM servers") == []
    assert remembered.lookups.servers() == remembered.servers.known() == []


def test_a_place_that_was_kept_without_a_digest_is_never_found(remembered: Remembered, coverage: Coverage) -> None:
    article = coverage.articles()[0]
    kept = {"kind": "ask", "words": "Who?", "shown": [[article.id, 0]]}
    remembered.memory.soon("INSERT INTO lookups VALUES ('old', 20000, NULL, ?)", json.dumps(kept))
    remembered.behind.now()
    lookup = remembered.lookups.recall("old")
    assert lookup is not None
    assert lookup.shown == (Place(article.id, 0, ""),)
    assert found_at(lookup.shown[0], coverage) is None


def test_a_place_is_found_for_as_long_as_it_says_the_same(coverage: Coverage) -> None:
    coverage.add(Article(id="x", text="The zeppelin rose. It fell.", publisher="Post"))
    place = place_of(coverage.sentences("x")[1])
    found = found_at(place, coverage, ["post"])
    assert found is not None
    assert found[1].text == "It fell."
    assert found_at(place, coverage, ["Times"]) is None
    coverage.add(Article(id="x", text="The zeppelin rose. It burnt.", publisher="Post"))
    assert found_at(place, coverage) is None
    coverage.remove(["x"])
    assert found_at(place, coverage) is None


def test_a_sentence_with_half_a_character_has_a_place() -> None:
    assert len(place_of(Sentence("x", 0, 0, 1, "\ud800")).digest) == 8
