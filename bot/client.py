"""The Discord bot: how it starts, what it listens to, and how it ends."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import aiohttp
import discord

from bot.commands.ask import ask_command
from bot.logs import write_logs
from bot.settings import Settings
from bot.texts import Texts, english
from bot.token import bare_token, token_problem
from bot.tree import Commands
from bot.wording import RefusalError
from knowledge import Coverage

SYNCED = "discord.json"
"""The file of the data directory that tells which commands Discord has."""
ENDING = 4.5
"""Seconds that the end may take once it is asked for."""

log = logging.getLogger(__name__)


class Factbox(discord.AutoShardedClient):
    """The bot, answering from `coverage`. It asks for no privileged intent and keeps no messages and no members."""

    def __init__(
        self, coverage: Coverage, data: Path, say: Texts | None = None, shard_count: int | None = None
    ) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            shard_count=shard_count,
            max_ratelimit_timeout=30,
        )
        self._coverage = coverage
        self._data = data
        self.tree = Commands(self, say or english())
        self.tree.add_command(ask_command(coverage, say or english()))

    async def setup_hook(self) -> None:
        """Make the commands known. Called once, before the bot is connected."""
        await asyncio.to_thread(self._coverage.warm_up)
        await self.tree.sync_if_changed(self._data / SYNCED)

    async def on_ready(self) -> None:
        """Tell the operator. Called again after every new session."""
        log.info("Ready as %s", self.user)

    async def on_error(self, event_method: str, /, *args: object, **kwargs: object) -> None:  # noqa: ARG002
        """Log what failed outside of any command."""
        log.exception("%s failed", event_method)


def run(settings: Settings, open_coverage: Callable[[], Coverage]) -> int:
    """Run the bot until SIGINT or SIGTERM and return the exit status.

    Raises RefusalError where Discord or the token doesn't allow it, and what `open_coverage` raises.
    """
    problem = token_problem(settings.token)
    if problem or settings.token is None:
        raise RefusalError(problem or "start-no-token")
    write_logs(sys.stderr)
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # it won't speak
    _end_on_signals()
    try:
        with open_coverage() as coverage:
            asyncio.run(_serve(Factbox(coverage, settings.data), bare_token(settings.token)))
    except KeyboardInterrupt:
        log.info("Ended")
    return 0


def _end_on_signals() -> None:
    """Make SIGTERM do what SIGINT does: raise KeyboardInterrupt, or cancel what `asyncio.run` runs."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have it ignored in the background
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))


async def _serve(client: Factbox, token: str) -> None:
    """Keep `client` connected until it is cancelled. Raises RefusalError where Discord doesn't let it in."""
    async with client:
        # A task of its own, since discord.py swallows a cancellation while it reconnects.
        session = asyncio.create_task(client.start(token))
        try:
            await asyncio.wait({session})
            _check(session)
        except asyncio.CancelledError:
            _insist()
            raise
        finally:
            session.cancel()
            await client.close()
            await asyncio.gather(session, return_exceptions=True)


def _insist() -> None:
    """End the process in time even if a thread won't, such as one that waits for the address of a host."""
    timer = threading.Timer(ENDING, os._exit, (0,))
    timer.daemon = True
    timer.start()


def _check(session: asyncio.Task[None]) -> None:
    """Raise why `session` ended, as a person should hear it."""
    match session.exception():
        case None:
            return
        case discord.LoginFailure() | discord.ConnectionClosed(code=4004):  # the gateway's word for the same
            raise RefusalError("start-token-refused")
        case discord.PrivilegedIntentsRequired():
            raise RefusalError("start-intents")
        case discord.ConnectionClosed(code=code):
            raise RefusalError("start-closed", reason=str(code))
        case discord.HTTPException(status=status):
            raise RefusalError("start-unreachable", reason=str(status))
        case discord.GatewayNotFound() | discord.RateLimited() | aiohttp.ClientError() | OSError() as error:
            raise RefusalError("start-unreachable", reason=type(error).__name__)
        case error:
            raise error
