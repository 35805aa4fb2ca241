"""Commands in place of the message menus, which simcord's page can't open: they call the very same functions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import discord
from discord import Interaction, app_commands

from bot import limits
from bot.markdown import cut
from bot.wording import RefusalError


def stand_ins(tree: app_commands.CommandTree[Any]) -> Iterator[app_commands.Command[Any, ..., None]]:
    """A slash command for each message menu of `tree`, with the message as its option."""
    for menu in tree.get_commands(type=discord.AppCommandType.message):
        if isinstance(menu, app_commands.ContextMenu):
            yield _stand_in(menu)


def _stand_in(menu: app_commands.ContextMenu) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(
        name=re.sub(r"\W+", "-", menu.name.lower()), description=f"In Discord: a message's menu > Apps > {menu.name}"
    )
    @app_commands.describe(message="The message")
    @app_commands.autocomplete(message=_offer)
    async def stand_in(interaction: Interaction, message: str) -> None:
        meant = [one for one in await _messages(interaction) if str(one.id) == message]
        if not meant:
            raise RefusalError("preview-no-message")
        await menu.callback(interaction, meant[0])  # type: ignore[arg-type]

    stand_in.allowed_contexts, stand_in.allowed_installs = menu.allowed_contexts, menu.allowed_installs
    return stand_in


async def _offer(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    said = [(f"{one.author.display_name}: {one.content}", str(one.id)) for one in await _messages(interaction)]
    return [
        app_commands.Choice(name=cut(words, limits.OPTION_LABEL), value=number)
        for words, number in said
        if typed.casefold() in words.casefold()
    ]


async def _messages(interaction: Interaction) -> list[discord.Message]:
    """The last messages that people wrote in the channel, the newest first."""
    channel = interaction.channel
    if not isinstance(channel, discord.abc.Messageable):
        return []
    said = [message async for message in channel.history() if message.content and not message.author.bot]
    return said[: limits.CHOICES]
