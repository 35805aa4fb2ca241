"""`factbox run` as a process, against a look-alike of Discord: how it starts and answers, and what it logs."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

import pytest

from tests.bot.bot_process import HELICOPTERS, SLOW, TOKEN, running
from tests.bot.fake_discord import FakeDiscord


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


@pytest.mark.slow
async def test_a_slow_answer_is_promised_and_then_given(own_data: Path) -> None:
    async with FakeDiscord() as discord, running(own_data, discord, code=SLOW) as factbox, asyncio.timeout(30):
        await discord.gateway.greetings.get()
        await discord.ask(HELICOPTERS)
        promise = await discord.responses.get()
        assert promise == {"type": 5}
        message = await discord.responses.get()
        assert "36 Mi" in str(message["components"])
        assert message["flags"] & 1 << 15
        assert (await factbox.end(signal.SIGTERM))[0] == 0


@pytest.mark.slow
async def test_slow_help_is_promised_to_one_alone_and_then_given(own_data: Path) -> None:
    slow = SLOW.replace("Coverage.ask", "Coverage.find_articles")
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


async def test_the_bot_is_told_no_more_than_the_servers_it_is_in(own_data: Path) -> None:
    async with FakeDiscord() as discord, running(own_data, discord), asyncio.timeout(30):
        await discord.gateway.greetings.get()
    assert discord.gateway.intents == 1


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
