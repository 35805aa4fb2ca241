"""`/timeline` as people in a server meet it."""

import re
from dataclasses import replace
from datetime import date

import pytest
import simcord
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import limits
from bot.client import Factbox
from bot.memory.servers import ServerSettings
from bot.replies.timeline import events_reply
from bot.texts import LANGUAGES, Texts, texts_in
from knowledge import Answer, Article, Coverage, Event, Filters
from tests.bot.debate import Debate, Restart, quotations, refusal
from tests.bot.discord_rules.problems import length
from tests.bot.made_up import FACTS, LONG, TEXTS, WORDY, WORDY_FACT, assert_sendable, message, text_length
from tests.bot.replies_shown import descriptions, labels, pictures, shown, text_of


def headings(result: simcord.InteractionResult) -> list[str]:
    """The days of a reply."""
    return [line.removeprefix("### ") for line in shown(result).splitlines() if line.startswith("### ")]


async def test_facts_stand_in_the_order_of_time_with_their_sources(debate: Debate) -> None:
    lines = shown(await debate.slash("timeline", topic="Russia")).splitlines()
    assert lines[0] == "-# Russia"
    first = lines.index("### April – August 2012".replace(" – ", "\u2009–\u2009"))
    assert lines[first + 1].startswith("> The contracts were signed during visits to **Russia** by Iraq’s acting")
    assert lines[first + 2] == "-# **The Hindu** · <t:1349870400:D>"
    assert lines[first + 3].startswith("https://www.thehindu.com/news/international/")
    assert "#:~:text=" in lines[first + 3]
    assert lines[first + 4] == "### <t:1349870400:D>"


async def test_a_day_that_only_the_articles_date_tells_is_marked(debate: Debate) -> None:
    lines = shown(await debate.slash("timeline", topic="Italy")).splitlines()
    stated, unstated = lines.index("### <t:1721908800:D>"), lines.index("### <t:1721995200:D>")
    assert lines[stated + 2] == r"-# **Asharq Al\-Awsat** · <t:1721995200:D>"
    assert lines[unstated + 2] == r"-# **Asharq Al\-Awsat** · date of the article"


async def test_facts_of_one_day_stand_below_one_heading(debate: Debate) -> None:
    result = await debate.slash("timeline", topic="Syria")
    assert headings(result) == ["<t:1349870400:D>"]
    assert len(quotations(result)) == limits.EVENTS


async def test_more_goes_on_in_time_to_the_end_and_tells_nothing_twice(debate: Debate) -> None:
    pages = [await debate.slash("timeline", topic="Syria")]
    while "More" in labels(pages[-1]):
        pages.append(await debate.click(pages[-1], "More"))
    told = [quotation for page in pages for quotation in quotations(page)]
    assert len(pages) == 4
    assert len(told) == len(set(told)) == 20
    assert [len(pictures(page)) for page in pages] == [1, 0, 0, 0]
    days = [int(day) for page in pages for heading in headings(page) for day in re.findall(r"<t:(\d+)", heading)]
    assert days == sorted(days)
    assert "2023" in [heading for page in pages for heading in headings(page)]


async def test_the_picture_is_there_for_who_does_not_see_it(debate: Debate) -> None:
    result = await debate.slash("timeline", topic="Syria")
    assert result.response is not None
    [file] = result.response.attachments
    assert file.filename == "timeline.png"
    [described] = pictures(result)
    assert file.description == described
    assert described.startswith("Bar chart of the sentences found, by the dates of their articles. 2012: The Hindu ")
    assert described.endswith("; 2024: Asharq Al-Awsat 4")
    [key, found] = next(part for part in shown(result).split("\n-# 🟦")[1:]).splitlines()[:2]
    assert key.replace("\xa0", " ").startswith(" The Hindu: ")
    assert re.fullmatch(
        r"-# \d\d sentences found, in articles of October 2012\W+July 2024\. Most in 2012: \d+\.", found
    )


@pytest.mark.parametrize("topic", ["arms deal with Iraq", "Turkey"])
async def test_of_one_time_there_is_no_picture(debate: Debate, topic: str) -> None:
    result = await debate.slash("timeline", topic=topic)
    assert quotations(result)
    assert not pictures(result)
    assert result.response is not None
    assert not result.response.attachments


async def test_the_picture_is_shared_too(debate: Debate) -> None:
    private = await debate.slash("timeline", topic="Syria", private=True)
    assert private.ephemeral
    before, described = shown(private), pictures(private)
    [copy] = (await debate.click(private, "Share")).followups
    assert not copy.ephemeral
    assert text_of(copy.components) == f"{before}\n-# Shared by {debate.ann.mention}"
    assert descriptions(copy.components) == described != []
    assert [file.filename for file in copy.attachments] == ["timeline.png"]


async def test_a_later_page_is_shared_as_it_is(debate: Debate) -> None:
    page = await debate.click(await debate.slash("timeline", topic="Syria"), "More")
    before = shown(page)
    [copy] = (await debate.click(page, "Share")).followups
    assert text_of(copy.components).startswith(before)
    assert not copy.attachments


async def test_its_buttons_work_after_a_restart(debate: Debate, restart: Restart) -> None:
    result = await debate.slash("timeline", topic="Russia", publisher="The Hindu", private=True)
    await restart()
    more = await debate.click(result, "More")
    assert quotations(more)
    assert not set(quotations(more)) & set(quotations(result))
    assert set(re.findall(r"\*\*(The \w+|Asharq)", shown(more))) == {"The Hindu"}


