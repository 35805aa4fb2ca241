"""What is suggested while somebody types, and that nothing is where that fails or takes long."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import simcord

from bot import suggestions
from bot.client import Factbox
from bot.settings import Settings
from knowledge import Article, Coverage, Filters
from tests.bot.bot_process import SLOWLY, START, running
from tests.bot.debate import Debate, refusal
from tests.bot.fake_discord import FakeDiscord

HELICOPTERS = "How many attack helicopters would Russia supply to Iraq?"


class FailingCoverage(Coverage):
    """Fails in whatever a button or a completion needs."""

    def find_articles(self, words: str, filters: Filters | None = None, limit: int = 25) -> list[Article]:  # noqa: ARG002
        raise ZeroDivisionError("a secret")

    def article(self, article_id: str) -> Article:  # noqa: ARG002
        raise ZeroDivisionError("a secret")


@asynccontextmanager
async def failing(data: Path) -> AsyncIterator[Debate]:
    """A debate with a bot that can't find articles."""
    with FailingCoverage.open(data) as coverage:
        bot = Factbox(coverage, Settings(data), shard_count=1)
        async with simcord.run(bot) as env:
            yield Debate(env)
        bot.services.behind.now()


async def suggested(debate: Debate, typed: str, option: str = "question") -> list[str]:
    """What Bob is offered."""
    choices = await debate.bob.autocomplete(debate.channel, "ask", option, typed)
    return [choice["name"] for choice in choices]


async def test_headlines_and_names_of_the_coverage_are_suggested(debate: Debate) -> None:
    assert "Russia warms up to Iraq with arms deal" in await suggested(debate, "russia warms")
    assert any(
        choice.startswith("What did ") and "Maliki" in choice for choice in await suggested(debate, "What did mal")
    )


async def test_a_question_that_got_an_answer_is_suggested_and_one_that_got_none_is_not(debate: Debate) -> None:
    await debate.slash("ask", question=HELICOPTERS)
    await debate.slash("ask", question="How many zeppelins won the cup?")
    assert (await suggested(debate, "how many"))[0] == HELICOPTERS
    assert "How many zeppelins won the cup?" not in await suggested(debate, "how many")


async def test_a_private_question_and_one_of_another_server_are_not_suggested(debate: Debate) -> None:
    await debate.slash("ask", question=HELICOPTERS, private=True)
    assert HELICOPTERS not in await suggested(debate, "how many")
    elsewhere = Debate(debate.env)
    await elsewhere.slash("ask", question=HELICOPTERS)
    assert HELICOPTERS in await suggested(elsewhere, "how many")
    assert HELICOPTERS not in await suggested(debate, "how many")


@pytest.mark.parametrize("typed", ["hin", ""])
async def test_publishers_are_suggested(debate: Debate, typed: str) -> None:
    assert "The Hindu" in await suggested(debate, typed, "publisher")


@pytest.mark.parametrize("typed", ["", " ", "x" * 300, "@everyone", "\u202e", "🚁" * 120, "%_'\"\\"])
async def test_whatever_is_typed_suggests_at_most_what_discord_takes(debate: Debate, typed: str) -> None:
    assert len(await suggested(debate, typed)) <= 25


async def test_where_it_fails_nothing_is_suggested_and_the_log_says_why(
    own_data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with failing(own_data) as debate:
        assert await suggested(debate, "russia") == []
        assert len(debate.env.errors) == 0
    assert any("no suggestions (ZeroDivisionError" in record.getMessage() for record in caplog.records)


async def test_where_it_is_slow_nothing_is_suggested_in_time(own_data: Path) -> None:
    slow = SLOWLY.format(method="find_articles", seconds=suggestions.TIMEOUT + 0.5) + START
    async with FakeDiscord() as discord, running(own_data, discord, code=slow) as factbox, asyncio.timeout(30):
        await discord.gateway.greetings.get()
        await discord.begin_to_ask("russia")
        assert await discord.responses.get() == {"type": 8, "data": {"choices": []}}
        assert (await factbox.end(signal.SIGTERM))[0] == 0


async def test_a_button_that_fails_is_one_line_with_the_reference_in_the_log(
    own_data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with failing(own_data) as debate:
        reply = await debate.slash("ask", question=HELICOPTERS)
        line = refusal(await debate.click(reply, "Context"))
    [record] = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert record.getMessage().startswith(line.split()[-1].rstrip("."))
    assert "secret" not in line
    assert "'context' failed" in record.getMessage()
