"""`/watch`, `/unwatch`, `/watches`, and what is posted, as people in a server meet them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord

from bot.client import Factbox
from bot.memory.servers import ServerSettings
from bot.memory.watches import IN_CHANNEL, Seen
from bot.watching import look
from knowledge import Article, Coverage
from tests.bot.debate import Restart, refusal
from tests.bot.discord_rules.traffic import Traffic
from tests.bot.ferries import BAR, BLAMED, FOUND, LINE, OWNER, RAISED, SANK, TOPIC, TRIAL
from tests.bot.replies_shown import shown, text_of


class Watching:
    """A server with one who manages its channels and one who doesn't, and the coverage that grows."""

    def __init__(self, env: simcord.Env, bot: Factbox, coverage: Coverage, data: Path) -> None:
        self.env, self.bot, self.coverage, self._data = env, bot, coverage, data
        self.guild = env.create_guild("Newsroom")
        manages = self.guild.create_role("Desk", permissions=discord.Permissions(manage_channels=True))
        self.mia = self.guild.add_member(env.create_user("mia"), roles=[manages])
        self.ann = self.guild.add_member(env.create_user("ann"))
        self.channel = self.guild.create_text_channel("ferries")

    async def run(self, command: str, **options: str) -> Any:  # noqa: ANN401 - simcord's
        """What Mia gets for a command."""
        return await self.mia.slash(self.channel, command, **options)

    async def watch(self, topic: str = TOPIC) -> str:
        """What Mia is told for `/watch`."""
        return str((await self.run("watch", topic=topic)).response.content)

    def add(self, *sentences: str, publisher: str = "Post") -> None:
        """Add an article for each of the sentences."""
        self.coverage.add(
            Article(text=text, title=text[:30], publisher=publisher, url=f"https://a.example/{abs(hash(text))}")
            for text in sentences
        )

    async def look(self) -> list[str]:
        """What is posted now."""
        before = len(self.channel.history())
        await look(self.bot)
        await self.env.settle()
        return [_text(message) for message in self.channel.history()[before:]]

    def after_the_pause(self) -> None:
        """Let the time pass in which nothing would be posted."""
        with closing(sqlite3.connect(self._data / "discord.db")) as connection, connection:
            connection.execute("UPDATE watches SET again = 0")


def _text(message: discord.Message) -> str:
    components: Any = [part.to_dict() for part in message.components]
    return text_of(components)


@pytest.fixture
def watching(simcord_env: simcord.Env, simcord_bot: Factbox, coverage: Coverage, own_data: Path) -> Watching:
    return Watching(simcord_env, simcord_bot, coverage, own_data)


async def test_a_fact_that_is_new_is_posted_once_and_in_silence(watching: Watching, sent_to_discord: Traffic) -> None:
    watching.add(BAR)
    assert "better" in await watching.watch()
    assert await watching.look() == []
    watching.add(SANK)
    [posted] = await watching.look()
    assert "a bar" not in posted
    assert "New on ferry Aurelia Kithnos" in posted
    assert "212" in posted
    assert "https://a.example/" in posted
    [request] = [one for one in sent_to_discord[0] if one.path.endswith(f"/channels/{watching.channel.id}/messages")]
    assert isinstance(request.json, dict)
    assert request.json["flags"] & 1 << 12
    watching.after_the_pause()
    assert await watching.look() == []
    watching.add("It rained in Lyon.")
    assert await watching.look() == []


async def test_what_comes_within_the_pause_is_posted_after_it_in_one_message(watching: Watching) -> None:
    await watching.watch()
    watching.add(LINE)
    assert len(await watching.look()) == 1
    for sentence in (SANK, FOUND, BLAMED, OWNER, RAISED, TRIAL):
        watching.add(sentence)
        assert await watching.look() == []
    watching.after_the_pause()
    [posted] = await watching.look()
    assert posted.count("\n> ") == 5
    assert "One more fact is new." in posted


async def test_the_buttons_below_it_work(watching: Watching) -> None:
    await watching.watch()
    watching.add(SANK)
    await watching.look()
    [posted] = watching.channel.history()
    told = await watching.ann.click(posted, label="Context")
    assert "212" in shown(told)
    assert told.ephemeral


async def test_what_was_posted_is_not_posted_again_after_a_restart(watching: Watching, restart: Restart) -> None:
    await watching.watch()
    watching.add(SANK)
    assert len(await watching.look()) == 1
    watching.bot = await restart()
    watching.after_the_pause()
    watching.add("It rained in Lyon.")
    assert await watching.look() == []


async def test_a_topic_is_watched_once_and_no_longer_when_that_ends(watching: Watching) -> None:
    await watching.watch()
    assert "already" in await watching.watch("Ferry, Aurelia Kithnos")
    choices = await watching.mia.autocomplete(watching.channel, "unwatch", "topic", "fer")
    assert [choice["name"] for choice in choices] == [TOPIC]
    ended = await watching.run("unwatch", topic=choices[0]["value"])
    assert TOPIC in ended.response.content
    watching.add(SANK)
    assert await watching.look() == []
    assert "doesn't watch that" in refusal(await watching.run("unwatch", topic=TOPIC))
    assert len(watching.env.errors) == 1


async def test_the_list_says_where_and_since_when_and_by_nobody(watching: Watching) -> None:
    assert "None." in shown(await watching.run("watches"))
    await watching.watch("*Kithnos* @everyone")
    listed = await watching.run("watches")
    assert listed.ephemeral
    assert f"<#{watching.channel.id}>" in shown(listed)
    assert r"\*Kithnos\* \@everyone" in shown(listed)
    assert "<t:" in shown(listed)
    assert "mia" not in shown(listed)


