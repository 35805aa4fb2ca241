"""`/article` as people in a server meet it."""

import re
from dataclasses import replace
from datetime import date

import pytest
import simcord
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import limits
from bot.client import Factbox
from bot.markdown import day
from bot.memory.servers import ServerSettings
from bot.replies.article import article_shown
from bot.texts import LANGUAGES, Texts, texts_in
from knowledge import Article, Coverage, Digest
from tests.bot.debate import Debate, Restart, quotations, refusal
from tests.bot.made_up import ARTICLES, FACTS, TEXTS, WORDY_ARTICLE, WORDY_FACT, assert_sendable, message, text_length
from tests.bot.replies_shown import labels, shown

HINDU = "Russia warms up to Iraq with arms deal"
ITALY = "Italy Plans to Return Ambassador to Syria to Reflect New Diplomatic Developments, Minister Says"
BUYING = "Iraq Seeks to Purchase Russian Weapons"


def headline(result: simcord.InteractionResult) -> str:
    """The headline of the article that is shown."""
    return shown(result).splitlines()[0].removeprefix("### ")


def told(result: simcord.InteractionResult) -> list[str]:
    """The sentences of a reply as they stand in the article, but for the end of long ones."""
    return [re.sub(r"\\(.)", r"\1", line.replace("**", "")[2:].rstrip("…").rstrip()) for line in quotations(result)]


async def test_an_article_is_shown_with_its_source_and_its_most_telling_sentences(
    debate: Debate, coverage: Coverage
) -> None:
    result = await debate.slash("article", title=HINDU)
    lines = shown(result).splitlines()
    assert lines[:2] == [f"### {HINDU}", "-# **The Hindu** · <t:1349870400:D>"]
    assert lines[2].startswith("https://www.thehindu.com/news/international/")
    [article] = [article for article in coverage.articles() if article.title == HINDU]
    places = [article.text.index(sentence) for sentence in told(result)]
    assert len(places) == limits.FACTS
    assert places == sorted(places)
    assert shown(result).count("#:~:text=") == len(places)


async def test_other_articles_on_the_same_matter_are_named(debate: Debate) -> None:
    related = shown(await debate.slash("article", title=HINDU)).split("**Related articles**")[1]
    assert "https://" in related
    assert HINDU not in related


async def test_what_else_reports_the_same_stands_below_a_sentence(debate: Debate, coverage: Coverage) -> None:
    [article] = [article for article in coverage.articles() if article.title == HINDU]
    first = told(await debate.slash("article", title=HINDU))[0]
    sentence = next(one.text for one in coverage.sentences(article.id) if one.text.startswith(first))
    coverage.add(Article(text=sentence, title="Another", publisher="The Daily Copy", published=date(2013, 1, 1)))
    assert "The Daily Copy" in shown(await debate.slash("article", title=HINDU))


@pytest.mark.parametrize(
    "typed", [BUYING, BUYING.lower(), "Iraq Seeks", "purchase russian weapons", "iraq seeks to purchse rusian wepons"]
)
async def test_a_title_may_be_typed_in_part_or_misspelt(debate: Debate, typed: str) -> None:
    assert headline(await debate.slash("article", title=typed)) == BUYING


async def test_an_id_is_taken_for_its_article_alone(debate: Debate, coverage: Coverage) -> None:
    for article in coverage.articles()[:5]:
        result = await debate.slash("article", title=article.id)
        assert headline(result) == article.title
        assert labels(result) == ["Context", "Wrong source", "Dismiss"]


async def test_where_several_titles_fit_the_others_are_offered(debate: Debate) -> None:
    result = await debate.slash("article", title="Iraq")
    others = [label for label in labels(result) if "Iraq" in label]
    assert "Other articles with such a headline:" in shown(result)
    assert headline(result) not in others
    opened = await debate.click(result, others[0])
    assert opened.ephemeral
    assert headline(opened).startswith(others[0].rstrip("…"))


async def test_of_a_title_that_none_has_the_nearest_are_offered(debate: Debate) -> None:
    result = await debate.slash("article", title="Who sells helicopters to Baghdad nowadays?")
    assert "No article of the coverage has such a headline." in shown(result)
    assert not quotations(result)
    opened = await debate.click(result, labels(result)[0])
    assert quotations(opened)


