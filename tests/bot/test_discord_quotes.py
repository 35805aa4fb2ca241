"""`/quotes` as people in a server meet it."""

from datetime import date

import pytest
import simcord
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import limits
from bot.client import Factbox
from bot.memory.lookups import Lookup
from bot.memory.servers import ServerSettings
from bot.replies.quotes import quotes_shown
from bot.texts import LANGUAGES, Texts, english, texts_in
from knowledge import Article, Coverage, Filters, Quote, Sentence
from tests.bot.debate import Debate, Restart, quotations, refusal
from tests.bot.made_up import (
    ARTICLES,
    LINKS,
    LONG,
    SENTENCES,
    SPANS,
    TEXTS,
    WORDY,
    WORDY_ARTICLE,
    WORDY_SENTENCE,
    assert_sendable,
    message,
    text_length,
    texts,
)
from tests.bot.replies_shown import labels, shown

LAVROV = "Sergei Lavrov"


def days(result: simcord.InteractionResult) -> list[int]:
    """The times in a reply."""
    return [int(part.split(":")[0]) for part in shown(result).split("<t:")[1:]]


async def test_a_person_is_quoted_with_their_own_words_in_bold_and_the_source(debate: Debate) -> None:
    result = await debate.slash("quotes", speaker="lavrov")
    lines = shown(result).splitlines()
    assert lines[0] == "-# What lavrov said"
    assert lines[1].startswith("> Speaking at a joint news conference")
    assert lines[1].endswith(r'said\: "**We are ready to provide Iraq with any Russian\-made military products.**"')
    assert lines[2] == f"**{LAVROV}**"
    assert lines[3] == r"-# **Asharq Al\-Awsat** · <t:1606392000:D> · Iraq Seeks to Purchase Russian Weapons"
    assert lines[4].startswith("https://english.aawsat.com/home/article/2648221/")
    assert "#:~:text=" in lines[4]
    assert not result.ephemeral
    assert labels(result) == ["More", "Context", "Wrong source", "Dismiss"]


async def test_the_newest_come_first_and_more_shows_the_rest_once(debate: Debate) -> None:
    first = await debate.slash("quotes", speaker="Lavrov")
    more = await debate.click(first, "More")
    assert more.ephemeral
    assert len(quotations(first)) == limits.QUOTES
    assert days(first) + days(more) == sorted(days(first) + days(more), reverse=True)
    assert not set(quotations(first)) & set(quotations(more))
    while "More" in labels(more):
        more = await debate.click(more, "More")
    assert quotations(more)


async def test_about_something_the_best_come_first(debate: Debate) -> None:
    result = await debate.slash("quotes", speaker="Lavrov", about="helping Iraq and Syria with weapons")
    assert shown(result).startswith("-# What Lavrov said about helping Iraq and Syria with weapons\n")
    assert quotations(result)[0].startswith('> "**We are helping both Iraq and Syria')


@pytest.mark.parametrize("name", ["Lavrof", "sergej lavrow", "Mr Lavrov", "foreign minister lavrov"])
async def test_a_name_may_be_spelt_in_other_ways(debate: Debate, name: str) -> None:
    assert f"**{LAVROV}**" in shown(await debate.slash("quotes", speaker=name))


async def test_of_a_name_that_nobody_has_the_nearest_are_offered(debate: Debate) -> None:
    result = await debate.slash("quotes", speaker="Lavrow S")
    assert "The coverage quotes nobody of that name." in shown(result)
    assert not quotations(result)
    assert labels(result)[0] == LAVROV
    tried = await debate.click(result, LAVROV)
    assert tried.ephemeral
    assert quotations(tried)


async def test_of_a_name_like_no_other_nothing_is_offered(debate: Debate) -> None:
    result = await debate.slash("quotes", speaker="Qwxz Zzyx")
    assert "The coverage quotes nobody of that name." in shown(result)
    assert labels(result) == ["Dismiss"]


@pytest.mark.parametrize("limit", [{"about": "football"}, {"until": "2010"}, {"publisher": "The Hindu"}])
async def test_within_limits_that_leave_nothing_the_person_is_offered_without_them(
    debate: Debate, limit: dict[str, str]
) -> None:
    result = await debate.slash("quotes", speaker="lavrov", **limit)
    assert f"The coverage quotes {LAVROV}, but not within these limits." in shown(result)
    assert quotations(await debate.click(result, LAVROV))


async def test_days_and_publisher_limit_what_is_quoted(debate: Debate) -> None:
    result = await debate.slash("quotes", speaker="Lavrov", since="2015", until="2016", publisher="the moscow times")
    assert quotations(result)
    assert shown(result).count("**The Moscow Times**") == len(quotations(result))
    assert "Only coverage from" in shown(result).splitlines()[-1]


