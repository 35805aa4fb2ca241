"""The slash commands together, and the one place for their errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import Interaction, app_commands

from bot.failures import tell_failure

if TYPE_CHECKING:
    from bot.client import Factbox


class Commands(app_commands.CommandTree["Factbox"]):
    """The commands of one client."""

    async def interaction_check(self, interaction: Interaction[Factbox], /) -> bool:
        """Begin nothing for a person once the bot is ending."""
        return await self.client.work.takes(interaction)

    async def on_error(self, interaction: Interaction[Factbox], error: app_commands.AppCommandError, /) -> None:
        """Tell the person, or the log, what went wrong."""
        await tell_failure(interaction, error, f"/{interaction.command.qualified_name if interaction.command else '?'}")
