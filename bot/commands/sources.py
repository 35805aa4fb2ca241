"""**Find sources**: where the quotations and the figures of a message come from."""

from __future__ import annotations

from discord import Interaction, Message, app_commands

from bot.commands.building import menu
from bot.commands.messages import look_into
from bot.replies.claims import sources_reply


def sources_menu() -> app_commands.ContextMenu:
    """The entry of a message's menu."""

    @menu("sources")
    async def sources(interaction: Interaction, message: Message) -> None:
        await look_into(interaction, message, sources_reply)

    return sources
