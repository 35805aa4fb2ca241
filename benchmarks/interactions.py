"""The bot under load, beside one that answers a constant text: time to the first response, CPU and memory.

    pip install -e '.[dev,benchmarks]' && python -m benchmarks.interactions [--rate 50] [--seconds 20] [--servers 2000]

Both bots run as processes of their own and talk to a look-alike of Discord on loopback, so all times hold the
look-alike's share too. CPU is that of the bot's process alone, from /proc by psutil, per interaction.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import psutil
from aiohttp import web

from knowledge import Coverage
from tests.bot.bot_process import START, TOKEN
from tests.bot.fake_discord import FakeDiscord
from tests.forking import PYTHON

ROOT = Path(__file__).parents[1]
CONSTANT = """
import asyncio, os, sys, discord, discord.gateway, discord.http, yarl
from discord import app_commands
server = sys.argv[1]
discord.http.Route.BASE = f"http://{server}/api/v10"
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"ws://{server}/gateway/")
discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
client = discord.AutoShardedClient(
    intents=discord.Intents(guilds=True), max_messages=None, member_cache_flags=discord.MemberCacheFlags.none(),
    chunk_guilds_at_startup=False, allowed_mentions=discord.AllowedMentions.none(),
)
tree = app_commands.CommandTree(client)
@tree.command(name="ask", description="Ask")
async def ask(interaction: discord.Interaction, question: str) -> None:
    await interaction.response.send_message("A constant text.")
@ask.autocomplete("question")
async def complete(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name="A constant choice", value="constant")]
asyncio.run(client.start(os.environ["DISCORD_TOKEN"]))
"""
KINDS = {
    "questions, none twice in a minute": (2, None),
    "ten questions again and again": (2, 10),
    "suggestions": (4, None),
}
"""By name: the kind of the interactions, and how many questions there are, None for all."""
BOTS = {"constant text": CONSTANT, "factbox": START}


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds from an interaction to its first response, of CPU for each; and megabytes at the end."""

    median: float
    most: float
    cpu: float
    memory: float


class Discord(FakeDiscord):
    """Notes when each interaction was sent and when it was answered."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[str, float] = {}
        self.took: dict[str, float] = {}
        self.number = 100_000

    async def _callback(self, request: web.Request) -> web.Response:
        number = request.match_info["id"]
        self.took[number] = time.perf_counter() - self.sent[number]
        return await super()._callback(request)

    async def join(self, servers: int) -> None:
        """Put the bot into small servers."""
        for number in range(servers):
            await self.gateway.dispatch("GUILD_CREATE", _server(10_000_000 + 1_000 * number))

    async def interact(self, question: str, kind: int, servers: int) -> None:
        """Have somebody ask in one of the servers (kind 2), or begin to (kind 4)."""
        self.number += 1
        server = 10_000_000 + 1_000 * (self.number % servers)
        interaction = _interaction(self.number, server, question, kind)
        self.sent[str(self.number)] = time.perf_counter()
        await self.gateway.dispatch("INTERACTION_CREATE", interaction)


def main() -> None:
    """Measure both bots, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rate", type=int, default=50, help="interactions a second")
    parser.add_argument("--seconds", type=int, default=20, help="of each measurement")
    parser.add_argument("--servers", type=int, default=2_000, help="that the bot is in")
    options = parser.parse_args()
    print("| interactions | bot | median ms | 99 % ms | CPU ms each | MB |\n|---|---|---|---|---|---|")
    for name, (kind, most) in KINDS.items():
        for bot, code in BOTS.items():
            measured = asyncio.run(_measure(code, kind, most, options))
            row = (f"{value:.1f}" for value in (measured.median, measured.most, measured.cpu, measured.memory))
            print("|", " | ".join([name, bot, *row]), "|", flush=True)


