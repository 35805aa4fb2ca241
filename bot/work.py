"""What the bot does for people just now, so that its end can wait for it."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import discord
from discord import Interaction, InteractionType

from bot.logs import in_one_line
from bot.texts import language_of, texts_in

log = logging.getLogger(__name__)

_NAMES = ("CommandTree-", "discord-ui-", "discord.py: on_interaction")
"""How the names of discord.py's tasks for commands, completions, buttons and forms begin."""


class Work:
    """What runs for people. No command has to announce itself: discord.py gives each interaction a task with a name."""

    def __init__(self) -> None:
        self._ending = False

    async def takes(self, interaction: Interaction[Any]) -> bool:
        """Whether something may be begun for `interaction`. Where not, the person is told when to ask again."""
        if not self._ending:
            return True
        try:
            await _put_off(interaction)
        except discord.HTTPException as error:
            log.warning("Somebody could not be told that the bot ends (%s)", in_one_line(error))
        return False

    async def finish(self, seconds: float) -> None:
        """Take nothing more, and wait at most `seconds` for what runs."""
        self._ending = True
        try:
            async with asyncio.timeout(seconds):
                for _ in range(2):  # what ran when the end was asked for, then those who came too late
                    await asyncio.gather(*_running(), return_exceptions=True)
        except TimeoutError:
            log.warning("Not everybody had an answer when the time for it was over")


async def _put_off(interaction: Interaction[Any]) -> None:
    if interaction.type is InteractionType.autocomplete:
        await interaction.response.autocomplete([])
        return
    say = texts_in(language_of(interaction.locale.value) or "en")
    await interaction.response.send_message(say("reply-restarting"), ephemeral=True)


def _running() -> list[asyncio.Task[Any]]:
    return [task for task in asyncio.all_tasks() if task.get_name().startswith(_NAMES)]
