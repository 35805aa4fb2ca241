"""`/coverage` as people in a server meet it."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

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
from tests.bot.debate import Debate, Restart
from tests.bot.discord_rules.problems import length
from tests.bot.made_up import LONG, TEXTS, WORDY, assert_sendable
from tests.bot.replies_shown import descriptions, labels, pictures, shown, text_of


async def test_what_the_bot_knows_is_told_in_numbers(debate: Debate, coverage: Coverage) -> None:
    result = await debate.slash("coverage")
    sentences = sum(len(coverage.sentences(article.id)) for article in coverage.articles())
    lines = shown(result).splitlines()
    assert lines[1] == f"**6** articles · **{sentences}** sentences · **5** publishers"
    assert lines[2] == "Coverage from <t:1349870400:D> to <t:1721995200:D>"
    assert r"🟦 Asharq Al\-Awsat: 2" in lines
    assert "🟧 The Hindu: 1" in lines
    [changed] = re.findall(r"^-# Last changed <t:(\d+):R>$", lines[-1])
    assert 0 <= datetime.now(UTC).timestamp() - int(changed) < 600
    assert labels(result) == ["Dismiss"]


async def test_the_picture_is_there_for_who_does_not_see_it(debate: Debate) -> None:
    result = await debate.slash("coverage")
    assert result.response is not None
    [file] = result.response.attachments
    assert file.filename == "overview.png"
    assert [file.description] == pictures(result)
    assert file.description == (
        "Bar chart of articles by their dates. 2012: The Hindu 1; 2014: Your Middle East 1; 2015: The Moscow Times 1;"
        " 2017: Washington Examiner 1; 2020: Asharq Al-Awsat 1; 2024: Asharq Al-Awsat 1"
    )


async def test_the_picture_is_shared_too(debate: Debate) -> None:
    private = await debate.slash("coverage", private=True)
    assert private.ephemeral
    before, described = shown(private), pictures(private)
    [copy] = (await debate.click(private, "Share")).followups
    assert not copy.ephemeral
    assert text_of(copy.components) == f"{before}\n-# Shared by {debate.ann.mention}"
    assert descriptions(copy.components) == described != []
    assert [file.filename for file in copy.attachments] == ["overview.png"]


async def test_it_is_shared_after_a_restart(debate: Debate, restart: Restart) -> None:
    private = await debate.slash("coverage", private=True)
    await restart()
    [copy] = (await debate.click(private, "Share")).followups
    assert [file.filename for file in copy.attachments] == ["overview.png"]


async def test_what_is_added_counts(debate: Debate, coverage: Coverage) -> None:
    coverage.add(
        Article(text=f"The zeppelin flew {day} times.", publisher="The Hindu", published=date(2012, 10, day))
        for day in (1, 2, 3)
    )
    coverage.add(Article(text="Nobody knows when.", title="x"))
    result = await debate.slash("coverage")
    assert "**10** articles" in shown(result)
    assert "🟦 The Hindu: 4" in shown(result)
    assert "▫️ Others: 1" in shown(result)
    assert "-# Most in 2012: 4.\n-# One article is undated.\n-# Last changed" in shown(result)


async def test_only_publishers_that_the_server_shows_count(debate: Debate, simcord_bot: Factbox) -> None:
    allowed = ("The Hindu", "The Moscow Times")
    simcord_bot.services.servers.change(debate.guild.id, ServerSettings(publishers=allowed))
    result = await debate.slash("coverage")
    assert "**2** articles" in shown(result)
    assert "**2** publishers" in shown(result)
    assert "to <t:1432209600:D>" in shown(result)
    assert "Asharq" not in shown(result)
    assert re.search(r"2012: The Hindu 1; .* 2015: The Moscow Times 1$", pictures(result)[0])


async def test_one_month_needs_no_picture(debate: Debate, simcord_bot: Factbox) -> None:
    simcord_bot.services.servers.change(debate.guild.id, ServerSettings(publishers=("The Hindu",)))
    result = await debate.slash("coverage")
    assert not pictures(result)
    assert result.response is not None
    assert not result.response.attachments
    assert "**1** article ·" in shown(result)
    assert "The Hindu: 1" in shown(result)


async def test_where_nothing_is_shown_the_way_out_is(debate: Debate, simcord_bot: Factbox) -> None:
    simcord_bot.services.servers.change(debate.guild.id, ServerSettings(publishers=("The Onion",)))
    reply = shown(await debate.slash("coverage"))
    assert "I know nothing that this server shows." in reply
    assert "`/settings`" in reply


async def test_where_nothing_is_stored_the_way_out_is(tmp_path: Path) -> None:
    with Coverage.open(tmp_path, seeds=False) as coverage:
        async with simcord.run(Factbox(coverage, Settings(tmp_path), shard_count=1)) as env:
            result = await Debate(env).slash("coverage")
    assert "I know nothing yet." in shown(result)
    assert "`/editors add`" in shown(result)
    assert not pictures(result)


async def test_beyond_the_greatest_publishers_all_others_are_one(debate: Debate, coverage: Coverage) -> None:
    coverage.add(
        Article(text=f"It is {number} in {year}.", publisher=f"Post {number:02}", published=date(year, 1, 1))
        for number in range(12)
        for year in range(2000, 2015)
    )
    lines = shown(await debate.slash("coverage")).splitlines()
    listed = [line for line in lines if re.search(r": \d+$", line)]
    assert listed[0] == "🟦 Post 00: 15"
    assert listed[7:] == [*(f"⬜ Post {number:02}: 15" for number in (7, 8, 9)), "⬜ Others: 36"]
    assert len(listed) == limits.PUBLISHERS_LISTED + 1


async def test_a_long_name_without_a_space_is_cut_and_not_left_out(debate: Debate, coverage: Coverage) -> None:
    coverage.add(Article(text="It is cold.", publisher="Nordwestdeutscheallgemeinelandeszeitungsgesellschaft"))
    assert "Nordwestdeutscheallgemeinelandeszeitung…: 1" in shown(await debate.slash("coverage"))


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
