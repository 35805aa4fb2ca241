"""What was added or taken away when, and by what."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from knowledge.models import Added, Change
from knowledge.storage import schema

_TOGETHER = timedelta(minutes=10)
"""Changes by one source that are no further apart are told as one: a large file is added a part at a time."""
_MOST_ROWS = 20_000
"""Changes that are kept; the oldest make room."""

_changes = schema.changes.c


def log(connection: Connection, change: Change) -> None:
    """Keep a change, as one of now. Half characters, as names of files may have, become question marks."""
    added = change.added
    counts = {name: getattr(added, name) for name in ("added", "updated", "unchanged", "copies")}
    source = change.source.encode(errors="replace").decode()
    values = {"at": int(time.time()), "source": source, "removed": change.removed, **counts}
    number = connection.execute(insert(schema.changes).values(values)).inserted_primary_key
    if number and number[0] % 1_000 == 0:
        connection.execute(delete(schema.changes).where(_changes.number <= number[0] - _MOST_ROWS))


def logged(connection: Connection, limit: int) -> list[Change]:
    """The changes, the newest first, those that belong together as one."""
    found: list[Change] = []
    for row in connection.execute(select(schema.changes).order_by(_changes.number.desc())):
        added = Added(row.added, row.updated, row.unchanged, copies=row.copies)
        change = Change(row.source, added, row.removed, datetime.fromtimestamp(row.at, UTC))
        if found and _belong_together(change, found[-1]):
            found[-1] = Change(row.source, found[-1].added + added, found[-1].removed + row.removed, found[-1].at)
        elif len(found) == limit:
            break
        else:
            found.append(change)
    return found


def _belong_together(one: Change, later: Change) -> bool:
    same = (one.source, bool(one.removed)) == (later.source, bool(later.removed))
    return same and bool(one.at and later.at) and later.at - one.at <= _TOGETHER  # type: ignore[operator]
