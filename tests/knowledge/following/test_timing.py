"""When a feed is polled next."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from knowledge.following.entries import Wishes
from knowledge.following.timing import (
    LONGEST,
    LONGEST_QUIET,
    SHORTEST,
    USUAL,
    next_poll,
    pause_after,
    pause_after_failure,
)

NOON = datetime(2024, 5, 1, 12, 0, tzinfo=UTC)  # a Wednesday


def test_a_busy_feed_is_asked_more_often_and_a_quiet_one_less() -> None:
    busy = quiet = pause_after(timedelta(), 5)
    assert busy == USUAL
    for _ in range(10):
        busy, quiet = pause_after(busy, 1), pause_after(quiet, 0)
    assert (busy, quiet) == (SHORTEST, LONGEST_QUIET)


@given(st.integers(0, 5_000), st.floats(0, 1e9))
def test_failures_make_the_pause_longer_up_to_a_day(failures: int, retry_after: float) -> None:
    assert SHORTEST < pause_after_failure(failures, retry_after) <= LONGEST


def test_each_failure_doubles_the_pause_and_a_site_that_names_a_time_is_heeded() -> None:
    pauses = [pause_after_failure(failures, 0) for failures in range(5)]
    assert pauses == sorted(pauses)
    assert pauses[4] >= 8 * pauses[0]
    assert pause_after_failure(0, 7_200) == timedelta(hours=2)


def test_the_wishes_of_the_publisher_count_up_to_a_day() -> None:
    assert next_poll(NOON, USUAL, Wishes()) == NOON + USUAL
    assert next_poll(NOON, USUAL, Wishes(timedelta(hours=2))) == NOON + timedelta(hours=2)
    assert next_poll(NOON, USUAL, Wishes(timedelta(days=99))) == NOON + LONGEST
    assert next_poll(NOON, USUAL, Wishes(hours=frozenset({12, 13}))) == NOON + timedelta(hours=2)
    assert next_poll(NOON, USUAL, Wishes(weekdays=frozenset({2}))) == NOON + timedelta(hours=12)


@given(st.frozensets(st.integers(0, 23)), st.frozensets(st.integers(0, 6)))
def test_even_who_never_wants_to_be_asked_is_within_nine_days(hours: frozenset[int], weekdays: frozenset[int]) -> None:
    wishes = Wishes(timedelta(minutes=5), hours, weekdays)
    assert NOON < next_poll(NOON, USUAL, wishes) <= NOON + timedelta(days=9)
    assert Wishes.of_text(wishes.text()) == wishes
