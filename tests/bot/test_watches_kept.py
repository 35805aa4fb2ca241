"""Watches on the disk: what is kept of them, and for how long."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.memory.behind import WriteBehind
from bot.memory.database import Memory
from bot.memory.watches import IN_CHANNEL, IN_SERVER, WORDING_SIZE, Seen, Watch, Watches, is_topic
from bot.news import wording_of
from bot.wording import RefusalError

SERVER, CHANNEL, THREAD = 7, 70, 700
ONE = wording_of("The ferry Aurelia sank off Kithnos with 212 passengers.")
SEEN = Seen(3, "all", 1, (ONE,))
NOW = 20_000 * 86_400
FIRST_VERSION = """
    CREATE TABLE servers (id INTEGER PRIMARY KEY, settings TEXT NOT NULL);
    CREATE TABLE lookups (id TEXT PRIMARY KEY, made INTEGER NOT NULL, server INTEGER, lookup TEXT NOT NULL);
    INSERT INTO servers VALUES (7, '{}');
    PRAGMA user_version = 1;
"""


class Clock:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "discord.db"


@pytest.fixture
def memory(path: Path) -> Memory:
    return Memory(path, WriteBehind())


@pytest.fixture
def watches(memory: Memory, clock: Clock) -> Watches:
    return Watches(memory, clock)


def only(watches: Sequence[Watch]) -> int:
    """The number of the one that there is."""
    [watch] = watches
    return watch.number


def test_a_watch_is_what_it_was_after_a_restart(watches: Watches, path: Path) -> None:
    watches.add(SERVER, THREAD, CHANNEL, "Ferries", SEEN)
    again = Watches(Memory(path, WriteBehind()))
    [watch] = again.of_server(SERVER)
    assert (watch.topic, watch.channels, str(watch.made)) == ("Ferries", frozenset({CHANNEL, THREAD}), "2024-10-04")
    assert again.get(watch.number) == (watch, SEEN)


def test_it_is_due_once_the_articles_have_changed_and_its_pause_is_over(watches: Watches, clock: Clock) -> None:
    watches.add(SERVER, CHANNEL, None, "Ferries", SEEN)
    assert watches.due(SEEN.version) == []
    [number] = watches.due(4)
    watches.keep(number, SEEN, pause=900)
    assert watches.due(4) == []
    clock.now += 900
    assert watches.due(4) == [number]


def test_the_same_topic_is_watched_once_and_wakes_where_it_rested(watches: Watches) -> None:
    assert watches.add(SERVER, CHANNEL, None, "Ferries off Kithnos", SEEN) is None
    number = only(watches.of_channel(CHANNEL))
    watches.keep(number, SEEN, pause=9_000, resting=True)
    assert watches.due(4) == []
    there = watches.add(SERVER, CHANNEL, None, "ferries, off Kithnos!", Seen(9, "", 0, ()))
    assert there
    assert (there.number, there.resting) == (number, True)
    assert not watches.of_server(SERVER)[0].resting
    assert watches.due(4) == [number]


def test_to_ask_again_for_one_that_does_not_rest_ends_no_pause(watches: Watches) -> None:
    watches.add(SERVER, CHANNEL, None, "Ferries", SEEN)
    watches.keep(only(watches.of_channel(CHANNEL)), SEEN, pause=900)
    watches.add(SERVER, CHANNEL, None, "Ferries", SEEN)
    assert watches.due(4) == []


@pytest.mark.parametrize(("one", "other", "same"), [("🚁", "🚁", True), ("🚁", "🚢", False), ("A.", "a", True)])
def test_topics_without_letters_are_told_apart(watches: Watches, one: str, other: str, same: bool) -> None:
    watches.add(SERVER, CHANNEL, None, one, SEEN)
    assert is_topic(watches.of_channel(CHANNEL)[0], other) is same


def test_a_channel_and_a_server_have_their_limits(watches: Watches) -> None:
    for number in range(IN_SERVER):
        watches.add(SERVER, number // IN_CHANNEL + 1, None, f"Topic {number}", SEEN)
    with pytest.raises(RefusalError, match="refused-watches-channel"):
        watches.add(SERVER, 1, None, "One more", SEEN)
    with pytest.raises(RefusalError, match="refused-watches-server"):
        watches.add(SERVER, 99, None, "One more", SEEN)
    assert watches.add(SERVER + 1, 100, None, "One more", SEEN) is None


def test_what_has_ended_meanwhile_is_not_kept(watches: Watches) -> None:
    watches.add(SERVER, CHANNEL, None, "Ferries", SEEN)
    number = only(watches.of_channel(CHANNEL))
    assert watches.remove(number)
    assert not watches.remove(number)
    watches.add(SERVER, CHANNEL, None, "Trains", SEEN)
    assert not watches.keep(number, SEEN)
    assert watches.get(number) is None


def test_with_a_channel_or_a_server_its_watches_are_gone(watches: Watches, memory: Memory, path: Path) -> None:
    for server, channel, parent in ((1, 10, None), (1, 100, 10), (1, 11, None), (2, 20, None)):
        watches.add(server, channel, parent, "Ferries", SEEN)
    watches.forget_channel(10)
    assert [watch.channel for watch in watches.of_server(1)] == [11]
    watches.forget(1)
    memory.flush()
    assert watches.servers() == [2]
    assert b"Ferries" in path.read_bytes()
    watches.forget(2)
    memory.flush()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"Ferries" not in path.read_bytes()


def test_a_file_of_the_version_before_watches_is_brought_up_to_date(watches: Watches, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(FIRST_VERSION)
    assert watches.of_server(SERVER) == []
    watches.add(SERVER, CHANNEL, None, "Ferries", SEEN)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT id FROM servers").fetchall() == [(SERVER,)]


def test_what_is_known_in_a_damaged_row_is_read_as_far_as_it_goes(watches: Watches, memory: Memory) -> None:
    watches.add(SERVER, CHANNEL, None, "Ferries", Seen(3, "", 2, (ONE, ONE)))
    memory.change("UPDATE watches SET known = substr(known, 1, 40)")
    held = watches.get(only(watches.of_channel(CHANNEL)))
    assert held
    assert held[1].known == (ONE,)


@given(st.text())
def test_of_any_sentence_so_much_is_kept(sentence: str) -> None:
    wording = wording_of(sentence)
    assert len(wording) == WORDING_SIZE
    assert all(0 <= number < 2**32 for number in wording)
