"""`/editors`, as editors meet it in their home server, and others."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord

from bot.client import Factbox
from bot.memory.servers import ServerSettings
from bot.settings import Settings
from knowledge import Article, Coverage, FetchError
from knowledge.storage.feed_values import Poll
from knowledge.storage.feeds import Feeds
from tests.bot.replies_shown import selects, shown

HOME = 900_000_000_000_000_001
FERRY = b"""Ferry sinks off Kithnos
14 June 2019

The ferry Aurelia sank off Kithnos on Friday morning after it had hit a rock. All 212 passengers were saved by boats.
"""


class Home:
    """The home server, with an editor, an administrator who is none, and a member."""

    bot: Factbox

    def __init__(self, env: simcord.Env) -> None:
        self.env = env
        self.guild = env.create_guild("Home", id=HOME)
        everything = self.guild.create_role("Admins", permissions=discord.Permissions(administrator=True))
        self.editor = self.guild.add_member(env.create_user("eva"), roles=[everything])
        self.admin = self.guild.add_member(env.create_user("adam"), roles=[everything])
        self.member = self.guild.add_member(env.create_user("ann"))
        self.channel = self.guild.create_text_channel("desk")

    async def run(self, command: str, **options: object) -> Any:  # noqa: ANN401 - simcord's
        """What the editor gets for one of the commands."""
        return await self.editor.slash(self.channel, f"editors {command}", **options)

    async def ask(self, question: str) -> str:
        """What the member gets for a question."""
        return shown(await self.member.slash(self.channel, "ask", question=question))


@pytest.fixture
async def home(simcord_env: simcord.Env, coverage: Coverage, own_data: Path) -> Home:
    """The home server of a bot whose settings name it and the editor."""
    home = Home(simcord_env)
    settings = Settings(own_data, home=HOME, editors=frozenset({home.editor.id}))
    home.bot = Factbox(coverage, settings, shard_count=1)
    await simcord_env.restart_bot(home.bot)
    return home


async def test_they_are_in_the_home_server_alone(home: Home) -> None:
    elsewhere = home.env.create_guild("Elsewhere")
    editor = elsewhere.add_member(home.env.create_user("erik"))
    assert "editors stats" in home.editor.available_commands(home.channel)
    assert "editors stats" not in editor.available_commands(elsewhere.create_text_channel("debate"))


async def test_members_do_not_see_them_and_administrators_are_refused(home: Home) -> None:
    assert "editors stats" not in home.member.available_commands(home.channel)
    refused: Any = await home.admin.slash(home.channel, "editors stats")
    assert len(home.env.errors) == 1
    assert refused.ephemeral
    assert "Only editors" in refused.response.content


@pytest.mark.slow
async def test_a_file_is_added_and_found_and_its_article_removed(home: Home) -> None:
    question = "Where did the ferry Aurelia sink?"
    assert "does not say" in await home.ask(question)
    assert "Ferry sinks off Kithnos" in shown(await home.run("add", file=("ferry.txt", FERRY)))
    assert "Kithnos" in await home.ask(question)
    choices = await home.editor.autocomplete(home.channel, "editors remove", "title", "fery")
    assert choices[0]["name"] == "Ferry sinks off Kithnos (2019-06-14)"
    assert "Ferry sinks off Kithnos" in shown(await home.run("remove", title=choices[0]["value"]))
    assert "does not say" in await home.ask(question)


@pytest.mark.slow
async def test_a_file_that_cannot_be_read_is_named_and_its_name_is_nothing_but_text(home: Home) -> None:
    refused = await home.run("add", file=("*picture*\u202e@everyone.png", b"\x89PNG\r\n\x1a\n\0\0\0"))
    assert len(home.env.errors) == 1
    assert refused.response.content.startswith(r"\*picture\*\@everyone.png: ")
    assert refused.response.ephemeral


@pytest.mark.slow
async def test_a_file_may_have_any_name(home: Home, coverage: Coverage) -> None:
    assert "Ferry sinks off Kithnos" in shown(await home.run("add", file=("fe\ud800rry.\0", FERRY)))
    [newest] = coverage.history.changes(1)
    assert newest.source == "Discord: fe?rry.\0"


@pytest.mark.slow
async def test_lines_that_cannot_be_read_are_named_by_the_file_that_was_sent(home: Home) -> None:
    lines = b'{"text": "The ferry Aurelia sank off Kithnos."}\n{broken\n'
    told = shown(await home.run("add", file=("ferry.jsonl", lines)))
    assert "- ferry.jsonl, line 2" in told
    assert "tmp" not in told


@pytest.mark.parametrize("title", ["Russia", "iraq", "Moscow arms deal"])
async def test_nothing_is_removed_for_some_words_of_a_headline(home: Home, coverage: Coverage, title: str) -> None:
    before = len(coverage.articles())
    told = shown(await home.run("remove", title=title))
    assert "Nothing is removed yet" in told
    assert "Russia" in told
    assert len(coverage.articles()) == before


@pytest.mark.slow
async def test_an_article_is_removed_by_its_whole_headline_in_any_letters(home: Home, coverage: Coverage) -> None:
    article = coverage.articles()[0]
    assert article.title in shown(await home.run("remove", title=f" {article.title.upper()} "))
    assert article.id not in {one.id for one in coverage.articles()}


async def test_of_articles_with_one_headline_none_is_removed(home: Home, coverage: Coverage) -> None:
    coverage.add(Article(text=f"It is {day}.", title="Ferry sinks", publisher=f"Post {day}") for day in "12")
    told = shown(await home.run("remove", title="Ferry sinks"))
    assert "Post 1" in told
    assert "Post 2" in told
    assert len(coverage.find_articles("Ferry sinks")) == 2


@pytest.mark.parametrize(
    ("command", "options", "told"),
    [
        ("add", {}, "attach a file"),
        ("add", {"file": ("ferry.txt", FERRY), "address": "https://post.example/1"}, "one after the other"),
        ("remove", {"title": "zzzz qqqq"}, "no such article"),
        ("remove", {"title": " "}, "headline is empty"),
    ],
)
async def test_what_cannot_be_done_is_told(home: Home, command: str, options: dict[str, Any], told: str) -> None:
    refused = await home.run(command, **options)
    assert len(home.env.errors) == 1
    assert told in refused.response.content


@pytest.mark.slow
async def test_the_index_is_made_anew(home: Home, own_data: Path) -> None:
    before = (own_data / "index").stat().st_mtime_ns
    assert "rebuilt" in shown(await home.run("rebuild"))
    assert (own_data / "index").stat().st_mtime_ns > before
    assert "36 Mi" in await home.ask("How many attack helicopters would Russia supply to Iraq?")


async def test_questions_without_an_answer_are_listed_without_who_asked(home: Home, coverage: Coverage) -> None:
    await home.ask("Who won the 1998 football world cup final in Paris?")
    home.bot.services.behind.now()
    listed = await home.run("unanswered")
    assert "Who won the 1998 football world cup final in Paris?" in shown(listed)
    assert "ann" not in shown(listed)
    [select] = selects(listed)
    await home.editor.select(listed.response, values=[select["options"][0]["value"]])
    assert coverage.feedback.list_unanswered(5) == ()


async def test_questions_that_are_alike_are_listed_and_taken_off_together(home: Home, coverage: Coverage) -> None:
    alike = ["Who was the captain of the Aurelia?", "who is captain of the aurelia", "Aurelia captain?"]
    coverage.feedback.unanswered(*alike, "Who won the race?")
    listed = await home.run("unanswered")
    assert "3 times" in shown(listed)
    assert "wordings: 3" in shown(listed)
    [select] = selects(listed)
    assert len(select["options"]) == 2
    coverage.feedback.unanswered(alike[1], alike[1])  # which stands for them from now on
    await home.editor.select(listed.response, values=[select["options"][0]["value"]])
    assert [row.question for row in coverage.feedback.list_unanswered(5)] == ["Who won the race?"]


async def test_feeds_are_listed_with_their_health_those_that_fail_first(home: Home, own_data: Path) -> None:
    feeds, now = Feeds(own_data / "feeds.db"), datetime(2026, 1, 1, tzinfo=UTC)
    for number in range(12):
        feeds.follow(f"https://post.example/{number}", f"Post *{number:02}*", None, now)
    well, failing = feeds.feeds()[0], feeds.feeds()[11]
    feeds.succeeded(well, Poll(well.title, None, now, timedelta(hours=1), "", None, None), [], now)
    feeds.failed(failing, FetchError(failing.address, "not-found", status=404), now, now, stopped=False)
    told = shown(await home.run("feeds"))
    assert told.index(r"Post \*11\*") < told.index(r"Post \*00\*")
    assert f"Last read <t:{now.timestamp():.0f}:R>" in told
    assert f"Fails since <t:{now.timestamp():.0f}:R>" in told
    assert "Not shown: 4." in told


@pytest.mark.slow
async def test_changes_are_listed_with_what_made_them(home: Home, coverage: Coverage) -> None:
    coverage.add(Article(text="The ferry sank.", title="Ferry"), source="*evil* @everyone.txt")
    await home.run("add", file=("ferry.txt", FERRY))
    await home.run("remove", title="Ferry")
    told = shown(await home.run("changes"))
    assert "**Discord** · Removed: 1" in told
    assert r"Discord\: ferry" in told
    assert r"\*evil\* \@everyone" in told
    assert "**seeds** · Added: 6" in told
    assert str(home.editor.id) not in told


async def test_a_question_that_limits_left_without_an_answer_is_not_listed(home: Home, coverage: Coverage) -> None:
    question = "How many attack helicopters would Russia supply to Iraq?"
    for limits in ({"until": "1990"}, {"publisher": "Asharq Al-Awsat", "until": "2000"}):
        await home.member.slash(home.channel, "ask", question=question, **limits)
    home.bot.services.servers.change(HOME, ServerSettings(publishers=("Gone Times",)))
    await home.ask(question)
    home.bot.services.behind.now()
    assert coverage.feedback.list_unanswered(5) == ()


async def test_wrong_sources_are_listed_and_settled(home: Home, coverage: Coverage) -> None:
    article = coverage.articles()[0]
    coverage.feedback.report(article.id, 0, "@everyone is *wrong*", home.member.id)
    listed = await home.run("wrong")
    assert r"\@everyone is \*wrong\*" in shown(listed)
    assert str(home.member.id) not in shown(listed)
    [select] = selects(listed)
    settled = await home.editor.select(listed.response, values=[select["options"][0]["value"]])
    assert coverage.feedback.list_reports(5) == ()
    assert settled is not None


async def test_stats_count_what_was_asked_and_found(home: Home) -> None:
    await home.ask("How many attack helicopters would Russia supply to Iraq?")
    await home.ask("Who won the 1998 football world cup final in Paris?")
    home.bot.services.behind.now()
    assert "Questions: 2, found 1" in shown(await home.run("stats"))
