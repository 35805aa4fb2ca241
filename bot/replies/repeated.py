"""Replies that are wanted again: in a discussion the same thing is asked by several, and shared by one."""

from __future__ import annotations

import time
from collections import OrderedDict
from datetime import date

from bot.memory.lookups import Lookup
from bot.replies import make_reply
from bot.replies.reply import Reply
from bot.texts import Texts
from knowledge import Coverage

_MOST = 48
"""Replies held, each of some 60 kB."""
_FRESH = 1.0
"""Seconds after a look at the disk within which telling the version of the articles needs none."""

_Held = tuple[Lookup, str, int, date]
"""What a reply depends on: the lookup, the language, the version of the articles, and what day "today" is."""


class Replies:
    """The replies of `coverage`, the last of them held until the articles change.

    The blocks of a reply held may be put into one message after the other, but not into two at once: whoever takes
    them must send them before anything else is done on the event loop.
    """

    def __init__(self, coverage: Coverage) -> None:
        self._coverage = coverage
        self._held: OrderedDict[_Held, Reply] = OrderedDict()
        self._looked = float("-inf")

    def at_once(self, lookup: Lookup, say: Texts) -> Reply | None:
        """The reply, if it is held and that can be told without a look at the disk. Raises DataError."""
        if time.monotonic() - self._looked > _FRESH:
            return None
        return self._held.get(self._key(lookup, say))

    def of(self, lookup: Lookup, say: Texts) -> Reply:
        """The reply. Raises FactboxError; doesn't belong on an event loop."""
        key, self._looked = self._key(lookup, say), time.monotonic()
        reply = self._held.get(key) or make_reply(lookup, self._coverage, say)
        self._held[key] = reply
        if len(self._held) > _MOST:
            self._held.popitem(last=False)
        return reply

    def _key(self, lookup: Lookup, say: Texts) -> _Held:
        return lookup, say.language, self._coverage.version(), date.today()  # noqa: DTZ011 - that of who runs the bot
