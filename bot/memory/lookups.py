"""What was looked up, kept under short ids, so that the buttons below a reply still know it after a restart."""

from __future__ import annotations

import json
import secrets
import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Any, Literal, get_args

from bot.memory.behind import WriteBehind
from bot.memory.database import Memory, Row
from knowledge import Filters

DAYS = 30
"""How long a lookup is kept."""
_RECENT = 2_000
"""Lookups held in memory."""
_ASKED, _SERVERS = 50, 500
"""Questions of a server, and servers of which they are held, for those who begin to type one."""
_DAY = 86_400

Kind = Literal["ask", "quotes", "timeline", "article", "coverage", "context", "message"]
"""What was looked up; "context" is that of the sentences shown, and of a "message" that was checked no word is kept."""
Place = tuple[str, int]
"""A sentence: the id of its article, and its position there."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """What somebody looked up, without who or where.

    `words` are the question, the speaker, the topic or the id of the article, `about` what quotations are about. The
    reply began with the result numbered `start`, from 0, and `shown` are the sentences in it.
    """

    kind: Kind
    words: str = ""
    about: str = ""
    filters: Filters = Filters()  # noqa: RUF009 - it is frozen
    start: int = 0
    shown: tuple[Place, ...] = ()


class Lookups:
    """The lookups of the last days. Those just made are in memory alone until `flush`."""

    def __init__(self, memory: Memory, behind: WriteBehind) -> None:
        self._memory = memory
        self._behind = behind
        self._recent: OrderedDict[str, Lookup] = OrderedDict()
        self._asked: OrderedDict[int | None, list[str]] = OrderedDict()
        self._unwritten: list[Row] = []
        self._lock = Lock()

    def keep(self, lookup: Lookup, server: int | None = None) -> str:
        """Keep a lookup and return its id; `server` where everybody there may know that it was asked."""
        number = secrets.token_urlsafe(6)
        with self._lock:
            self._recent[number] = lookup
            _bounded(self._recent, _RECENT)
            if server in self._asked and lookup.kind == "ask":
                others = [question for question in self._asked[server] if question != lookup.words]
                self._asked[server] = [lookup.words, *others[: _ASKED - 1]]
            self._unwritten.append((number, _today(), server, _written(lookup)))
        self._behind.soon(self.flush)
        return number

    def recent(self, number: str) -> Lookup | None:
        """The lookup of that id, if it is still in memory."""
        return self._recent.get(number)

    def recall(self, number: str) -> Lookup | None:
        """The lookup of that id; None if it is too old. Raises sqlite3.Error; doesn't belong on an event loop."""
        if recent := self.recent(number):
            return recent
        rows = self._memory.read("SELECT lookup FROM lookups WHERE id = ?", (number,))
        return _read(str(rows[0][0])) if rows else None

    def questions(self, server: int) -> list[str]:
        """The last questions that got answers before everybody in a server, the last first.

        Raises sqlite3.Error; doesn't belong on an event loop.
        """
        asked = self._asked.get(server)
        if asked is None:
            query = "SELECT lookup FROM lookups WHERE server = ? ORDER BY rowid DESC LIMIT ?"
            kept = [_read(str(row[0])) for row in self._memory.read(query, (server, _ASKED))]
            asked = list(dict.fromkeys(lookup.words for lookup in kept if lookup and lookup.kind == "ask"))
            with self._lock:
                self._asked[server] = asked
                _bounded(self._asked, _SERVERS)
        return asked

    def flush(self) -> None:
        """Write what is in memory alone. Raises sqlite3.Error; doesn't belong on an event loop."""
        with self._lock:
            rows, self._unwritten = self._unwritten, []
        if rows:
            self._memory.write("INSERT OR REPLACE INTO lookups VALUES (?, ?, ?, ?)", rows)

    def forget_old(self) -> None:
        """Forget what is older than DAYS. Raises sqlite3.Error; doesn't belong on an event loop."""
        self._memory.write("DELETE FROM lookups WHERE made < ?", [(_today() - DAYS,)])


def _bounded(held: OrderedDict[Any, Any], most: int) -> None:
    if len(held) > most:
        held.popitem(last=False)


def _today() -> int:
    return int(time.time()) // _DAY


def _written(lookup: Lookup) -> str:
    filters = lookup.filters
    written = {
        "kind": lookup.kind,
        "words": lookup.words,
        "about": lookup.about,
        "since": filters.since and filters.since.isoformat(),
        "until": filters.until and filters.until.isoformat(),
        "publisher": filters.publisher,
        "start": lookup.start,
        "shown": lookup.shown,
    }
    return json.dumps({name: value for name, value in written.items() if value})


def _read(written: str) -> Lookup | None:
    """The lookup as it was kept; None for what another version wrote in a way that this one doesn't know."""
    try:
        values: Mapping[str, Any] = json.loads(written)
        if values["kind"] not in get_args(Kind):
            return None
        return Lookup(
            kind=values["kind"],
            words=values.get("words", ""),
            about=values.get("about", ""),
            filters=Filters(_day(values.get("since")), _day(values.get("until")), values.get("publisher")),
            start=int(values.get("start", 0)),
            shown=tuple((str(article), int(position)) for article, position in values.get("shown", ())),
        )
    except (KeyError, ValueError, TypeError, AttributeError):
        return None


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
