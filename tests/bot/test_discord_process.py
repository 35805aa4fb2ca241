"""`factbox run` as a process, against a look-alike of Discord: how it starts and answers, and what it logs."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

import pytest

from tests.bot.bot_process import HELICOPTERS, SLOW, SLOWLY, START, TOKEN, running
from tests.bot.fake_discord import FakeDiscord


@pytest.mark.parametrize(
    ("number", "token"), [(signal.SIGTERM, TOKEN), (signal.SIGINT, f"Bot {TOKEN}")], ids=["SIGTERM", "SIGINT"]
)
async def test_it_answers_and_ends_when_told_to(own_data: Path, number: signal.Signals, token: str) -> None:
    async with FakeDiscord() as discord, running(own_data, discord, token) as factbox, asyncio.timeout(30):
        await discord.gateway.greetings.get()
        await discord.ask(HELICOPTERS)
        response = await discord.responses.get()
        assert response["type"] == 4
        assert "36 Mi" in str(response["data"]["components"])
        status, _ = await factbox.end(number)
        assert status == 0
        assert await discord.gateway.closed.get() == 1000
        assert discord.tokens == {f"Bot {TOKEN}"}
        assert discord.gateway.intents == 1  # no more than the servers that it is in


@pytest.mark.slow
async def test_slow_help_is_promised_to_one_alone_and_then_given(own_data: Path) -> None:
    slow = SLOWLY.format(method="find_articles", seconds=0.7) + START
    async with FakeDiscord() as discord, running(own_data, discord, code=slow) as factbox, asyncio.timeout(30):
        await discord.gateway.greetings.get()
        await discord.run("help")
        assert await discord.responses.get() == {"type": 5, "data": {"flags": 64}}
        assert "/quotes" in str((await discord.responses.get())["components"])
        assert (await factbox.end(signal.SIGTERM))[0] == 0


async def test_commands_are_synced_once_over_two_starts(own_data: Path) -> None:
    async with FakeDiscord() as discord:
        for _ in range(2):
            async with running(own_data, discord) as factbox, asyncio.timeout(30):
                await discord.gateway.greetings.get()
                assert (await factbox.end(signal.SIGTERM))[0] == 0
    assert [server for server, _ in discord.syncs] == [""]


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


@pytest.mark.parametrize("token", ["", TOKEN[:-9] + " " + TOKEN[-9:], "secret"])
async def test_with_a_malformed_token_discord_is_not_asked(tmp_path: Path, token: str) -> None:
    async with FakeDiscord() as discord, running(tmp_path, discord, token) as factbox:
        status, log = await factbox.end()
    assert status == 1
    assert log.startswith("factbox: ")
    assert log.count("\n") == 1
    assert "DISCORD_TOKEN" in log
    assert not token or token not in log
    assert not discord.requests


LOUD = f"""
import logging
for name in ("discord.http", "discord.gateway", "discord.client", "discord.webhook.async_", "discord.state"):
    logging.getLogger(name).setLevel(logging.DEBUG)
{SLOW}"""


@pytest.mark.slow
async def test_no_token_is_logged_whatever_the_level(own_data: Path) -> None:
    loud = {"FACTBOX_DEBUG": "1", "PYTHONASYNCIODEBUG": "1"}
    async with (
        FakeDiscord() as discord,
        running(own_data, discord, code=LOUD, settings=loud) as factbox,
        asyncio.timeout(30),
    ):
        await discord.gateway.greetings.get()
        await discord.ask(HELICOPTERS)
        assert await discord.responses.get() == {"type": 5}
        await discord.responses.get()
        status, log = await factbox.end(signal.SIGTERM)  # which looks for tokens in the log
        assert status == 0
        assert "Ended" in log