@pytest.mark.parametrize("topic", ["what happened", "Syria last week"])
async def test_without_a_dated_fact_the_nearest_headlines_stand_instead(debate: Debate, topic: str) -> None:
    result = await debate.slash("timeline", topic=topic)
    assert "The coverage does not say" in shown(result)
    assert "**Weapons and Syria on the agenda" in shown(result)
    assert not quotations(result)
    assert not pictures(result)
    assert labels(result) == ["Dismiss"]


@pytest.mark.parametrize("topic", ["Qwxz Zzyx", "🚁🚁🚁", "*"])
async def test_of_what_nobody_covers_nothing_is_made_up(debate: Debate, topic: str) -> None:
    result = await debate.slash("timeline", topic=topic)
    assert "The coverage does not say" in shown(result)
    assert not quotations(result)


async def test_a_misspelt_topic_is_told_with_the_correction(debate: Debate) -> None:
    result = await debate.slash("timeline", topic="Siria")
    assert quotations(result)
    assert shown(result).splitlines()[-1].startswith("-# Showing results for **Syria**")


async def test_days_and_publisher_limit_what_is_told(debate: Debate) -> None:
    result = await debate.slash("timeline", topic="Syria", since="2014", until="2015", publisher="the moscow times")
    assert set(re.findall(r"-# \*\*(.*?)\*\*", shown(result))) == {"The Moscow Times"}
    assert shown(result).splitlines()[-1].startswith("-# Only coverage from <t:1388577600:D> to <t:1451563200:D>. Only")


async def test_only_publishers_that_the_server_shows_are_told_of(debate: Debate, simcord_bot: Factbox) -> None:
    simcord_bot.services.servers.change(debate.guild.id, ServerSettings(publishers=("Your Middle East",)))
    result = await debate.slash("timeline", topic="Syria")
    assert set(re.findall(r"-# \*\*(.*?)\*\*", shown(result))) == {"Your Middle East"}


async def test_names_and_headlines_are_offered_as_topics(debate: Debate) -> None:
    choices = await debate.ann.autocomplete(debate.channel, "timeline", "topic", "syr")
    values = [choice["value"] for choice in choices]
    assert "Syria" in values
    assert any(value.startswith("Weapons and Syria on the agenda") for value in values)


async def test_a_blank_topic_is_refused(debate: Debate) -> None:
    result = await debate.slash("timeline", topic="  ")
    assert len(debate.env.errors) == 1
    assert "The topic is empty" in refusal(result)


async def test_a_hostile_article_stays_text(debate: Debate, coverage: Coverage) -> None:
    text = "@everyone The <@1> zeppelin **won** [the prize](https://evil.example) on 3 May {}, said <t:1:R>."
    coverage.add(
        Article(
            text=text.format(year), title=f"# {year}", publisher="<@&1> **Post** \u202e", published=date(year, 6, 1)
        )
        for year in (2018, 2019)
    )
    result = await debate.slash("timeline", topic="zeppelin")
    assert r"> \@everyone The \<\@1\> **zeppelin** \*\*won\*\* \[the prize\]\(https\://evil.example\)" in shown(result)
    assert r"-# **\<\@&1\> \*\*Post\*\***" in shown(result)
    assert r"-# 🟦 \<\@&1\> \*\*Post\*\*: 2" in shown(result).replace("\xa0", " ")
    assert pictures(result)[0].endswith("June 2018: <@&1> **Post** 1; June 2019: <@&1> **Post** 1")


ANSWERS = st.builds(
    Answer,
    question=LONG,
    answered=st.booleans(),
    strength=st.floats(0, 1),
    corrections=st.dictionaries(LONG, LONG, max_size=4),
    since=st.none() | st.dates(),
    until=st.none() | st.dates(),
    filters=st.builds(Filters, st.none() | st.dates(), st.none() | st.dates(), st.none() | LONG),
)
EVENTS = st.builds(
    lambda days, stated, fact: Event(min(days), max(days), stated, fact),
    st.tuples(st.dates(), st.dates()) | st.dates().map(lambda day: (day, day)),
    st.booleans(),
    FACTS,
)


@settings(max_examples=25, deadline=None)
@given(st.lists(EVENTS, min_size=1, max_size=8), ANSWERS, st.integers(0, 9), TEXTS)
def test_any_events_make_a_message(events: list[Event], answer: Answer, start: int, say: Texts) -> None:
    reply = events_reply(events, answer, start, say)
    assert_sendable(reply, "timeline", say)
    assert len(reply.shown) <= limits.EVENTS
    if reply.picture:
        assert 0 < length(reply.picture.description) <= limits.PICTURE_DESCRIPTION


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_reply_has_room(language: str) -> None:
    say = texts_in(language)
    events = [_wordy(publisher, published=date(2000 + year, 10, 31)) for year, publisher in enumerate("ABCDEFGHIJ")]
    answer = Answer(
        question=WORDY,
        answered=True,
        strength=0.5,
        corrections={"x": WORDY},
        since=date(1000, 1, 1),
        until=date(9999, 12, 31),
        filters=Filters(date(1000, 1, 1), date(9999, 12, 31), WORDY),
    )
    reply = events_reply(events, answer, 0, say)
    assert_sendable(reply, "timeline", say)
    assert reply.picture
    assert text_length(message(reply, "timeline", say)) > 3_300


def _wordy(publisher: str, published: date) -> Event:
    """An event of two publishers with long names that begin so."""
    article = replace(WORDY_FACT.article, id=publisher, publisher=publisher + WORDY, published=published)
    other = replace(WORDY_FACT.also_reported_by[0], article=replace(article, publisher=f"Also {publisher}{WORDY}"))
    days = published, published.replace(year=published.year + 50, month=11, day=30)
    return Event(*days, True, replace(WORDY_FACT, article=article, also_reported_by=(other,)))
