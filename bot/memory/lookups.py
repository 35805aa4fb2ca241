"""What was looked up, kept under short ids, so that the buttons below a reply still know it after a restart."""

from __future__ import annotations

import json
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import Any, Literal, get_args

from bot.memory.database import Memory
from bot.memory.places import Place
from knowledge import DataError, Filters

DAYS = 30
"""How long a lookup is kept."""
_RECENT = 2_000
"""Lookups held in memory, and of those dismissed the numbers."""
_ASKED, _SERVERS = 50, 500
"""Questions of a server, and servers of which they are held, for those who begin to type one."""
_DAY = 86_400

Kind = Literal["ask", "quotes", "timeline", "article", "coverage", "context", "message"]
"""What was looked up; "context" is that of the sentences shown, and of a "message" that was checked no word is kept."""


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


@dataclass(slots=True)
class _Asked:
    """The questions of a server, with their days, by the numbers of their lookups, the last one last.

    They are `whole` once those on the disk are among them.
    """

    questions: dict[str, tuple[int, str]] = field(default_factory=dict)
    whole: bool = False


class Lookups:
    """The lookups of the last days; `clock` gives seconds. Where the disk can't be read, those held in memory."""

    def __init__(self, memory: Memory, clock: Callable[[], float] = time.time) -> None:
        self._memory = memory
        self._clock = clock
        self._recent: OrderedDict[str, tuple[int, Lookup]] = OrderedDict()
        self._asked: OrderedDict[int, _Asked] = OrderedDict()
        self._dismissed: OrderedDict[str, None] = OrderedDict()
        self._cleared = 0
        self._lock = Lock()

    def keep(self, lookup: Lookup, server: int | None = None) -> str:
        """Keep a lookup and return its number; `server` where everybody there may know that it was asked."""
        number, today = secrets.token_urlsafe(6), self._today()
        if today != self._cleared:
            self.forget_old()
        with self._lock:
            self._recent[number] = today, lookup
            _bounded(self._recent, _RECENT)
            if server and lookup.kind == "ask":
                questions = self._asked_in(server).questions
                questions[number] = today, lookup.words
                if len(questions) > _ASKED:
                    del questions[next(iter(questions))]
        self._memory.soon("INSERT OR REPLACE INTO lookups VALUES (?, ?, ?, ?)", number, today, server, _written(lookup))
        return number

    def recent(self, number: str) -> Lookup | None:
        """The lookup of that number, if it is still in memory."""
        day, lookup = self._recent.get(number, (0, None))
        return lookup if day >= self._oldest() else None

    def recall(self, number: str) -> Lookup | None:
        """The lookup of that number; None if it is too old. Doesn't belong on an event loop."""
        if recent := self.recent(number):
            return recent
        rows = self._rows("SELECT lookup FROM lookups WHERE id = ? AND made >= ?", number, self._oldest())
        return _read(str(rows[0][0])) if rows else None

    def questions(self, server: int) -> list[str]:
        """The last questions that got answers before everybody in a server, the last first; not for an event loop."""
        with self._lock:
            asked = self._asked_in(server)
        if not asked.whole:
            self._complete(server, asked)
        with self._lock:
            last_first = reversed(asked.questions.values())
            words = dict.fromkeys(words for day, words in last_first if day >= self._oldest())
        return [*words][:_ASKED]

    def dismiss(self, number: str) -> None:
        """Suggest a lookup to nobody any more."""
        with self._lock:
            self._dismissed[number] = None
            _bounded(self._dismissed, _RECENT)
            for asked in self._asked.values():
                asked.questions.pop(number, None)
        self._memory.soon("UPDATE lookups SET server = NULL WHERE id = ?", number)

    def servers(self) -> list[int]:
        """The servers in which something may be suggested. Doesn't belong on an event loop."""
        rows = self._rows("SELECT DISTINCT server FROM lookups WHERE server IS NOT NULL")
        return [int(str(server)) for (server,) in rows]

    def forget(self, server: int) -> None:
        """Forget what was looked up before everybody in a server."""
        with self._lock:
            self._asked[server] = _Asked(whole=True)
            _bounded(self._asked, _SERVERS)
        self._memory.soon("DELETE FROM lookups WHERE server = ?", server)

    def forget_old(self) -> None:
        """Forget what is older than DAYS; done by itself on each day on which something is kept."""
        self._cleared, oldest = self._today(), self._oldest()
        with self._lock:
            self._recent = OrderedDict((number, held) for number, held in self._recent.items() if held[0] >= oldest)
            for asked in self._asked.values():
                asked.questions = {number: held for number, held in asked.questions.items() if held[0] >= oldest}
        self._memory.soon("DELETE FROM lookups WHERE made < ?", oldest)

    def _complete(self, server: int, asked: _Asked) -> None:
        """Add the questions on the disk to those held, before them."""
        query = "SELECT id, made, lookup FROM lookups WHERE server = ? AND made >= ? ORDER BY rowid DESC LIMIT ?"
        try:
            rows = self._memory.read(query, server, self._oldest(), _ASKED)
        except (DataError, OSError):
            return
        found = [(str(number), int(str(day)), _read(str(lookup))) for number, day, lookup in reversed(rows)]
        with self._lock:
            older = {
                number: (day, lookup.words)
                for number, day, lookup in found
                if lookup and lookup.kind == "ask" and number not in self._dismissed
            }
            if not asked.whole:
                asked.questions, asked.whole = {**older, **asked.questions}, True

    def _asked_in(self, server: int) -> _Asked:
        asked = self._asked.setdefault(server, _Asked())
        _bounded(self._asked, _SERVERS)
        return asked

    def _rows(self, query: str, *values: object) -> list[tuple[object, ...]]:
        """What is on the disk; nothing where it can't be read: of that, writing tells, which nobody waits for."""
        with suppress(DataError, OSError):
            return self._memory.read(query, *values)
        return []

    def _today(self) -> int:
        return int(self._clock()) // _DAY

    def _oldest(self) -> int:
        return self._today() - DAYS


def _bounded(held: OrderedDict[Any, Any], most: int) -> None:
    if len(held) > most:
        held.popitem(last=False)


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
            shown=tuple(_place(*place) for place in values.get("shown", ())),
        )
    except (KeyError, ValueError, TypeError, AttributeError):
        return None


def _place(article_id: str, position: int, digest: str = "") -> Place:
    """A sentence that was shown; one of which no digest was kept is never found again."""
    return Place(str(article_id), int(position), str(digest))


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