async def test_a_long_list_is_told_in_several_messages(watching: Watching) -> None:
    for number in range(30):
        watching.bot.services.watches.add(
            watching.guild.id, number % 4, None, f"{number} " + "*x " * 60, Seen(0, "", 0, ())
        )
    listed = await watching.run("watches")
    told = [listed.response, *listed.followups]
    assert all(message.ephemeral for message in told)
    assert sum(text_of(message.components).count("\n- ") + 1 for message in told) >= 30


async def test_who_may_not_manage_the_channel_neither_sees_nor_runs_it(watching: Watching) -> None:
    assert {"watch", "unwatch", "watches"}.isdisjoint(watching.ann.available_commands(watching.channel))


async def test_who_is_let_see_it_but_may_not_manage_the_channel_is_refused(watching: Watching) -> None:
    for seen in watching.bot.tree.get_commands():
        seen.default_permissions = None  # as where administrators let everybody see it
    await watching.bot.tree.sync()
    for command, options in (("watch", {"topic": TOPIC}), ("unwatch", {"topic": TOPIC}), ("watches", {})):
        refused = await watching.ann.slash(watching.channel, command, **options)
        assert "may manage this channel" in refusal(refused)
    assert len(watching.env.errors) == 3


async def test_where_the_bot_may_not_write_nothing_is_watched(watching: Watching) -> None:
    closed = discord.PermissionOverwrite(send_messages=False)
    watching.channel = watching.guild.create_text_channel("closed", overwrites={watching.guild.default_role: closed})
    assert "send messages" in refusal(await watching.run("watch", topic=TOPIC))
    assert len(watching.env.errors) == 1


async def test_a_topic_has_words_and_not_too_many(watching: Watching) -> None:
    for blank in ("  ", "\u200b\u2060"):
        assert "is empty: " in refusal(await watching.run("watch", topic=blank))
    assert len(watching.env.errors) == 2
    with pytest.raises(simcord.SetupError, match="200"):
        await watching.run("watch", topic="x" * 201)


async def test_a_channel_has_a_limit(watching: Watching) -> None:
    watches = watching.bot.services.watches
    for number in range(IN_CHANNEL):
        watches.add(watching.guild.id, watching.channel.id, None, f"topic {number}", Seen(0, "", 0, ()))
    assert f"{IN_CHANNEL} topics" in refusal(await watching.run("watch", topic=TOPIC))
    assert len(watching.env.errors) == 1


async def test_a_channel_that_is_closed_rests_until_it_is_asked_for_again(
    watching: Watching, caplog: pytest.LogCaptureFixture
) -> None:
    await watching.watch()
    watching.add(SANK)
    watching.env.inject_error("POST", "/channels/*/messages", status=403, code=50013)
    assert await watching.look() == []
    assert "rests" in caplog.text
    assert "**Resting**" in shown(await watching.run("watches"))
    watching.add("It rained in Lyon.")
    assert await watching.look() == []
    assert "already" in await watching.watch()
    [posted] = await watching.look()
    assert "212" in posted


async def test_a_message_of_which_nobody_knows_whether_it_came_is_not_sent_again(watching: Watching) -> None:
    await watching.watch()
    watching.add(SANK)
    watching.env.inject_error("POST", "/channels/*/messages", status=503)
    assert await watching.look() == []
    watching.after_the_pause()
    watching.add("It rained in Lyon.")
    assert await watching.look() == []


async def test_a_channel_or_server_that_is_gone_is_forgotten(watching: Watching) -> None:
    watches = watching.bot.services.watches
    await watching.watch()
    guild = watching.bot.get_guild(watching.guild.id)
    assert guild
    watches.add(guild.id, 1, None, "Another channel", Seen(0, "", 0, ()))
    channel = guild.get_channel(watching.channel.id)
    assert channel
    await channel.delete()
    await watching.env.settle()
    assert [watch.channel for watch in watches.of_server(guild.id)] == [1]
    await guild.leave()
    await watching.env.settle()
    assert watches.of_server(guild.id) == []


async def test_a_channel_that_went_while_the_bot_was_away_is_forgotten(watching: Watching) -> None:
    await watching.watch()
    watching.add(SANK)
    watching.env.inject_error("POST", "/channels/*/messages", status=404, code=10003)
    assert await watching.look() == []
    assert watching.bot.services.watches.of_server(watching.guild.id) == []


async def test_the_settings_of_the_server_hold(watching: Watching) -> None:
    servers, server = watching.bot.services.servers, watching.guild.id
    servers.change(server, ServerSettings(language="de", publishers=("Post",)))
    await watching.watch()
    watching.add(SANK, publisher="Times")
    assert await watching.look() == []
    watching.add(FOUND, publisher="Post")
    [posted] = await watching.look()
    assert "Neu zu" in posted
    assert "212" not in posted
    watching.after_the_pause()
    servers.change(server, ServerSettings(publishers=("Post",), channels=(1,)))
    watching.add(BLAMED, publisher="Post")
    assert await watching.look() == []
    assert "**Resting**" in shown(await watching.run("watches"))
    servers.change(server, ServerSettings(publishers=("Post",)))
    assert len(await watching.look()) == 1


async def test_nothing_is_kept_of_who_wanted_it(watching: Watching, own_data: Path) -> None:
    await watching.watch()
    watching.bot.services.behind.now()
    kept = contents(own_data)
    assert TOPIC.encode() in kept
    assert str(watching.mia.id).encode() not in kept


def contents(data: Path) -> bytes:
    """All that the bot remembers."""
    return b"".join(path.read_bytes() for path in data.glob("discord.db*"))
