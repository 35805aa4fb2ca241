"""`factbox run` as a process, sent to a look-alike of Discord."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from tests.bot.fake_discord import SECRET, FakeDiscord
from tests.forking import Forked, Streams, forked

APPLICATION = "MTAwMDAwMDAwMDAwMDAwMDAw"
TOKEN = f"{APPLICATION}.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789AB"
HELICOPTERS = "How many attack helicopters would Russia supply to Iraq?"

START = """
import sys, discord.gateway, discord.http, yarl
server = sys.argv.pop(1)
discord.http.Route.BASE = f"http://{server}/api/v10"
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"ws://{server}/gateway/")
from bot.cli import main
main()
"""
IMPATIENT = f"""
import discord.client, discord.shard
class Backoff(discord.shard.ExponentialBackoff):
    def delay(self):
        return min(super().delay(), 0.02)
async def without_pause(*_, **__):
    pass
discord.shard.ExponentialBackoff = Backoff
discord.client.Client.before_identify_hook = without_pause
{START}"""
"""With the pauses of discord.py before it connects anew made short."""

SLOWLY = """
import time
from bot import limits
from knowledge import Coverage
limits.DEFER_AFTER = 0.2
at_once = Coverage.{method}
def slowly(*arguments, **options):
    time.sleep({seconds})
    return at_once(*arguments, **options)
Coverage.{method} = slowly
"""
"""With a method of the coverage that takes so long that answers are promised first, sooner than otherwise; other code
follows."""
SLOW = SLOWLY.format(method="ask", seconds=0.7) + IMPATIENT
HANGING = SLOWLY.format(method="ask", seconds=60)
ENDS_SOON = """
from bot import running
running.FINISHING, running.ENDING = 0.5, 3
"""
"""With less time for the end than it gets otherwise; other code follows."""


@dataclass
class Process:
    """A running `factbox run`."""

    process: Forked
    out: IO[bytes]
    err: IO[bytes]

    def tell(self, number: signal.Signals) -> None:
        """Send it a signal."""
        self.process.tell(number)

    async def end(self, number: signal.Signals | None = None, within: float = 10) -> tuple[int, str]:
        """Send it that signal, wait for its end, so many seconds at most, and tell status and log."""
        if number is not None:
            self.tell(number)
        async with asyncio.timeout(20 if number is None else within):
            status = await asyncio.to_thread(self.process.wait)
        self.out.seek(0)
        assert not self.out.read()
        self.err.seek(0)
        log = self.err.read().decode()
        assert TOKEN not in log
        assert SECRET not in log
        assert "Traceback" not in log
        return status, log


@asynccontextmanager
async def running(
    data: Path,
    discord: FakeDiscord | str,
    token: str | None = TOKEN,
    code: str = START,
    settings: Mapping[str, str] | None = None,
) -> AsyncIterator[Process]:
    """`factbox run`, sent to a look-alike, or an address, instead of to Discord."""
    server = discord if isinstance(discord, str) else f"127.0.0.1:{discord.port}"
    environment = {"HOME": str(data), **({"DISCORD_TOKEN": token} if token else {}), **(settings or {})}
    with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as err:
        streams = Streams(given.fileno(), out.fileno(), err.fileno())
        with forked((server, "run", "--data", data), streams, data, environment, code) as process:
            yield Process(process, out, err)
