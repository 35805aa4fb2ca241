"""**Check against the coverage**: the facts nearest to what a message claims."""

from __future__ import annotations

from discord import Interaction, Message, app_commands

from bot.commands.building import menu
from bot.commands.messages import look_into
from bot.replies.claims import check_reply


def check_menu() -> app_commands.ContextMenu:
    """The entry of a message's menu."""

    @menu("check")
    async def check(interaction: Interaction, message: Message) -> None:
        await look_into(interaction, message, check_reply)

    return check
