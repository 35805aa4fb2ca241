"""The Discord client: what it asks of Discord, and what it listens to."""

from __future__ import annotations

import asyncio
import logging

import discord

from bot.buttons.editors import EditorSelect
from bot.buttons.pressing import LookupButton
from bot.buttons.settings import SettingSelect
from bot.buttons.wrong import take_form
from bot.commands import add_commands
from bot.commands.building import Translations
from bot.services import Services
from bot.settings import Settings
from bot.syncing import sync_if_changed
from bot.tree import Commands
from bot.work import Work
from knowledge import Coverage

SYNCED = "discord.json"
"""The file of the data directory that tells which commands Discord has."""

log = logging.getLogger(__name__)


class Factbox(discord.AutoShardedClient):
    """The bot, answering from `coverage`. It asks for no privileged intent and keeps no messages and no members."""

    def __init__(self, coverage: Coverage, settings: Settings, shard_count: int | None = None) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            shard_count=shard_count,
            max_ratelimit_timeout=30,
        )
        self.services = Services.over(coverage, settings)
        self.work = Work()
        self.tree = Commands(self)
        self._home = discord.Object(settings.home) if settings.home else None
        add_commands(self.tree, self._home)
        self.add_dynamic_items(LookupButton, SettingSelect, EditorSelect)

    async def setup_hook(self) -> None:
        """Load what questions will need, and make the commands known. Called once, before the bot is connected."""
        await asyncio.to_thread(self.services.load)
        await self.tree.set_translator(Translations())
        await sync_if_changed(self.tree, self.services.settings.data / SYNCED, self._home)

    async def drain(self, seconds: float) -> None:
        """Begin nothing more for anybody, and finish within `seconds` what runs."""
        await self.work.finish(seconds)

    async def close(self) -> None:
        """Write what is still to be written, and disconnect."""
        await asyncio.to_thread(self.services.behind.now)
        await super().close()

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Forget a server that the bot has left."""
        self.services.forget(guild.id)

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Forget what a channel that is gone watched, and its threads."""
        self.services.watches.forget_channel(channel.id)

    async def on_raw_thread_delete(self, payload: discord.RawThreadDeleteEvent) -> None:
        """Forget what a thread that is gone watched."""
        self.services.watches.forget_channel(payload.thread_id)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Take the forms that people send: discord.py forgets them when it ends."""
        await take_form(interaction)

    async def on_ready(self) -> None:
        """Tell the operator, and forget servers left meanwhile. Called again once all shards have new sessions."""
        log.info("Ready as %s", self.user)
        self.services.behind.soon(self._forget_servers_left)

    def _forget_servers_left(self) -> None:
        """Forget the servers that the bot left while it was away; those that have an outage count as there."""
        self.services.forget_others({guild.id for guild in self.guilds})

    async def on_resumed(self) -> None:
        """Tell the operator that a lost connection is back."""
        log.info("Connected again")

    async def on_error(self, event_method: str, /, *args: object, **kwargs: object) -> None:  # noqa: ARG002
        """Log what failed outside of any command."""
        log.exception("%s failed", event_method)
