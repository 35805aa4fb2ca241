"""A server to try the bot in: a channel in the middle of a discussion that the seed articles have something on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import discord
import simcord

from bot.client import Factbox
from bot.preview.menus import stand_ins
from bot.settings import Settings
from knowledge import Coverage

TOPIC = "Type / for the commands. What Discord has in a message's menu is a command here, too."
DISCUSSION = (
    ("Ben", "pretty sure Turkey put like 40 jets on the border back then"),
    ("Ann", "And Russia sold Iraq 36 attack helicopters, no?"),
    ("Ben", "“We are ready to provide Iraq with any Russian-made military products.” Wasn't that Putin?"),
    ("Maya", "Some 140,000 people had been killed in Syria by 2014."),
    ("Ben", "whatever, bread went up by 10% last year and nobody writes about that"),
)
"""Who says what, for the message menus."""
LONGEST = 60.0
"""Seconds that a command may run, as one that adds articles does."""


@dataclass(frozen=True, slots=True)
class Newsroom:
    """The server: a channel, a member, an editor who manages the server, and what was said; `env` holds it all."""

    env: simcord.Env
    bot: Factbox
    channel: simcord.ChannelHandle
    member: simcord.MemberActor
    editor: simcord.MemberActor
    said: tuple[discord.Message, ...]


@asynccontextmanager
async def newsroom(coverage: Coverage, settings: Settings, locale: discord.Locale) -> AsyncIterator[Newsroom]:
    """The bot over `coverage` in its home server, where everybody's Discord is in the language of `locale`.

    What the bot remembers, such as the server's settings, is gone at the end; what an editor adds to `coverage` stays.
    """
    # The bot must be told of its home and its editor when it is made: another client holds the place until they are.
    env = simcord.Env(discord.Client(intents=discord.Intents(guilds=True)), settle_timeout=LONGEST)
    env.backend.bot_user.name = "Factbox"
    await env.start()
    try:
        await env.advance_time(max(0.0, (datetime.now(UTC) - env.now()).total_seconds()))
        server = env.create_guild("Newsroom")
        channel = server.create_text_channel("debate", topic=TOPIC)
        desk = server.create_role("Desk", permissions=discord.Permissions(administrator=True))
        people = {
            name: server.add_member(env.create_user(name.lower(), global_name=name), roles=[desk] if manages else [])
            for name, manages in (("Ann", False), ("Ben", False), ("Maya", True))
        }
        with TemporaryDirectory(prefix="factbox-") as memory:
            here = replace(settings, data=Path(memory), home=server.id, editors=frozenset({people["Maya"].id}))
            bot = _Abroad(coverage, here, locale)
            try:
                await env.restart_bot(bot)
                vars(bot.tree).pop("on_error", None)  # simcord's, which takes what the bot tells people for a failure
                said = [await people[who].send(channel, words) for who, words in DISCUSSION]
                yield Newsroom(env, bot, channel, people["Ann"], people["Maya"], tuple(said))
            finally:
                await bot.close()
    finally:
        await env.shutdown()


class _Abroad(Factbox):
    """The bot, for people whose Discord is in the language of `locale`, while simcord's is in American English."""

    def __init__(self, coverage: Coverage, settings: Settings, locale: discord.Locale) -> None:
        super().__init__(coverage, settings, shard_count=1)
        self._locale = locale
        for command in stand_ins(self.tree):
            self.tree.add_command(command)

    def dispatch(self, event: str, /, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - whatever events carry
        """Called with every interaction before anything else sees it."""
        if event == "interaction":
            args[0].locale = self._locale
        super().dispatch(event, *args, **kwargs)
