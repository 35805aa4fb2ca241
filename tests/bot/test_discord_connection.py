"""`factbox run` while Discord has troubles: it comes back by itself and answers."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.bot.bot_process import HELICOPTERS, IMPATIENT, SLOW, Process, running
from tests.bot.fake_discord import FakeDiscord, Trouble, too_many
from tests.bot.fake_gateway import FakeGateway


@asynccontextmanager
async def connected(data: Path, discord: FakeDiscord, code: str = IMPATIENT) -> AsyncIterator[Process]:
    """`factbox run` once all its shards are connected to `discord`."""
    async with discord, running(data, discord, code=code) as factbox, asyncio.timeout(30):
        for _ in range(discord.gateway.shards):
            assert await discord.gateway.greetings.get() == "identify"
        yield factbox


async def check_answer(discord: FakeDiscord, shard: int = 0) -> None:
    """Somebody asks and is answered."""
    await discord.ask(HELICOPTERS, shard)
    assert "36 Mi" in str(await discord.responses.get())


async def lose(gateway: FakeGateway) -> None:
    """Break the connection."""
    gateway.lose()


LOSSES: dict[str, Callable[[FakeGateway], Awaitable[None]]] = {
    "demanded": FakeGateway.demand_reconnect,
    "invalid but resumable": lambda gateway: gateway.invalidate(resumable=True),
    "1000": lambda gateway: gateway.close(1000),
    "1001": lambda gateway: gateway.close(1001),
    "4000": lambda gateway: gateway.close(4000),
    "4009": lambda gateway: gateway.close(4009),
    "connection lost": lose,
}
"""All after which a session can be resumed."""


@pytest.mark.slow
async def test_it_resumes_and_answers_what_it_was_asked_meanwhile(own_data: Path) -> None:
    discord = FakeDiscord()
    async with connected(own_data, discord) as factbox:
        for name, loss in LOSSES.items():
            await loss(discord.gateway)
            await discord.gateway.closed.get()
            await check_answer(discord)
            assert await discord.gateway.greetings.get() == "resume", name
            await check_answer(discord)
        status, log = await factbox.end(signal.SIGTERM)
        assert status == 0
        assert log.count("Connected again") == len(LOSSES)


async def test_it_begins_anew_where_its_session_is_no_more(own_data: Path) -> None:
    discord = FakeDiscord()
    async with connected(own_data, discord):
        await discord.gateway.invalidate(resumable=False)
        assert await discord.gateway.greetings.get() == "identify"
        await check_answer(discord)


async def test_it_begins_anew_where_it_cannot_resume(own_data: Path) -> None:
    discord = FakeDiscord()
    async with connected(own_data, discord):
        discord.gateway.forget()
        discord.gateway.lose()
        assert await discord.gateway.greetings.get() == "resume refused"
        assert await discord.gateway.greetings.get() == "identify"
        await check_answer(discord)


async def test_it_comes_back_after_discord_was_away(own_data: Path) -> None:
    discord = FakeDiscord()
    async with connected(own_data, discord) as factbox:
        async with discord.away():
            await asyncio.sleep(0.3)
        assert await discord.gateway.greetings.get() in ("resume", "identify")
        await check_answer(discord)
        status, log = await factbox.end(signal.SIGTERM)
        assert status == 0
        assert "Attempting a reconnect" in log


async def test_each_shard_answers_and_comes_back(own_data: Path) -> None:
    discord = FakeDiscord(shards=2)
    async with connected(own_data, discord) as factbox:
        for shard in (0, 1):
            await check_answer(discord, shard)
        discord.gateway.lose()
        for shard in (0, 1):
            assert await discord.gateway.greetings.get() == "resume"
            await check_answer(discord, shard)
        status, _ = await factbox.end(signal.SIGTERM)
        assert status == 0
        assert [await discord.gateway.closed.get() for _ in range(4)][2:] == [1000, 1000]


@pytest.mark.slow
async def test_trouble_with_an_answer_is_no_error(own_data: Path) -> None:
    too_late = Trouble("/callback", 404, {"message": "Unknown interaction", "code": 10062})
    bad_gateway, taken_but_lost = Trouble("/callback", 502), Trouble("/callback", 502, done=True)
    discord = FakeDiscord()
    async with connected(own_data, discord) as factbox:
        for trouble in (too_many("/callback", 0.1), too_late, bad_gateway, taken_but_lost):
            discord.troubles.append(trouble)
            await discord.ask(HELICOPTERS)
            await check_answer(discord)
            if trouble is not too_late:  # the other's answer comes too
                assert "36 Mi" in str(await discord.responses.get())
        status, log = await factbox.end(signal.SIGTERM)
        assert status == 0
        assert "ERROR" not in log
    assert not discord.troubles
    assert discord.responses.empty()


@pytest.mark.slow
async def test_a_promised_answer_is_given_in_spite_of_trouble(own_data: Path) -> None:
    discord = FakeDiscord()
    async with connected(own_data, discord, SLOW) as factbox:
        for trouble, question in (
            (too_many("/@original", 0.1), HELICOPTERS),
            (Trouble("/@original", 502), f"Tell me: {HELICOPTERS}"),  # the same would have its answer at once
        ):
            discord.troubles.append(trouble)
            await discord.ask(question)
            assert await discord.responses.get() == {"type": 5}
            assert "36 Mi" in str(await discord.responses.get())
            assert not discord.troubles
        status, log = await factbox.end(signal.SIGTERM)
        assert status == 0
        assert "ERROR" not in log
