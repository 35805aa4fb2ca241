"""A debate in a simulated server, and what those who take part in it can do with the bot."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import discord
import simcord

from bot.client import Factbox
from tests.bot.replies_shown import shown

Result = simcord.InteractionResult
Restart = Callable[..., Awaitable[Factbox]]
"""Starts the bot anew, over the same data directory or over the one that it is given."""


class Debate:
    """A channel with Ann, who asks, with Bob, and with Mia, who may take messages away."""

    def __init__(self, env: simcord.Env) -> None:
        self.env = env
        self.guild = env.create_guild()
        moderators = self.guild.create_role("Moderators", permissions=discord.Permissions(manage_messages=True))
        self.ann = self.guild.add_member(env.create_user("ann"))
        self.bob = self.guild.add_member(env.create_user("bob"))
        self.mia = self.guild.add_member(env.create_user("mia"), roles=[moderators])
        self.channel = self.guild.create_text_channel("debate")

    async def slash(self, command: str, **options: Any) -> Result:  # noqa: ANN401
        """What Ann gets for a command."""
        return await self.ann.slash(self.channel, command, **options)

    async def look(self, menu: str, text: str) -> Result:
        """What Ann gets for an entry of the menu of a message by Bob."""
        return await self.ann.context_menu(self.channel, menu, await self.bob.send(self.channel, text))

    async def click(self, result: Result, label: str, who: simcord.MemberActor | None = None) -> Result:
        """What Ann, or another, gets for a button of a reply."""
        assert result.response is not None
        return await (who or self.ann).click(result.response, label=label)


def quotations(result: Result) -> list[str]:
    """The quotations of a reply, as they are sent."""
    return [line for line in shown(result).splitlines() if line.startswith("> ")]


def refusal(result: Result) -> str:
    """The line that somebody alone gets instead of what was wanted."""
    message = result.followups[0] if result.followups else result.response
    assert message is not None
    assert message.ephemeral
    return message.content
