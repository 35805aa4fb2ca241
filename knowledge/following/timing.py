"""When a feed is polled next."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from knowledge.following.entries import Wishes

SHORTEST = timedelta(minutes=10)
USUAL = timedelta(minutes=30)
LONGEST_QUIET = timedelta(hours=4)
"""The pause of a feed that lists nothing new for long: news may break there, too."""
LONGEST = timedelta(days=1)


def pause_after(before: timedelta, new: int) -> timedelta:
    """The pause after a poll that succeeded, with so many `new` entries: half of that `before`, or half as much more.

    A pause of none stands for that of a feed which is polled for the first time.
    """
    if not before:
        return USUAL
    changed = before / 2 if new else before * 1.5
    return min(max(changed, SHORTEST), LONGEST_QUIET)


def pause_after_failure(failures: int, retry_after: float) -> timedelta:
    """The pause after a poll that failed, for the so-manieth time in a row: doubled each time, and never quite even.

    A site that says when it wants to be asked again is heeded, up to a day.
    """
    doubled = min(USUAL * (1 << min(failures, 10)), LONGEST)
    wanted = timedelta(seconds=min(retry_after, LONGEST.total_seconds()))
    return max(doubled * random.uniform(0.8, 1.0), wanted)  # noqa: S311 - so that feeds don't fail in step


def next_poll(now: datetime, pause: timedelta, wishes: Wishes) -> datetime:
    """The first time after `pause` at which the publisher wants to be asked; its pause counts for up to a day."""
    time = now + max(pause, min(wishes.pause, LONGEST))
    for _ in range(8 * 24):
        if time.hour not in wishes.hours and time.weekday() not in wishes.weekdays:
            break
        time = time.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return time
