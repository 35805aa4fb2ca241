"""What every command and button is given: the coverage, and what the bot remembers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol, Self, cast

from discord import Interaction

from bot.cooldowns import Cooldowns
from bot.memory.behind import WriteBehind
from bot.memory.database import Memory
from bot.memory.lookups import Lookups
from bot.memory.servers import Servers
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
    tally: Tally
    behind: WriteBehind
    cooldowns: Cooldowns

    @classmethod
    def over(cls, coverage: Coverage, settings: Settings) -> Self:
        """The services over `coverage`, remembering in the data directory of `settings`."""
        memory = Memory(settings.data / "discord.db")
        behind = WriteBehind()
        lookups, tally = Lookups(memory, behind), Tally(coverage.feedback, behind)
        return cls(settings, coverage, Replies(coverage), Servers(memory), lookups, tally, behind, Cooldowns())

    def load(self) -> None:
        """Make ready for questions. Raises DataError and sqlite3.Error; doesn't belong on an event loop."""
        self.coverage.warm_up()
        self.servers.load()
        self.lookups.forget_old()


class _Serving(Protocol):
    services: Services
    work: Work


def services_of(interaction: Interaction[Any]) -> Services:
    """The services of the bot that was asked."""
    return cast("_Serving", interaction.client).services


def work_of(interaction: Interaction[Any]) -> Work:
    """What the bot that was asked does just now."""
    return cast("_Serving", interaction.client).work
