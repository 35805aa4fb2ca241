"""The feeds that are followed, in their file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from knowledge import DataError, FetchError, SourceError
from knowledge.storage.feed_values import Mark, Poll
from knowledge.storage.feeds import FORGOTTEN, Feeds

NOON = datetime(2024, 5, 1, 12, 0, tzinfo=UTC)
ADDRESS = "https://post.example/feed"


@pytest.fixture
def feeds(tmp_path: Path) -> Feeds:
    return Feeds(tmp_path / "feeds.db")


def test_nothing_is_written_before_a_feed_is_followed(feeds: Feeds, tmp_path: Path) -> None:
    assert (feeds.feeds(), feeds.due(NOON), feeds.to_report(NOON), feeds.feed(ADDRESS)) == ((), (), (), None)
    assert not feeds.unfollow(ADDRESS)
    assert list(tmp_path.iterdir()) == []


def test_a_feed_is_followed_once_and_due_at_once(feeds: Feeds) -> None:
    assert feeds.follow(ADDRESS, "Post", "https://post.example/", NOON)
    assert not feeds.follow(ADDRESS, "Other", None, NOON)
    [followed] = feeds.due(NOON)
    assert (followed.address, followed.title, followed.added) == (ADDRESS, "Post", NOON)
    assert feeds.due(NOON - timedelta(seconds=1)) == ()
    assert feeds.unfollow(ADDRESS)
    assert feeds.feeds() == ()


@pytest.mark.parametrize(
    "error",
    [
        FetchError(ADDRESS, "not-found", status=404),
        FetchError(ADDRESS, "kind", kind="image/png"),
        FetchError(ADDRESS, "too-large", limit=5_000_000),
        SourceError(ADDRESS, "no-feed"),
    ],
)
def test_why_a_feed_fails_is_kept(feeds: Feeds, error: FetchError | SourceError) -> None:
    feeds.follow(ADDRESS, "Post", None, NOON)
    feeds.failed(feeds.feeds()[0], error, NOON + timedelta(hours=1), NOON, stopped=False)
    kept = feeds.feeds()[0].error
    assert type(kept) is type(error)
    assert kept is not None
    assert vars(kept) == vars(error)


def test_entries_that_a_feed_lists_no_more_are_forgotten_in_time(feeds: Feeds) -> None:
    feeds.follow(ADDRESS, "Post", None, NOON)
    [followed] = feeds.feeds()
    feeds.mark(followed, [Mark("old", "1"), Mark("new", "1")], NOON)
    for days, left in ((1, {"old", "new"}), (FORGOTTEN.days + 1, {"new"})):
        now = NOON + timedelta(days=days)
        feeds.succeeded(followed, Poll("Post", None, now, timedelta(hours=1), "", None, None), ["new"], now)
        assert feeds.entries(followed).keys() == left
    assert feeds.feeds()[0].articles == 2


def test_a_file_that_is_newer_or_damaged_is_told(feeds: Feeds, tmp_path: Path) -> None:
    feeds.follow(ADDRESS, "Post", None, NOON)
    with closing(sqlite3.connect(tmp_path / "feeds.db")) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(DataError) as caught:
        feeds.feeds()
    assert caught.value.problem == "newer"
    (tmp_path / "feeds.db").write_bytes(b"no database at all" * 1000)
    with pytest.raises(DataError) as caught:
        feeds.follow(ADDRESS, "Post", None, NOON)
    assert caught.value.problem == "damaged"