async def test_the_limits_hold_for_more_too(debate: Debate) -> None:
    result = await debate.slash("quotes", speaker="Lavrov", publisher="Washington Examiner")
    more = await debate.click(result, "More")
    assert shown(more).count("**Washington Examiner**") == len(quotations(more)) > 0


async def test_what_is_no_date_is_refused(debate: Debate) -> None:
    result = await debate.slash("quotes", speaker="Lavrov", since="whenever")
    assert len(debate.env.errors) == 1
    assert "is not a date" in refusal(result)


async def test_a_blank_name_is_refused(debate: Debate) -> None:
    result = await debate.slash("quotes", speaker="  ")
    assert len(debate.env.errors) == 1
    assert "The name is empty" in refusal(result)


async def test_asked_for_alone_it_is_shown_alone(debate: Debate) -> None:
    result = await debate.slash("quotes", speaker="Lavrov", private=True)
    assert result.ephemeral
    assert "Share" in labels(result)


async def test_only_publishers_that_the_server_shows_are_quoted(debate: Debate, simcord_bot: Factbox) -> None:
    simcord_bot.services.servers.change(debate.guild.id, ServerSettings(publishers=("The Hindu",)))
    assert "**The Hindu**" in shown(await debate.slash("quotes", speaker="Maliki"))
    result = await debate.slash("quotes", speaker="Lavrov")
    assert not quotations(result)
    assert LAVROV not in labels(result)


async def test_context_pages_through_all_that_was_shown(debate: Debate) -> None:
    result = await debate.slash("quotes", speaker="Lavrov")
    context = await debate.click(result, "Context")
    assert context.ephemeral
    rest = await debate.click(context, "More")
    assert "More" not in labels(rest)
    around = shown(context) + shown(rest)
    for quotation in quotations(result):
        assert quotation.replace("**", "").removeprefix("> ")[:120] in around.replace("**", "")


async def test_its_buttons_work_after_a_restart(debate: Debate, restart: Restart) -> None:
    result = await debate.slash("quotes", speaker="Lavrov", publisher="Washington Examiner")
    await restart()
    more = await debate.click(result, "More")
    assert "**Washington Examiner**" in shown(more)
    assert not set(quotations(more)) & set(quotations(result))


async def test_a_hostile_article_and_name_stay_text(debate: Debate, coverage: Coverage) -> None:
    coverage.add(
        Article(
            text='"@everyone <@1> **buy** [this](https://evil.example)," said Bob Zappleton on Monday.',
            title="||Zappleton||",
            published=date(2013, 1, 1),
            url="javascript:alert(1)",
        )
    )
    reply = shown(await debate.slash("quotes", speaker="Zappleton"))
    assert r"**\@everyone \<\@1\> \*\*buy\*\* \[this\]\(https\://evil.example\)" in reply
    assert r"\|\|Zappleton\|\|" in reply
    assert "javascript" not in reply
    assert r"\<\@1\> \*\*x\*\*" in shown(await debate.slash("quotes", speaker="<@1> **x**"))


QUOTES = st.builds(
    Quote, speaker=st.builds("Bob {}".format, LONG), sentence=SENTENCES, article=ARTICLES, spans=SPANS, link=LINKS
)


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(st.lists(QUOTES, max_size=6), LONG, LONG, st.none() | st.dates(), st.none() | LONG, TEXTS)
def test_any_quotations_make_a_message(
    quotes: list[Quote], name: str, about: str, since: date | None, publisher: str | None, say: Texts
) -> None:
    lookup = Lookup("quotes", name, about, Filters(since, None, publisher))
    assert_sendable(quotes_shown(quotes, lookup, say), "quotes", say)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_reply_has_room(language: str) -> None:
    say = texts_in(language)
    quote = Quote(WORDY, WORDY_SENTENCE, WORDY_ARTICLE, ((0, 9_000),), WORDY_ARTICLE.url)
    lookup = Lookup("quotes", WORDY, WORDY, Filters(date(1, 1, 1), date(9999, 12, 31), WORDY))
    reply = quotes_shown([quote] * 9, lookup, say)
    assert_sendable(reply, "quotes", say)
    assert text_length(message(reply, "quotes", say)) > 3_000


def test_of_a_long_sentence_the_part_with_the_persons_words_is_shown() -> None:
    text = "It was so, " + "and so on, " * 90 + 'and then Lavrov said: "We are ready."'
    at = text.index("We are ready.")
    quote = Quote(LAVROV, Sentence("x", 0, 0, len(text), text), WORDY_ARTICLE, ((at, at + 13),), None)
    payload = message(quotes_shown([quote], Lookup("quotes", "Lavrov"), english()), "quotes")
    [quotation] = [line for line in texts(payload) if line.startswith("> ")]
    assert quotation.startswith("> … ")
    assert quotation.endswith(r'Lavrov said\: "**We are ready.**"')
