"""Topics that channels watch, and what of each was known when it was last looked at."""

from __future__ import annotations

import struct
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from threading import Lock

from bot.memory.database import Memory
from bot.wording import RefusalError
from knowledge.language.terms import folded

IN_CHANNEL, IN_SERVER = 10, 50
"""Watches that a channel may have, and a server."""
_DAY = 86_400
_EPOCH = date(1970, 1, 1)

Wording = tuple[int, ...]
"""What is kept of a sentence, to know it again: WORDING_SIZE numbers of 32 bits, made in bot/news.py."""
WORDING_SIZE = 7

_WATCH = "id, server, channel, parent, topic, made, resting"
_SEEN = "version, publishers, standing, known"


@dataclass(frozen=True, slots=True)
class Seen:
    """What answered a topic when it was last looked at.

    `version` is that of the articles then, and `publishers` a digest of those that were shown. `known` are the wordings
    of what answered it, the best first, and of what did so before; the first `standing` of them stood first.
    """

    version: int
    publishers: str
    standing: int
    known: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Watch:
    """A topic that a channel watches; `parent` is the channel that a thread belongs to.

    `resting` says that Discord refused the last message: it is tried again after a day, or once it is asked for again.
    """

    number: int
    server: int
    channel: int
    parent: int | None
    topic: str
    made: date
    resting: bool

    @property
    def channels(self) -> frozenset[int]:
        """The channel, and for a thread also the one that it belongs to: what the settings of a server name."""
        return frozenset({self.channel, self.parent or self.channel})


class Watches:
    """The watches of all channels, on the disk alone; `clock` gives seconds.

    Methods raise DataError or OSError and don't belong on an event loop, but for those that forget.
    """

    def __init__(self, memory: Memory, clock: Callable[[], float] = time.time) -> None:
        self._memory = memory
        self._clock = clock
        self._adding = Lock()

    def add(self, server: int, channel: int, parent: int | None, topic: str, seen: Seen) -> Watch | None:
        """Watch a topic from now on; the watch that has it already, woken where it rested, None for none.

        Raises RefusalError where the channel or the server has as many as it may.
        """
        with self._adding:
            others = self.of_server(server)
            here = [watch for watch in others if watch.channel == channel]
            if there := next((watch for watch in here if is_topic(watch, topic)), None):
                self._memory.change("UPDATE watches SET resting = 0, again = 0 WHERE id = ? AND resting", there.number)
                return there
            if len(here) >= IN_CHANNEL:
                raise RefusalError("refused-watches-channel", limit=IN_CHANNEL)
            if len(others) >= IN_SERVER:
                raise RefusalError("refused-watches-server", limit=IN_SERVER)
            made = int(self._clock()) // _DAY
            places = f"server, channel, parent, topic, made, resting, again, {_SEEN}"
            values = server, channel, parent, topic, made, 0, 0, *_written(seen)
            self._memory.change(f"INSERT INTO watches ({places}) VALUES ({_marks(values)})", *values)  # noqa: S608
            return None

    def of_server(self, server: int) -> list[Watch]:
        """The watches of a server, those of one channel together, in the order in which they were made."""
        return self._watches("server = ? ORDER BY channel, id", server)

    def of_channel(self, channel: int) -> list[Watch]:
        """The watches of a channel, in the order in which they were made."""
        return self._watches("channel = ? ORDER BY id", channel)

    def due(self, version: int) -> list[int]:
        """The numbers of those that were last looked at in another version of the articles and may be looked at now."""
        query = "SELECT id FROM watches WHERE version != ? AND again <= ? ORDER BY again, id"
        return [int(str(number)) for (number,) in self._memory.read(query, version, int(self._clock()))]

    def get(self, number: int) -> tuple[Watch, Seen] | None:
        """A watch, and what was known of its topic; None for one that is gone."""
        rows = self._memory.read(f"SELECT {_WATCH}, {_SEEN} FROM watches WHERE id = ?", number)  # noqa: S608
        return (_watch(rows[0][:7]), _seen(rows[0][7:])) if rows else None

    def keep(self, number: int, seen: Seen, pause: float = 0, *, resting: bool = False) -> bool:
        """Keep what is known of a topic now, not to look again for `pause` seconds; False for one that is gone."""
        again = int(self._clock() + pause)
        change = "UPDATE watches SET resting = ?, again = ?, version = ?, publishers = ?, standing = ?, known = ?"
        return self._memory.change(f"{change} WHERE id = ?", int(resting), again, *_written(seen), number) > 0

    def remove(self, number: int) -> bool:
        """Watch a topic no longer; False where that is so already."""
        return self._memory.change("DELETE FROM watches WHERE id = ?", number) > 0

    def servers(self) -> list[int]:
        """The servers that watch something."""
        return [int(str(server)) for (server,) in self._memory.read("SELECT DISTINCT server FROM watches")]

    def forget(self, server: int) -> None:
        """Forget the watches of a server."""
        self._memory.soon("DELETE FROM watches WHERE server = ?", server)

    def forget_channel(self, channel: int) -> None:
        """Forget the watches of a channel or a thread, and those of its threads."""
        self._memory.soon("DELETE FROM watches WHERE channel = ? OR parent = ?", channel, channel)

    def _watches(self, condition: str, value: int) -> list[Watch]:
        self._memory.flush()  # of what was forgotten before it could be written, that holds
        return [_watch(row) for row in self._memory.read(f"SELECT {_WATCH} FROM watches WHERE {condition}", value)]  # noqa: S608


def is_topic(watch: Watch, words: str) -> bool:
    """Whether the words are the topic, whatever their case and the marks between them."""
    wanted = folded(words)
    return folded(watch.topic) == wanted if wanted else watch.topic == words


def _watch(row: Iterable[object]) -> Watch:
    number, server, channel, parent, topic, made, resting = row
    return Watch(
        number=int(str(number)),
        server=int(str(server)),
        channel=int(str(channel)),
        parent=None if parent is None else int(str(parent)),
        topic=str(topic),
        made=_EPOCH + timedelta(days=int(str(made))),
        resting=bool(resting),
    )


def _seen(row: Iterable[object]) -> Seen:
    version, publishers, standing, known = row
    numbers = known if isinstance(known, bytes) else b""
    whole = len(numbers) // _PACKED.size * _PACKED.size
    return Seen(int(str(version)), str(publishers), int(str(standing)), tuple(_PACKED.iter_unpack(numbers[:whole])))


def _written(seen: Seen) -> tuple[object, ...]:
    known = b"".join(_PACKED.pack(*wording) for wording in seen.known)
    return seen.version, seen.publishers, seen.standing, known


def _marks(values: tuple[object, ...]) -> str:
    return ", ".join("?" * len(values))


_PACKED = struct.Struct(f"<{WORDING_SIZE}I")
