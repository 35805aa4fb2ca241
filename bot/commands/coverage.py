"""`/coverage`: what the bot knows."""

from __future__ import annotations

from typing import Any

from discord import Interaction, app_commands

from bot.commands.building import slash
from bot.memory.lookups import Lookup
from bot.responding import respond


def coverage_command() -> app_commands.Command[Any, ..., None]:
    """The command."""

    @slash("coverage")
    async def coverage(interaction: Interaction, private: bool | None = None) -> None:
        await respond(interaction, Lookup("coverage"), private)

    return coverage
