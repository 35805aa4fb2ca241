"""`factbox run` as a process, against a look-alike of Discord: how it starts, answers and ends."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

import bot
from bot import limits
from tests.bot.fake_discord import FakeDiscord

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
SLOW_START = f"""
import time
from knowledge import Coverage
at_once = Coverage.ask
def slowly(*arguments, **options):
    time.sleep({limits.DEFER_AFTER + 0.5})
    return at_once(*arguments, **options)
Coverage.ask = slowly
{START}"""


@dataclass
class Process:
    """A running `factbox run`."""

    process: asyncio.subprocess.Process

    async def end(self, number: signal.Signals | None = None) -> tuple[int, str]:
        """Send it that signal, wait for its end, at most the five seconds that it may take, and tell status and log."""
        if number is not None:
            self.process.send_signal(number)
        async with asyncio.timeout(20 if number is None else 5):
            out, err = await self.process.communicate()
        assert not out
        assert self.process.returncode is not None
        log = err.decode()
        assert TOKEN not in log
        assert "interaction-secret" not in log
        assert "Traceback" not in log
        return self.process.returncode, log


@asynccontextmanager
async def running(
    data: Path, discord: FakeDiscord | str, token: str | None = TOKEN, code: str = START
) -> AsyncIterator[Process]:
    """`factbox run`, sent to a look-alike, or an address, instead of to Discord."""
    server = discord if isinstance(discord, str) else f"127.0.0.1:{discord.port}"
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(Path(bot.__file__).parents[1]),
        "HOME": str(data),
    }
    if token is not None:
        environment["DISCORD_TOKEN"] = token
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", code, server, "run", "--data", data),
        env=environment,
        cwd=data,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield Process(process)
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_answers_and_ends_when_told_to(own_data: Path, number: signal.Signals) -> None:
    async with FakeDiscord() as discord, running(own_data, discord) as factbox, asyncio.timeout(30):
        await discord.identified.wait()
        await discord.ask(HELICOPTERS)
        response = await discord.responses.get()
        assert response["type"] == 4
        assert "36 Mi" in str(response["data"]["components"])
        status, _ = await factbox.end(number)
        assert status == 0
        assert await discord.closed.get() == 1000
        assert discord.tokens == {f"Bot {TOKEN}"}


async def test_a_slow_answer_is_promised_and_then_given(own_data: Path) -> None:
    async with FakeDiscord() as discord, running(own_data, discord, code=SLOW_START) as factbox, asyncio.timeout(30):
        await discord.identified.wait()
        await discord.ask(HELICOPTERS)
        promise = await discord.responses.get()
        assert promise == {"type": 5}
        message = await discord.responses.get()
        assert "36 Mi" in str(message["components"])
        assert message["flags"] & 1 << 15
        assert (await factbox.end(signal.SIGTERM))[0] == 0


async def test_commands_are_synced_once_over_two_starts(own_data: Path) -> None:
    async with FakeDiscord() as discord:
        for _ in range(2):
            discord.identified.clear()
            async with running(own_data, discord) as factbox, asyncio.timeout(30):
                await discord.identified.wait()
                assert (await factbox.end(signal.SIGTERM))[0] == 0
    assert [command["name"] for commands in discord.syncs for command in commands] == ["ask"]


async def test_the_bot_is_told_no_more_than_the_servers_it_is_in(own_data: Path) -> None:
    async with FakeDiscord() as discord, running(own_data, discord), asyncio.timeout(30):
        await discord.identified.wait()
    assert discord.intents == 1


@pytest.mark.parametrize("step", ["/users/@me", "/commands", "/gateway/bot", "/gateway/"])
async def test_it_ends_when_told_to_while_it_starts(own_data: Path, step: str) -> None:
    async with FakeDiscord(stall=step) as discord, running(own_data, discord) as factbox, asyncio.timeout(30):
        await discord.stalled.wait()
        status, _ = await factbox.end(signal.SIGTERM)
        assert status == 0


async def test_it_ends_when_told_to_while_it_reconnects(own_data: Path) -> None:
    async with FakeDiscord() as discord, running(own_data, discord) as factbox, asyncio.timeout(30):
        await discord.identified.wait()
        discord.stall = "/gateway/"
        await discord.demand_new_session()
        await discord.stalled.wait()
        status, _ = await factbox.end(signal.SIGTERM)
        assert status == 0


async def test_it_ends_when_told_to_while_discord_is_away(own_data: Path) -> None:
    async with FakeDiscord() as discord, running(own_data, discord) as factbox, asyncio.timeout(30):
        await discord.identified.wait()
        discord.refuse["/gateway/"] = 503
        await discord.demand_new_session()
        await discord.refused.wait()
        status, log = await factbox.end(signal.SIGTERM)
        assert status == 0
        assert len(log.splitlines()) < 6


@pytest.mark.parametrize(
    ("discord", "sentence"),
    [
        (FakeDiscord(refuse={"/users/@me": 401}), "Discord refuses the token"),
        (FakeDiscord(end_with=4004), "Discord refuses the token"),
        (FakeDiscord(end_with=4014), "intents"),
        (FakeDiscord(end_with=4013), "4013"),
        (FakeDiscord(refuse={"/users/@me": 503}), "Discord can't be reached (503)"),
        (FakeDiscord(refuse={"/gateway/bot": 403}), "Discord can't be reached"),
    ],
    ids=["token", "token-at-gateway", "intents-not-allowed", "intents-unknown", "away", "gateway-away"],
)
async def test_what_discord_refuses_is_one_line(own_data: Path, discord: FakeDiscord, sentence: str) -> None:
    async with discord, running(own_data, discord) as factbox:
        status, log = await factbox.end()
    assert status == 1
    assert log.startswith("factbox: ")
    assert log.count("\n") == 1
    assert sentence in log


async def test_discord_out_of_reach_is_one_line(own_data: Path) -> None:
    async with running(own_data, "127.0.0.1:9") as factbox:
        status, log = await factbox.end()
    assert status == 1
    assert log.startswith("factbox: Discord can't be reached")
    assert log.count("\n") == 1


@pytest.mark.parametrize(
    "token", [None, "", f'"{TOKEN}"', TOKEN[:-9] + " " + TOKEN[-9:], TOKEN.replace("z", "ж"), "secret"]
)
async def test_with_a_malformed_token_discord_is_not_asked(tmp_path: Path, token: str | None) -> None:
    async with FakeDiscord() as discord, running(tmp_path, discord, token) as factbox:
        status, log = await factbox.end()
    assert status == 1
    assert log.startswith("factbox: ")
    assert log.count("\n") == 1
    assert "DISCORD_TOKEN" in log
    assert not token or token not in log
    assert not discord.requests


async def test_the_bot_before_a_token_is_not_part_of_it(own_data: Path) -> None:
    async with FakeDiscord() as discord, running(own_data, discord, f"Bot {TOKEN}"), asyncio.timeout(30):
        await discord.identified.wait()
    assert discord.tokens == {f"Bot {TOKEN}"}


AT_THE_IMPORT_OF_DISCORD = """
import os, signal, sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == "discord":
            os.kill(os.getpid(), signal.{signal})
sys.meta_path.insert(0, Finder())
sys.argv = ["factbox", "run"]
from bot.cli import main
main()
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_a_signal_while_it_loads_ends_it_cleanly(tmp_path: Path, name: str) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(Path(bot.__file__).parents[1]),
        "FACTBOX_DATA": str(tmp_path),
        "DISCORD_TOKEN": "",
    }
    command = [sys.executable, "-c", AT_THE_IMPORT_OF_DISCORD.format(signal=name)]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=30)
    assert (ended.returncode, ended.stderr) == (0, "")
