"""Which questions are suggested to a server, and how long anything of it is kept."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord

from bot.client import Factbox
from bot.memory.lookups import Lookup
from bot.memory.servers import ServerSettings
from bot.settings import Settings
from knowledge import Coverage
from tests.bot.debate import Debate
from tests.bot.discord_rules.traffic import Traffic
from tests.bot.replies_shown import shown

HELICOPTERS = "How many attack helicopters would Russia supply to Iraq?"


async def suggested(debate: Debate) -> list[str]:
    """What Bob is offered as he types the beginning of the question."""
    choices = await debate.bob.autocomplete(debate.channel, "ask", "question", "How many at")
    return [choice["value"] for choice in choices]


@pytest.mark.parametrize(
    ("kind", "known"), [(discord.ChannelType.private_thread, False), (discord.ChannelType.public_thread, True)]
)
async def test_of_threads_only_those_that_all_may_read(
    debate: Debate,
    simcord_bot: Factbox,
    sent_to_discord: Traffic,
    kind: Any,  # noqa: ANN401
    known: bool,
) -> None:
    channel = simcord_bot.get_channel(debate.channel.id)
    assert isinstance(channel, discord.TextChannel)
    thread = await channel.create_thread(name="aside", type=kind)
    await debate.env.settle()
    await thread.add_user(discord.Object(debate.ann.id))
    await debate.env.settle()
    [requests] = sent_to_discord
    [making] = [request for request in requests if request.path.endswith("/threads")]
    requests.remove(making)  # which is no request of ours
    await debate.ann.slash(debate.channel.threads[0], "ask", question=HELICOPTERS)
    simcord_bot.services.behind.now()
    assert (HELICOPTERS in await suggested(debate)) is known


async def test_a_question_is_suggested_until_its_reply_is_dismissed(debate: Debate, simcord_bot: Factbox) -> None:
    result = await debate.slash("ask", question=HELICOPTERS)
    assert HELICOPTERS in await suggested(debate)
    await debate.click(result, "Dismiss")
    assert HELICOPTERS not in await suggested(debate)
    simcord_bot.services.behind.now()
    assert simcord_bot.services.lookups.servers() == []


async def test_servers_left_while_the_bot_was_away_are_forgotten(
    debate: Debate, coverage: Coverage, own_data: Path, simcord_bot: Factbox
) -> None:
    services = simcord_bot.services
    for server in (debate.guild.id, 404):
        services.servers.change(server, ServerSettings(private=True))
        services.lookups.keep(Lookup("ask", HELICOPTERS), server)
    services.behind.now()
    bot = Factbox(coverage, Settings(own_data), shard_count=1)
    await debate.env.restart_bot(bot)
    bot.services.behind.now()
    assert bot.services.servers.known() == [debate.guild.id]
    bot.services.behind.now()
    assert bot.services.lookups.servers() == [debate.guild.id]


def garbage(path: Path) -> None:
    path.write_bytes(b"garbage" * 1000)


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


@pytest.mark.parametrize("spoil", [garbage, newer, Path.mkdir])
async def test_without_its_memory_the_bot_answers_and_keeps_settings_meanwhile(
    coverage: Coverage,
    own_data: Path,
    caplog: pytest.LogCaptureFixture,
    spoil: Any,  # noqa: ANN401
) -> None:
    path = own_data / "discord.db"
    spoil(path)
    bot = Factbox(coverage, Settings(own_data), shard_count=1)
    async with simcord.run(bot) as env:
        [line] = [record.getMessage() for record in caplog.records if record.name.startswith("bot.memory")]
        assert str(path) in line
        assert "\n" not in line
        debate = Debate(env)
        result = await debate.slash("ask", question=HELICOPTERS)
        assert "36 Mi" in shown(result)
        assert "36 Mi" in shown(await debate.click(result, "Context"))
        assert HELICOPTERS in await suggested(debate)
        bot.services.servers.change(debate.guild.id, ServerSettings(private=True))
        assert (await debate.slash("ask", question=HELICOPTERS)).ephemeral
        bot.services.behind.now()
    assert len([record for record in caplog.records if record.name.startswith("bot.memory")]) == 1
