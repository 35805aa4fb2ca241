"""`/coverage` as people in a server meet it."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import simcord
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import limits
from bot.client import Factbox
from bot.memory.servers import ServerSettings
from bot.replies.overview import overview_reply
from bot.settings import Settings
from bot.texts import LANGUAGES, Texts, texts_in
from knowledge import Article, Coverage, MonthCount, Overview
from tests.bot.discord_rules.problems import length
from tests.bot.made_up import LONG, TEXTS, WORDY, assert_sendable
from tests.bot.replies_shown import labels, shown, text_of, walk

GALLERY = 12


class Newsroom:
    """A channel of a server, and somebody in it."""

    def __init__(self, env: simcord.Env) -> None:
        self.guild = env.create_guild()
        self.ann = self.guild.add_member(env.create_user("ann"))
        self.channel = self.guild.create_text_channel("debate")

    async def coverage(self, **options: Any) -> simcord.InteractionResult:  # noqa: ANN401
        """What Ann gets for `/coverage`."""
        return await self.ann.slash(self.channel, "coverage", **options)


@pytest.fixture
def room(simcord_env: simcord.Env) -> Newsroom:
    return Newsroom(simcord_env)


def pictures(result: simcord.InteractionResult) -> list[str]:
    """The alternative texts of the pictures in a reply."""
    assert result.response is not None
    return descriptions(result.response.components)


def descriptions(components: list[dict[str, Any]]) -> list[str]:
    """The alternative texts of the pictures in components."""
    return [item["description"] for part in walk(components) if part["type"] == GALLERY for item in part["items"]]


async def test_what_the_bot_knows_is_told_in_numbers(room: Newsroom, coverage: Coverage) -> None:
    result = await room.coverage()
    sentences = sum(len(coverage.sentences(article.id)) for article in coverage.articles())
    lines = shown(result).splitlines()
    assert lines[1] == f"**6** articles · **{sentences}** sentences · **5** publishers"
    assert lines[2] == "Coverage from <t:1349870400:D> to <t:1721995200:D>"
    assert r"🟦 Asharq Al\-Awsat: 2" in lines
    assert "🟧 The Hindu: 1" in lines
    [changed] = re.findall(r"^-# Last changed <t:(\d+):R>$", lines[-1])
    assert 0 <= datetime.now(UTC).timestamp() - int(changed) < 600
    assert labels(result) == ["Dismiss"]


async def test_the_picture_is_there_for_who_does_not_see_it(room: Newsroom) -> None:
    result = await room.coverage()
    assert result.response is not None
    [file] = result.response.attachments
    assert file.filename == "overview.png"
    assert [file.description] == pictures(result)
    assert file.description == (
        "Bar chart of articles by their dates. 2012: The Hindu 1; 2014: Your Middle East 1; 2015: The Moscow Times 1;"
        " 2017: Washington Examiner 1; 2020: Asharq Al-Awsat 1; 2024: Asharq Al-Awsat 1"
    )


async def test_the_picture_is_shared_too(room: Newsroom) -> None:
    private = await room.coverage(private=True)
    assert private.ephemeral
    assert private.response is not None
    before, described = shown(private), pictures(private)
    [copy] = (await room.ann.click(private.response, label="Share")).followups
    assert not copy.ephemeral
    assert text_of(copy.components) == f"{before}\n-# Shared by {room.ann.mention}"
    assert descriptions(copy.components) == described != []
    assert [file.filename for file in copy.attachments] == ["overview.png"]


async def test_it_is_shared_after_a_restart(
    room: Newsroom, simcord_env: simcord.Env, coverage: Coverage, simcord_bot: Factbox
) -> None:
    private = await room.coverage(private=True)
    assert private.response is not None
    simcord_bot.services.behind.now()
    await simcord_env.restart_bot(Factbox(coverage, Settings(simcord_bot.services.settings.data), shard_count=1))
    [copy] = (await room.ann.click(private.response, label="Share")).followups
    assert [file.filename for file in copy.attachments] == ["overview.png"]


async def test_what_is_added_counts(room: Newsroom, coverage: Coverage) -> None:
    coverage.add(
        Article(text=f"The zeppelin flew {day} times.", publisher="The Hindu", published=date(2012, 10, day))
        for day in (1, 2, 3)
    )
    coverage.add(Article(text="Nobody knows when.", title="x"))
    result = await room.coverage()
    assert "**10** articles" in shown(result)
    assert "🟦 The Hindu: 4" in shown(result)
    assert "⬜ Others: 1" in shown(result).replace("▫️", "⬜")
    assert "-# Most in 2012: 4.\n-# One article is undated.\n-# Last changed" in shown(result)


async def test_only_publishers_that_the_server_shows_count(room: Newsroom, simcord_bot: Factbox) -> None:
    allowed = ("The Hindu", "The Moscow Times")
    simcord_bot.services.servers.change(room.guild.id, ServerSettings(publishers=allowed))
    result = await room.coverage()
    assert "**2** articles" in shown(result)
    assert "**2** publishers" in shown(result)
    assert "to <t:1432209600:D>" in shown(result)
    assert "Asharq" not in shown(result)
    assert re.search(r"2012: The Hindu 1; .* 2015: The Moscow Times 1$", pictures(result)[0])


async def test_one_month_needs_no_picture(room: Newsroom, simcord_bot: Factbox) -> None:
    simcord_bot.services.servers.change(room.guild.id, ServerSettings(publishers=("The Hindu",)))
    result = await room.coverage()
    assert not pictures(result)
    assert result.response is not None
    assert not result.response.attachments
    assert "**1** article ·" in shown(result)
    assert "The Hindu: 1" in shown(result)


async def test_where_nothing_is_shown_the_way_out_is(room: Newsroom, simcord_bot: Factbox) -> None:
    simcord_bot.services.servers.change(room.guild.id, ServerSettings(publishers=("The Onion",)))
    reply = shown(await room.coverage())
    assert "I know nothing that this server shows." in reply
    assert "`/settings`" in reply


async def test_where_nothing_is_stored_the_way_out_is(tmp_path: Path) -> None:
    with Coverage.open(tmp_path, seeds=False) as coverage:
        async with simcord.run(Factbox(coverage, Settings(tmp_path), shard_count=1)) as env:
            result = await Newsroom(env).coverage()
    assert "I know nothing yet." in shown(result)
    assert "`/editors add`" in shown(result)
    assert not pictures(result)


async def test_beyond_the_greatest_publishers_all_others_are_one(room: Newsroom, coverage: Coverage) -> None:
    coverage.add(
        Article(text=f"It is {number} in {year}.", publisher=f"Post {number:02}", published=date(year, 1, 1))
        for number in range(12)
        for year in range(2000, 2015)
    )
    lines = shown(await room.coverage()).splitlines()
    listed = [line for line in lines if re.search(r": \d+$", line)]
    assert listed[0] == "🟦 Post 00: 15"
    assert listed[7:] == [*(f"⬜ Post {number:02}: 15" for number in (7, 8, 9)), "⬜ Others: 36"]
    assert len(listed) == limits.PUBLISHERS_LISTED + 1


async def test_a_long_name_without_a_space_is_cut_and_not_left_out(room: Newsroom, coverage: Coverage) -> None:
    coverage.add(Article(text="It is cold.", publisher="Nordwestdeutscheallgemeinelandeszeitungsgesellschaft"))
    assert "Nordwestdeutscheallgemeinelandeszeitung…: 1" in shown(await room.coverage())


COUNTS = st.integers(1, 10**9)
MONTHS = st.builds(MonthCount, st.integers(1, 9999), st.integers(1, 12), st.none() | LONG, COUNTS)
OVERVIEWS = st.builds(
    Overview,
    articles=COUNTS,
    sentences=COUNTS,
    publishers=st.lists(st.tuples(LONG, COUNTS), max_size=14).map(tuple),
    since=st.none() | st.dates(),
    until=st.none() | st.dates(),
    months=st.lists(MONTHS, max_size=14).map(tuple),
    undated=st.integers(0, 10**9),
    changed=st.none() | st.datetimes(timezones=st.just(UTC)),
)


@settings(max_examples=25, deadline=None)
@given(OVERVIEWS, TEXTS)
def test_any_overview_makes_a_message(overview: Overview, say: Texts) -> None:
    reply = overview_reply(overview, say)
    assert_sendable(reply, "coverage", say)
    if reply.picture:
        assert 0 < length(reply.picture.description) <= limits.PICTURE_DESCRIPTION


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_reply_has_room_and_its_picture_is_described_in_short(language: str) -> None:
    say = texts_in(language)
    months = tuple(
        MonthCount(year, month, f"{publisher}{WORDY}", 10**6)
        for year in range(2000, 2004)
        for month in range(1, 13)
        for publisher in "ABCDEFGHI"
    )
    day = date(2000, 1, 1)
    overview = Overview(1, 1, tuple((f"{name}{WORDY}", 1) for name in "ABCDEFGHIJKLM"), day, day, months, 1)
    reply = overview_reply(overview, say)
    assert_sendable(reply, "coverage", say)
    assert reply.picture
    assert length(reply.picture.description) <= limits.PICTURE_DESCRIPTION
    assert reply.picture.description.count(": 9000000") > 30