async def _measure(code: str, kind: int, most: int | None, options: argparse.Namespace) -> Measured:
    questions = list(_questions())[:most]
    with tempfile.TemporaryDirectory() as folder:
        Coverage.open(folder).close()
        async with Discord() as discord, _running(code, folder, discord.port) as process:
            await discord.gateway.greetings.get()
            await discord.join(options.servers)
            await _load(discord, questions, kind, options, 7)  # until all is loaded and settled
            discord.took.clear()
            before = process.cpu_times()
            await _load(discord, questions, kind, options, options.seconds)
            after = process.cpu_times()
            count = len(discord.took)
            assert count == options.rate * options.seconds, "an interaction was lost"
            cpu = after.user + after.system - before.user - before.system
            took = sorted(1_000 * seconds for seconds in discord.took.values())
            memory = process.memory_info().rss / 2**20
            return Measured(statistics.median(took), took[int(0.99 * count)], 1_000 * cpu / count, memory)


@asynccontextmanager
async def _running(code: str, folder: str, port: int) -> AsyncIterator[psutil.Process]:
    """A bot as a process of its own."""
    command = (sys.executable, "-c", code, f"127.0.0.1:{port}", "run", "--data", folder)
    environment = {**PYTHON, "PYTHONWARNINGS": "", "HOME": folder, "DISCORD_TOKEN": TOKEN}
    process = await asyncio.create_subprocess_exec(*command, env=environment, cwd=folder)
    try:
        yield psutil.Process(process.pid)
    finally:
        process.kill()
        await process.wait()


async def _load(discord: Discord, questions: list[str], kind: int, options: argparse.Namespace, seconds: int) -> None:
    start, count = time.perf_counter(), options.rate * seconds
    for number, question in enumerate(islice(cycle(questions), count)):
        await asyncio.sleep(start + number / options.rate - time.perf_counter())
        await discord.interact(question, kind, options.servers)
    await asyncio.sleep(1)


def _questions() -> Iterator[str]:
    """The questions of the tests, each with words of its own before it, so that many are distinct."""
    lines = (ROOT / "tests" / "knowledge" / "gate" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    own = [json.loads(line)["question"] for line in lines]
    openings = ["", "Please: ", "Tell me, ", "I wonder: ", "Well, ", "So ", "Does anybody know: ", "Quick one: "]
    return (opening + question for opening in openings for question in own)


def _interaction(number: int, server: int, question: str, kind: int) -> dict[str, Any]:
    user = {"id": str(number), "username": "ann", "discriminator": "0", "avatar": None, "global_name": None}
    member = {"user": user, "roles": [], "joined_at": "2026-01-01T00:00:00+00:00", "deaf": False, "mute": False}
    option = {"name": "question", "type": 3, "value": question, "focused": True}
    return {
        "id": str(number),
        "application_id": "1000",
        "type": kind,
        "token": f"token-{number}",
        "version": 1,
        "guild_id": str(server),
        "channel_id": str(server + 1),
        "channel": _channel(server, 1),
        "member": {**member, "permissions": "274877906944", "flags": 0},
        "locale": "en-GB",
        "guild_locale": "en-US",
        "entitlements": [],
        "authorizing_integration_owners": {},
        "context": 0,
        "app_permissions": "0",
        "attachment_size_limit": 0,
        "data": {"id": "5000", "name": "ask", "type": 1, "options": [option]},
    }


def _server(number: int) -> dict[str, Any]:
    """A server of ten channels and four roles, as the gateway tells it."""
    roles = [
        {"id": str(number + place), "name": "r", "permissions": "274877906944", "position": place}
        | {
            "color": 0,
            "colors": {"primary_color": 0},
            "hoist": False,
            "managed": False,
            "mentionable": False,
            "flags": 0,
        }
        for place in (0, 500, 501, 502)
    ]
    return {
        "id": str(number),
        "name": f"server {number}",
        "owner_id": "1",
        "member_count": 50,
        "roles": roles,
        "channels": [_channel(number, place) for place in range(1, 11)],
        "emojis": [],
        "features": [],
        "members": [],
        "preferred_locale": "en-US",
        "large": False,
    }


def _channel(server: int, place: int) -> dict[str, Any]:
    own = {"id": str(server + place), "name": f"channel {place}", "type": 0, "position": place}
    return {**own, "guild_id": str(server), "permission_overwrites": [], "permissions": "274877906944"}


if __name__ == "__main__":
    main()
