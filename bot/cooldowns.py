"""How often a person, and a server, may ask: enough for any discussion, too little to fill a channel."""

from __future__ import annotations

import time
from collections.abc import Callable

from discord import app_commands

from bot.wording import RefusalError

PERSON = (5, 20.0)
"""Lookups that a person may begin within so many seconds."""
SERVER = (40, 30.0)
"""The same for all people of a server together."""
_MOST = 10_000
"""People and servers held in memory before those that have waited long enough are let go."""


class Cooldowns:
    """The lookups of the last seconds, in memory alone; `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._kept: dict[tuple[str, int], app_commands.Cooldown] = {}

    def check(self, person: int, server: int | None) -> None:
        """Count a lookup. Raises RefusalError, saying when to try again, for one too many."""
        now = self._clock()
        self._let_go(now)
        self._count("person", person, PERSON, now)
        if server:
            self._count("server", server, SERVER, now)

    def forget(self, person: int) -> None:
        """Let go of a person whose time is over; others are let go in time."""
        cooldown = self._kept.get(("person", person))
        if cooldown and _is_over(cooldown, self._clock()):
            del self._kept["person", person]

    def _count(self, who: str, number: int, allowed: tuple[int, float], now: float) -> None:
        cooldown = self._kept.setdefault((who, number), app_commands.Cooldown(*allowed))
        wait = cooldown.update_rate_limit(now)
        if wait is not None:
            raise RefusalError(f"refused-cooldown-{who}", again=f"<t:{int(now + wait) + 1}:R>")

    def _let_go(self, now: float) -> None:
        if len(self._kept) > _MOST:
            self._kept = {who: cooldown for who, cooldown in self._kept.items() if not _is_over(cooldown, now)}


def _is_over(cooldown: app_commands.Cooldown, now: float) -> bool:
    return cooldown.get_tokens(now) == cooldown.rate
