"""`factbox run` as a process, told to end: it finishes what it is at, says goodbye to Discord and is gone in time."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import bot
from bot.running import ENDING, FINISHING
from bot.texts import english
from tests.bot.bot_process import ENDS_SOON, HANGING, HELICOPTERS, SLOW, START, running
from tests.bot.fake_discord import FakeDiscord


async def _asked(discord: FakeDiscord) -> dict[str, Any]:
    """What somebody who asks is answered first."""
    await discord.ask(HELICOPTERS)
    return await discord.responses.get()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_promised_answer_under_way_is_given_before_the_end(own_data: Path, number: signal.Signals) -> None:
    async with FakeDiscord() as discord, running(own_data, discord, code=SLOW) as factbox, asyncio.timeout(30):
        await discord.gateway.greetings.get()
        await discord.ask(HELICOPTERS)
        assert await discord.responses.get() == {"type": 5}
        status, _ = await factbox.end(number)
        assert status == 0
        message = await discord.responses.get()
        assert "36 Mi" in str(message["components"])
        assert message["flags"] & 1 << 15
        assert await discord.gateway.closed.get() == 1000


async def test_who_comes_during_the_end_is_told_when_to_come_again(own_data: Path) -> None:
    async with FakeDiscord(stall="/callback") as discord, running(own_data, discord) as factbox, asyncio.timeout(30):
        await discord.gateway.greetings.get()
        await discord.ask(HELICOPTERS)
        await discord.stalled.wait()
        discord.stall = "-"
        factbox.tell(signal.SIGTERM)
        while "components" in (told := await _asked(discord))["data"]:  # until the signal has arrived
            pass
        assert told["data"]["content"] == english()("reply-restarting")
        assert told["data"]["flags"] == 1 << 6
        await discord.press("factbox:more:anything")
        assert await discord.responses.get() == told
        discord.go_on.set()
        status, _ = await factbox.end()
        assert status == 0
        assert "36 Mi" in str(await discord.responses.get())
        assert await discord.gateway.closed.get() == 1000


def test_the_end_is_there_before_a_supervisor_kills() -> None:
    assert FINISHING < ENDING < 10


@pytest.mark.slow
@pytest.mark.parametrize("hanging", ["callback", "thread"])
async def test_what_hangs_does_not_hold_the_end_up(own_data: Path, hanging: str) -> None:
    code = ENDS_SOON + (HANGING if hanging == "thread" else "") + START
    async with (
        FakeDiscord(stall="/callback") as discord,
        running(own_data, discord, code=code) as factbox,
        asyncio.timeout(30),
    ):
        await discord.gateway.greetings.get()
        await discord.ask(HELICOPTERS)
        await discord.stalled.wait()
        status, log = await factbox.end(signal.SIGTERM)
        assert status == 0
        assert await discord.gateway.closed.get() == 1000
        assert "Not everybody had an answer" in log


async def test_a_second_signal_ends_it_at_once(own_data: Path) -> None:
    async with FakeDiscord(stall="/callback") as discord, running(own_data, discord) as factbox, asyncio.timeout(30):
        await discord.gateway.greetings.get()
        await discord.ask(HELICOPTERS)
        await discord.stalled.wait()
        discord.stall = "-"
        factbox.tell(signal.SIGTERM)
        while "components" in (await _asked(discord))["data"]:  # until the first has arrived
            pass
        status, _ = await factbox.end(signal.SIGINT)
        assert status == -signal.SIGINT


@pytest.mark.parametrize("step", ["/users/@me", "/commands", "/gateway/bot", "/gateway/"])
async def test_it_ends_when_told_to_while_it_starts(own_data: Path, step: str) -> None:
    async with FakeDiscord(stall=step) as discord, running(own_data, discord) as factbox, asyncio.timeout(30):
        await discord.stalled.wait()
        status, log = await factbox.end(signal.SIGTERM)
        assert status == 0
        assert "Ended" in log


async def test_it_ends_when_told_to_while_it_reconnects(own_data: Path) -> None:
    async with FakeDiscord() as discord, running(own_data, discord) as factbox, asyncio.timeout(30):
        await discord.gateway.greetings.get()
        discord.stall = "/gateway/"
        await discord.gateway.invalidate(resumable=False)
        await discord.stalled.wait()
        status, log = await factbox.end(signal.SIGTERM)
        assert status == 0
        assert "Ended" in log


async def test_it_ends_when_told_to_while_discord_is_away(own_data: Path) -> None:
    async with FakeDiscord() as discord, running(own_data, discord) as factbox, asyncio.timeout(30):
        await discord.gateway.greetings.get()
        discord.refuse["/gateway/"] = 503
        await discord.gateway.invalidate(resumable=False)
        await discord.refused.wait()
        status, log = await factbox.end(signal.SIGTERM)
        assert status == 0
        assert "Ended" in log
        assert len(log.splitlines()) < 6


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
