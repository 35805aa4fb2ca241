"""`factbox run` polls the feeds in the background, and ends at once all the same."""

from __future__ import annotations

import asyncio
import signal
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.following import feeds_of
from knowledge import Coverage
from tests.bot.bot_process import running
from tests.bot.fake_discord import FakeDiscord
from tests.knowledge.fetching.sites import response, serving, silent
from tests.knowledge.following.feeds_made import feed, item, page

LOOPBACK = {"FACTBOX_NETWORKS": "127.0.0.0/8"}

pytestmark = pytest.mark.slow


async def test_a_running_bot_answers_from_what_a_feed_brings(own_data: Path) -> None:
    with serving({"/feed": feed(item("/a")), "/a": page("Ferry sinks")}) as site:
        feeds_of(own_data).follow(site("/feed"), "Post", None, datetime.now(UTC))
        async with (
            FakeDiscord() as discord,
            running(own_data, discord, settings=LOOPBACK) as factbox,
            asyncio.timeout(60),
        ):
            await discord.gateway.greetings.get()
            answer = ""
            while "Kithnos" not in answer:
                await asyncio.sleep(0.2)
                await discord.ask("Where did the ferry Aurelia sink?")
                answer = str(await discord.responses.get())
            status, log = await factbox.end(signal.SIGTERM)
    assert status == 0
    assert "ERROR" not in log
    with Coverage.open(own_data) as coverage:
        assert "Ferry sinks" in {article.title for article in coverage.articles()}


async def test_a_poll_under_way_does_not_hold_the_end_up(own_data: Path) -> None:
    with serving({"/feed": silent, "/robots.txt": response(b"", kind="text/plain")}) as site:
        feeds_of(own_data).follow(site("/feed"), "Post", None, datetime.now(UTC))
        async with (
            FakeDiscord() as discord,
            running(own_data, discord, settings=LOOPBACK) as factbox,
            asyncio.timeout(60),
        ):
            await discord.gateway.greetings.get()
            while "/feed" not in site.paths:  # noqa: ASYNC110 - another process asks for it
                await asyncio.sleep(0.05)
            status, log = await factbox.end(signal.SIGINT)
    assert status == 0
    assert "ERROR" not in log