@pytest.mark.parametrize("typed", ["🚁🚁🚁", "؟كم مروحية", "x" * limits.QUESTION, "*"])
async def test_an_odd_title_is_not_found(debate: Debate, typed: str) -> None:
    assert "No article of the coverage has such a headline." in shown(await debate.slash("article", title=typed))


async def test_it_is_told_when_an_article_was_updated(debate: Debate, coverage: Coverage) -> None:
    assert "Updated" not in shown(await debate.slash("article", title=HINDU))
    [article] = [one for one in coverage.articles() if one.title == HINDU]
    coverage.add(replace(article, text=f"{article.text}\n\nIt was signed on Monday."))
    updated = coverage.history.updated(article.id)
    assert updated
    assert f"Updated {day(updated.date())}" in shown(await debate.slash("article", title=HINDU))


async def test_an_article_without_an_address_has_no_link(debate: Debate) -> None:
    result = await debate.slash("article", title=ITALY)
    assert headline(result) == ITALY
    assert "aawsat" not in shown(result).split("**Related articles**")[0]


async def test_only_publishers_that_the_server_shows_are_found(debate: Debate, simcord_bot: Factbox) -> None:
    simcord_bot.services.servers.change(debate.guild.id, ServerSettings(publishers=("Asharq Al-Awsat",)))
    for title in (HINDU, "Iraq", "helicopters"):
        result = await debate.slash("article", title=title)
        assert "Hindu" not in shown(result)
        assert HINDU not in labels(result)


async def test_sharing_shows_the_same_article_whatever_was_typed(debate: Debate, coverage: Coverage) -> None:
    private = await debate.slash("article", title="Iraq", private=True)
    first = headline(private)
    coverage.add(Article(text="Iraq is a country. It lies in Asia.", title="Iraq", published=date(2025, 1, 1)))
    shared = await debate.click(private, "Share")
    [copy] = shared.followups
    assert not copy.ephemeral
    assert copy.components[0]["components"][0]["components"][0]["content"] == f"### {first}"


async def test_an_article_that_was_taken_away_is_no_other(debate: Debate, coverage: Coverage) -> None:
    [article] = [article for article in coverage.articles() if article.title == HINDU]
    private = await debate.slash("article", title=HINDU, private=True)
    coverage.remove([article.id])
    refused = await debate.click(private, "Share")
    assert "too old" in refusal(refused)


async def test_its_buttons_work_after_a_restart(debate: Debate, restart: Restart) -> None:
    result = await debate.slash("article", title=HINDU)
    await restart()
    context = shown(await debate.click(result, "Context")).replace("**", "")
    assert all(quotation[2:60] in context for quotation in quotations(result))


async def test_a_hostile_article_stays_text(debate: Debate, coverage: Coverage) -> None:
    coverage.add(
        Article(
            text="@everyone <@1> **won** [it](https://evil.example) at the zeppelin race. The end came soon.",
            title="# Zeppelin <#1> ||race||",
            publisher="`press`",
            url="javascript:alert(1)",
        )
    )
    reply = shown(await debate.slash("article", title="zeppelin"))
    assert r"### \# Zeppelin \<\#1\> \|\|race\|\|" in reply
    assert r"\@everyone \<\@1\> \*\*won\*\* \[it\]\(https\://evil.example\)" in reply.replace("****", "")
    assert "javascript" not in reply


DIGESTS = st.builds(
    Digest,
    article=ARTICLES,
    facts=st.lists(FACTS, max_size=limits.FACTS).map(tuple),
    related=st.lists(ARTICLES, max_size=5).map(tuple),
)


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(DIGESTS, st.lists(ARTICLES, max_size=limits.TRIES), TEXTS)
def test_any_article_makes_a_message(digest: Digest, others: list[Article], say: Texts) -> None:
    assert_sendable(article_shown(digest, others, say), "article", say)


@pytest.mark.parametrize("others", [[], [WORDY_ARTICLE] * limits.TRIES])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_reply_has_room(language: str, others: list[Article]) -> None:
    say = texts_in(language)
    reply = article_shown(Digest(WORDY_ARTICLE, (WORDY_FACT,) * limits.FACTS, (WORDY_ARTICLE,) * 9), others, say)
    assert_sendable(reply, "article", say)
    assert text_length(message(reply, "article", say)) > 2_500
