"""What every command and button is given: the coverage, and what the bot remembers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any, Protocol, Self, cast

from discord import Interaction

from bot.cooldowns import Cooldowns
from bot.memory.behind import WriteBehind
from bot.memory.database import Memory
from bot.memory.lookups import Lookups
from bot.memory.servers import Servers
from bot.memory.watches import Watches
from bot.mending import Mending
from bot.once import Once
from bot.replies.repeated import Replies
from bot.settings import Settings
from bot.tally import Tally
from bot.work import Work
from knowledge import Coverage


@dataclass(frozen=True, slots=True)
class Services:
    """Made once at the start and handed down."""

    settings: Settings
    coverage: Coverage
    replies: Replies
    servers: Servers
    lookups: Lookups
    watches: Watches
    tally: Tally
    behind: WriteBehind
    cooldowns: Cooldowns
    mending: Mending
    shared: Once = field(default_factory=Once)

    @classmethod
    def over(cls, coverage: Coverage, settings: Settings) -> Self:
        """The services over `coverage`, remembering in the data directory of `settings`."""
        behind = WriteBehind()
        memory = Memory(settings.data / "discord.db", behind)
        lookups, watches, tally = Lookups(memory), Watches(memory), Tally(coverage.feedback, behind)
        servers, cooldowns, mending = Servers(memory), Cooldowns(), Mending(coverage, behind)
        return cls(settings, coverage, Replies(coverage), servers, lookups, watches, tally, behind, cooldowns, mending)

    def load(self) -> None:
        """Make ready for questions. Raises DataError about the coverage; doesn't belong on an event loop.

        What the bot remembers is not needed for an answer: where that can't be read, it is tried again in time.
        """
        self.coverage.warm_up()
        self.behind.soon(self.servers.load)
        self.behind.now()
        # Opening reads no checksum of what nobody wrote to; the first questions don't wait for it.
        self.behind.soon(self.mending.look)
        self.lookups.forget_old()

    def forget(self, server: int) -> None:
        """Forget a server that the bot has left."""
        self.servers.forget(server)
        self.lookups.forget(server)
        self.watches.forget(server)

    def forget_others(self, servers: Collection[int]) -> None:
        """Forget all servers but these. Raises DataError, OSError; doesn't belong on an event loop."""
        known = {*self.servers.known(), *self.lookups.servers(), *self.watches.servers()}
        for server in known.difference(servers):
            self.forget(server)


class _Serving(Protocol):
    services: Services
    work: Work


def services_of(interaction: Interaction[Any]) -> Services:
    """The services of the bot that was asked."""
    return cast("_Serving", interaction.client).services


def work_of(interaction: Interaction[Any]) -> Work:
    """What the bot that was asked does just now."""
    return cast("_Serving", interaction.client).work
