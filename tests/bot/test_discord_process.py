"""`factbox run` as a process, against a look-alike of Discord: how it starts, answers and ends."""

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
from bot import limits
from bot.texts import english
from tests.bot.bot_process import HELICOPTERS, START, TOKEN, running
from tests.bot.fake_discord import FakeDiscord

SLOW = """
import time
from knowledge import Coverage
at_once = Coverage.ask
def slowly(*arguments, **options):
    time.sleep({seconds})
    return at_once(*arguments, **options)
Coverage.ask = slowly
"""
SLOW_START = SLOW.format(seconds=limits.DEFER_AFTER + 0.5) + START
HANGING_START = SLOW.format(seconds=60) + START


async def _asked(discord: FakeDiscord) -> dict[str, Any]:
    """What somebody who asks is answered first."""
    await discord.ask(HELICOPTERS)
    return await discord.responses.get()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_answers_and_ends_when_told_to(own_data: Path, number: signal.Signals) -> None:
    async with FakeDiscord() as discord, running(own_data, discord) as factbox, asyncio.timeout(30):
        await discord.gateway.greetings.get()
        await discord.ask(HELICOPTERS)
        response = await discord.responses.get()
        assert response["type"] == 4
        assert "36 Mi" in str(response["data"]["components"])
        status, _ = await factbox.end(number)
        assert status == 0
        assert await discord.gateway.closed.get() == 1000
        assert discord.tokens == {f"Bot {TOKEN}"}


async def test_a_slow_answer_is_promised_and_then_given(own_data: Path) -> None:
    async with FakeDiscord() as discord, running(own_data, discord, code=SLOW_START) as factbox, asyncio.timeout(30):
        await discord.gateway.greetings.get()
        await discord.ask(HELICOPTERS)
        promise = await discord.responses.get()
        assert promise == {"type": 5}
        message = await discord.responses.get()
        assert "36 Mi" in str(message["components"])
        assert message["flags"] & 1 << 15
        assert (await factbox.end(signal.SIGTERM))[0] == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_an_answer_under_way_is_given_before_the_end(own_data: Path, number: signal.Signals) -> None:
    async with FakeDiscord() as discord, running(own_data, discord, code=SLOW_START) as factbox, asyncio.timeout(30):
        await discord.gateway.greetings.get()
        await discord.ask(HELICOPTERS)
        assert await discord.responses.get() == {"type": 5}
        status, _ = await factbox.end(number)
        assert status == 0
        assert "36 Mi" in str((await discord.responses.get())["components"])
        assert await discord.gateway.closed.get() == 1000


async def test_who_asks_during_the_end_is_told_when_to_ask_again(own_data: Path) -> None:
    async with FakeDiscord(stall="/callback") as discord, running(own_data, discord) as factbox, asyncio.timeout(30):
        await discord.gateway.greetings.get()
        await discord.ask(HELICOPTERS)
        await discord.stalled.wait()
        discord.stall = "-"
        factbox.tell(signal.SIGTERM)
        while "components" in (response := await _asked(discord))["data"]:  # until the signal has arrived
            pass
        assert response["data"]["content"] == english()("reply-restarting")
        assert response["data"]["flags"] == 64
        discord.go_on.set()
        status, _ = await factbox.end()
        assert status == 0
        assert "36 Mi" in str(await discord.responses.get())
        assert await discord.gateway.closed.get() == 1000


@pytest.mark.slow
@pytest.mark.parametrize("hanging", ["callback", "thread"])
async def test_what_hangs_does_not_hold_the_end_up(own_data: Path, hanging: str) -> None:
    code = HANGING_START if hanging == "thread" else START
    async with (
        FakeDiscord(stall="/callback") as discord,
        running(own_data, discord, code=code) as factbox,
        asyncio.timeout(30),
    ):
        await discord.gateway.greetings.get()
        await discord.ask(HELICOPTERS)
        await discord.stalled.wait()
        status, log = await factbox.end(signal.SIGTERM, within=10)
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


async def test_commands_are_synced_once_over_two_starts(own_data: Path) -> None:
    async with FakeDiscord() as discord:
        for _ in range(2):
            async with running(own_data, discord) as factbox, asyncio.timeout(30):
                await discord.gateway.greetings.get()
                assert (await factbox.end(signal.SIGTERM))[0] == 0
    assert [server for server, _ in discord.syncs] == [""]


async def test_the_bot_is_told_no_more_than_the_servers_it_is_in(own_data: Path) -> None:
    async with FakeDiscord() as discord, running(own_data, discord), asyncio.timeout(30):
        await discord.gateway.greetings.get()
    assert discord.gateway.intents == 1


@pytest.mark.parametrize("step", ["/users/@me", "/commands", "/gateway/bot", "/gateway/"])
async def test_it_ends_when_told_to_while_it_starts(own_data: Path, step: str) -> None:
    async with FakeDiscord(stall=step) as discord, running(own_data, discord) as factbox, asyncio.timeout(30):
        await discord.stalled.wait()
        status, _ = await factbox.end(signal.SIGTERM)
        assert status == 0


async def test_it_ends_when_told_to_while_it_reconnects(own_data: Path) -> None:
    async with FakeDiscord() as discord, running(own_data, discord) as factbox, asyncio.timeout(30):
        await discord.gateway.greetings.get()
        discord.stall = "/gateway/"
        await discord.gateway.invalidate(resumable=False)
        await discord.stalled.wait()
        status, _ = await factbox.end(signal.SIGTERM)
        assert status == 0


async def test_it_ends_when_told_to_while_discord_is_away(own_data: Path) -> None:
    async with FakeDiscord() as discord, running(own_data, discord) as factbox, asyncio.timeout(30):
        await discord.gateway.greetings.get()
        discord.refuse["/gateway/"] = 503
        await discord.gateway.invalidate(resumable=False)
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
        await discord.gateway.greetings.get()
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
