"""`/privacy`: what is stored, and the end of what concerns a person."""

from __future__ import annotations

import asyncio

from discord import Interaction, app_commands

from bot.audience import audience_of
from bot.commands.building import group, subcommand
from bot.memory.lookups import DAYS
from bot.promises import promise
from bot.services import services_of


def privacy_commands() -> app_commands.Group:
    """`/privacy show` and `/privacy delete`."""
    privacy = group("privacy")

    @subcommand(privacy, "show")
    async def show(interaction: Interaction) -> None:
        say = audience_of(interaction, private=True).say
        await interaction.response.send_message(say("privacy-show", days=DAYS), ephemeral=True)

    @subcommand(privacy, "delete")
    async def delete(interaction: Interaction) -> None:
        services, say = services_of(interaction), audience_of(interaction, private=True).say
        await promise(interaction, private=True)
        removed = await asyncio.to_thread(services.coverage.feedback.forget, interaction.user.id)
        services.cooldowns.forget(interaction.user.id)
        await interaction.edit_original_response(content=say("privacy-deleted", count=removed))

    return privacy
