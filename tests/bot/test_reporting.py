"""Editors are told of feeds that fail for a week, once, in a direct message."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import simcord

from bot.client import Factbox
from bot.following import feeds_of
from bot.memory.servers import ServerSettings
from bot.replies.intake import failing_blocks
from bot.replies.reply import view_of
from bot.reporting import report_failing
from bot.settings import Settings
from bot.texts import LANGUAGES, texts_in
from knowledge import Coverage, FetchError
from knowledge.storage.feed_values import Feed, Poll
from tests.bot.discord_rules.messages import COMPONENTS_V2, message_problems
from tests.bot.replies_shown import text_of
from tests.bot.test_discord_editors import HOME

ADDRESS = "https://post.example/feed"
SPACE = timedelta(minutes=5)
"""More than a test takes."""


class Desk:
    """Two editors, and a feed that they follow."""

    def __init__(self, env: simcord.Env, bot: Factbox, data: Path) -> None:
        self.env, self.bot, self.feeds = env, bot, feeds_of(data)
        self.eva, self.emil = env.create_user("eva"), env.create_user("emil")

    def fail(self, begun: datetime, *, address: str = ADDRESS, gone: bool = False) -> None:
        """Let a feed have failed since then."""
        self.feeds.follow(address, "*Island* Post @everyone", None, begun)
        feed = self.feeds.feed(address)
        assert feed
        self.feeds.failed(feed, FetchError(address, "status", status=503), begun, begun, stopped=gone)

    async def report(self) -> list[str]:
        """What Eva has got in all, once the bot has looked."""
        await report_failing(self.bot)
        await self.env.settle()
        return self.messages(self.eva)

    @staticmethod
    def messages(editor: simcord.UserHandle) -> list[str]:
        return [
            text_of([part.to_dict() for part in message.components])  # type: ignore[misc]
            for message in editor.dm_channel.history()
        ]


@pytest.fixture
async def desk(simcord_env: simcord.Env, coverage: Coverage, own_data: Path, simcord_bot: Factbox) -> Desk:
    desk = Desk(simcord_env, simcord_bot, own_data)
    settings = Settings(own_data, home=HOME, editors=frozenset({desk.eva.id, desk.emil.id}))
    desk.bot = Factbox(coverage, settings, shard_count=1)
    await simcord_env.restart_bot(desk.bot)
    return desk


def a_week_ago() -> datetime:
    return datetime.now(UTC) - timedelta(days=7)


async def test_each_editor_is_told_once(desk: Desk) -> None:
    desk.fail(a_week_ago() - SPACE)
    [told] = await desk.report()
    assert desk.messages(desk.emil) == [told]
    assert r"\*Island\* Post \@everyone" in told
    assert f"<{ADDRESS}>" in told
    assert "Fails since <t:" in told
    assert "503" in told
    assert "`/editors feeds`" in told
    assert await desk.report() == [told]


async def test_nobody_is_told_within_a_week(desk: Desk) -> None:
    desk.fail(a_week_ago() + SPACE)
    assert await desk.report() == []


async def test_a_feed_that_is_gone_is_told_at_once_with_others(desk: Desk) -> None:
    desk.fail(datetime.now(UTC), gone=True)
    desk.fail(a_week_ago() - SPACE, address="ftp://post.example/other")
    [told] = await desk.report()
    assert "Gone for good" in told
    assert "<ftp" not in told


async def test_a_feed_that_was_well_and_fails_again_is_told_again(desk: Desk) -> None:
    desk.fail(a_week_ago() - SPACE)
    assert len(await desk.report()) == 1
    [feed] = desk.feeds.feeds()
    desk.feeds.succeeded(feed, Poll("Post", None, a_week_ago(), SPACE, "", None, None), [], a_week_ago() - 2 * SPACE)
    desk.fail(a_week_ago() - SPACE)
    assert len(await desk.report()) == 2


async def test_who_cannot_be_written_to_keeps_nobody_else_from_it(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    # The application's owner is, in simcord, the bot itself, which can't be written to either.
    first, second = sorted([desk.eva, desk.emil], key=lambda editor: editor.id)
    desk.env.inject_error("POST", f"/channels/{first.dm_channel.id}/messages", status=403, code=50007)
    desk.fail(a_week_ago() - SPACE)
    await desk.report()
    assert (len(desk.messages(first)), len(desk.messages(second))) == (0, 1)
    assert caplog.text.count("could not be told") == 2
    await desk.report()
    assert caplog.text.count("could not be told") == 2


async def test_it_is_in_the_language_of_the_home_server(desk: Desk) -> None:
    desk.bot.services.servers.change(HOME, ServerSettings(language="de"))
    desk.fail(a_week_ago() - SPACE)
    [told] = await desk.report()
    assert "Gestört seit" in told
    assert "`/redaktion feeds`" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_many_feeds_with_long_titles_some_are_named(tmp_path: Path, language: str) -> None:
    feeds = feeds_of(tmp_path)
    feeds.follow(f"https://post.example/{'*' * 3_000}", "*@ 😀" * 200, None, a_week_ago())
    [feed] = feeds.feeds()
    failing = replace(feed, failing_since=a_week_ago(), error=FetchError(feed.address, "status", status=503))
    message = _message([failing] * 30, language)
    assert list(message_problems(message)) == []
    assert "22" in text_of(message["components"])


def _message(failing: list[Feed], language: str) -> dict[str, Any]:
    components: Any = view_of(failing_blocks(failing, texts_in(language))).to_components()  # type: ignore[no-untyped-call]
    return {"flags": COMPONENTS_V2, "allowed_mentions": {"parse": []}, "components": components}
