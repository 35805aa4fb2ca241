"""`/privacy` and `/help`, and what is left of people on the disk."""

from pathlib import Path
from typing import Any

import simcord

from bot.client import Factbox
from bot.cooldowns import PERSON
from knowledge import Coverage
from tests.bot.debate import Debate, refusal
from tests.bot.replies_shown import labels, shown


async def test_what_is_kept_is_told_privately(simcord_env: simcord.Env) -> None:
    told = await simcord_env.create_user("ann").slash("privacy show")
    assert told.ephemeral
    assert told.response is not None
    assert "without who asked" in told.response.content


async def test_what_is_kept_of_a_person_is_removed_and_of_others_not(
    simcord_env: simcord.Env, coverage: Coverage
) -> None:
    ann, bob = simcord_env.create_user("ann"), simcord_env.create_user("bob")
    article = coverage.articles()[0]
    for person in (ann, bob):
        coverage.feedback.report(article.id, 0, "wrong", person.id)
    told = await ann.slash("privacy delete")
    assert told.response is not None
    assert "one report" in told.response.content
    assert len(coverage.feedback.list_reports(5)) == 1
    again = await ann.slash("privacy delete")
    assert again.response is not None
    assert "Nothing was kept" in again.response.content


async def test_no_question_is_kept_with_who_asked_it(
    simcord_env: simcord.Env, simcord_bot: Factbox, own_data: Path
) -> None:
    guild = simcord_env.create_guild()
    ann = guild.add_member(simcord_env.create_user("annabelle-smith"))
    await ann.slash(guild.create_text_channel("debate"), "ask", question="Who won the zeppelin race of 1998?")
    simcord_bot.services.behind.now()
    kept = contents(own_data)
    assert b"zeppelin race" in kept
    assert str(ann.id).encode() not in kept
    assert b"annabelle" not in kept


async def test_help_offers_what_works(simcord_env: simcord.Env) -> None:
    guild = simcord_env.create_guild()
    ann = guild.add_member(simcord_env.create_user("ann"))
    told: Any = await ann.slash(guild.create_text_channel("debate"), "help")
    assert told.ephemeral
    assert "**/ask**" in shown(told)
    for label in labels(told):
        tried = await ann.click(told.response, label=label)
        assert tried.ephemeral
        assert shown(tried)


async def test_help_counts_as_a_lookup(simcord_env: simcord.Env) -> None:
    debate = Debate(simcord_env)
    for _ in range(PERSON[0]):
        await debate.slash("help")
    assert "That was a lot at once" in refusal(await debate.slash("help"))
    assert len(simcord_env.errors) == 1


def contents(folder: Path) -> bytes:
    """All that is written in the files of a folder."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
