"""`/settings`: how the bot behaves in a server, for those who may manage it."""

from __future__ import annotations

from typing import Any

from discord import Interaction, Permissions, app_commands

from bot.audience import audience_of
from bot.buttons.settings import managed_server, publishers_of
from bot.commands.building import SERVERS, slash
from bot.promises import show_privately
from bot.replies.settings import settings_view
from bot.responding import in_time
from bot.services import services_of


def settings_command() -> app_commands.Command[Any, ..., None]:
    """The command."""

    @slash("settings", SERVERS, Permissions(manage_guild=True))
    async def settings(interaction: Interaction) -> None:
        server, services = managed_server(interaction), services_of(interaction)
        publishers = await in_time(interaction, True, lambda: publishers_of(services.coverage))
        view = settings_view(services.servers.of(server), publishers, audience_of(interaction, private=True).say)
        await show_privately(interaction, view)

    return settings
