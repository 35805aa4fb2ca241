"""`/settings`: how the bot behaves in a server, for those who may manage it."""

from __future__ import annotations

import asyncio
from typing import Any

from discord import Interaction, Permissions, app_commands

from bot.audience import audience_of
from bot.buttons.settings import managed_server
from bot.commands.building import SERVERS, slash
from bot.replies.settings import settings_view
from bot.services import services_of


def settings_command() -> app_commands.Command[Any, ..., None]:
    """The command."""

    @slash("settings", SERVERS, Permissions(manage_guild=True))
    async def settings(interaction: Interaction) -> None:
        server, services = managed_server(interaction), services_of(interaction)
        overview = await asyncio.to_thread(services.coverage.overview)
        publishers = [name for name, _ in overview.publishers]
        view = settings_view(services.servers.of(server), publishers, audience_of(interaction, private=True).say)
        await interaction.response.send_message(view=view, ephemeral=True)

    return settings
