"""The bot as people in a server meet it, through simcord."""

import json
import logging
import os
import re
from pathlib import Path

import pytest
import simcord

from bot import limits
from bot.client import Factbox
from bot.settings import Settings
from knowledge import Answer, Article, Coverage, DataError, Filters
from knowledge.bounds import LONGEST_QUESTION
from tests.bot.debate import Debate, refusal
from tests.bot.replies_shown import shown

HELICOPTERS = "How many attack helicopters would Russia supply to Iraq?"


class BrokenCoverage(Coverage):
    """Fails in the way that its question names."""

    def ask(self, question: str, filters: Filters | None = None, limit: int = 5) -> Answer:  # noqa: ARG002
        if question == "data":
            raise DataError(Path("/srv/secret"), "damaged")
        raise ZeroDivisionError("a secret")


async def ask(env: simcord.Env, question: str) -> simcord.InteractionResult:
    """What somebody in a server gets for `/ask question`."""
    server = env.create_guild()
    somebody = server.add_member(env.create_user("ann"))
    return await somebody.slash(server.create_text_channel("debate"), "ask", question=question)


def syncs(env: simcord.Env) -> int:
    """How often the commands were sent to Discord."""
    return sum(request.method == "PUT" and request.path.endswith("/commands") for request in env.http_requests)


async def test_a_question_is_answered_with_a_quotation_and_its_source(simcord_env: simcord.Env) -> None:
    result = await ask(simcord_env, HELICOPTERS)
    reply = shown(result)
    assert not result.ephemeral
    assert not result.deferred
    assert re.search(r"> .*36 Mi\\-28NE \*\*attack\*\* \*\*helicopters\*\*", reply)
    assert "**The Hindu** · <t:1349870400:D> · Russia warms up to Iraq with arms deal" in reply
    assert "https://www.thehindu.com/news/international/" in reply
    assert "#:~:text=" in reply


async def test_a_misspelt_question_is_answered_and_the_correction_shown(simcord_env: simcord.Env) -> None:
    reply = shown(await ask(simcord_env, "How many attack helicoptres would Rusia supply to Iraq?"))
    assert r"36 Mi\-28NE" in reply
    assert "helicopters" in reply.split("Showing results for")[1]


async def test_an_index_that_is_damaged_while_it_is_open_is_made_anew(
    simcord_env: simcord.Env, simcord_bot: Factbox, own_data: Path
) -> None:
    simcord_bot.services.behind.now()
    [segment] = (own_data / "index").glob("*.segment")
    content = segment.read_bytes()
    with segment.open("r+b") as file:
        file.write(content.replace(b'"title"', b'"titl\xff"'))
    assert "Something went wrong" in refusal(await ask(simcord_env, HELICOPTERS))
    assert len(simcord_env.errors) == 1
    simcord_bot.services.behind.now()
    assert r"36 Mi\-28NE" in shown(await ask(simcord_env, HELICOPTERS))
    assert not segment.exists()


async def test_a_byte_that_was_lost_without_a_trace_is_found_at_the_start(simcord_bot: Factbox, own_data: Path) -> None:
    simcord_bot.services.behind.now()
    [segment] = (own_data / "index").glob("*.segment")
    written, content = segment.stat(), bytearray(segment.read_bytes())
    content[len(content) // 2] ^= 1
    with segment.open("r+b") as file:
        file.write(content)
    os.utime(segment, ns=(written.st_atime_ns, written.st_mtime_ns))
    simcord_bot.services.load()
    assert segment.exists(), "the first questions don't wait for it"
    simcord_bot.services.behind.now()
    assert not segment.exists()


async def test_what_the_coverage_does_not_say_is_not_made_up(simcord_env: simcord.Env) -> None:
    reply = shown(await ask(simcord_env, "Who won the 1998 football world cup final in Paris?"))
    assert "The coverage does not say" in reply
    assert "<t:1349870400:D>" in reply
    assert "\n> " not in reply


@pytest.mark.parametrize("question", ["🚁🚁🚁", "؟كم مروحية", "*", "x" * limits.QUESTION, "\u202e" * 9])
async def test_an_odd_question_gets_a_plain_answer(simcord_env: simcord.Env, question: str) -> None:
    assert "The coverage does not say" in shown(await ask(simcord_env, question))


@pytest.mark.parametrize(("command", "option"), [("ask", "question"), ("article", "title")])
async def test_a_blank_question_or_headline_is_refused(simcord_env: simcord.Env, command: str, option: str) -> None:
    debate = Debate(simcord_env)
    assert "is empty: " in refusal(await debate.slash(command, **{option: " "}))
    assert len(simcord_env.errors) == 1


async def test_a_hostile_article_stays_text(simcord_env: simcord.Env, coverage: Coverage) -> None:
    hostile = (
        "@everyone The <@1> zeppelin **won** [the prize](https://evil.example) at https://evil.example on <t:1:R>."
    )
    coverage.add(
        [Article(text=hostile, title="# <#1> ||zeppelin||", publisher="`zeppelin`", url="javascript:alert(1)")]
    )
    reply = shown(await ask(simcord_env, "Which prize did the zeppelin win?"))
    assert r"\@everyone The \<\@1\> **zeppelin** \*\***won**\*\* \[the **prize**\]\(https\://evil.example\)" in reply
    assert r"\# \<\#1\> \|\|zeppelin\|\|" in reply
    assert "javascript" not in reply


async def test_nobody_is_pinged(simcord_env: simcord.Env) -> None:
    await ask(simcord_env, "@everyone and @here <@1>?")
    callback = next(request for request in simcord_env.http_requests if request.path.endswith("/callback"))
    assert isinstance(callback.json, dict)
    assert callback.json["data"]["allowed_mentions"]["parse"] == []


async def test_a_question_longer_than_the_limit_cannot_be_sent(simcord_env: simcord.Env) -> None:
    with pytest.raises(simcord.OptionError):
        await ask(simcord_env, "x" * (limits.QUESTION + 1))


@pytest.mark.parametrize("question", ["anything", "data"])
async def test_a_failure_is_one_line_with_the_reference_in_the_log(
    own_data: Path, caplog: pytest.LogCaptureFixture, question: str
) -> None:
    with BrokenCoverage.open(own_data) as coverage:
        async with simcord.run(Factbox(coverage, Settings(own_data), shard_count=1)) as env:
            result = await ask(env, question)
            assert len(env.errors) == 1
    assert result.ephemeral
    assert result.response is not None
    line = result.response.content
    assert "\n" not in line
    assert "secret" not in line
    reference = line.split()[-1].rstrip(".")
    assert re.fullmatch(r"[0-9a-f]{6}", reference)
    [record] = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert record.getMessage() == f"{reference}: /ask failed"
    assert record.exc_info is not None


@pytest.mark.parametrize("code", [10062, 40060])
async def test_an_answer_that_came_too_late_or_twice_is_no_error(
    simcord_env: simcord.Env, caplog: pytest.LogCaptureFixture, code: int
) -> None:
    simcord_env.inject_error("POST", "/interactions/*/*/callback", status=400, code=code)
    await ask(simcord_env, HELICOPTERS)
    assert len(simcord_env.errors) == 1
    assert not [record for record in caplog.records if record.name.startswith("bot.")]


async def test_an_error_that_cannot_be_told_is_logged(
    simcord_env: simcord.Env, caplog: pytest.LogCaptureFixture
) -> None:
    simcord_env.inject_error("POST", "/interactions/*/*/callback", status=403, code=50001)
    simcord_env.inject_error("POST", "/interactions/*/*/callback", status=403, code=50001)
    await ask(simcord_env, HELICOPTERS)
    assert len(simcord_env.errors) == 1
    assert any("could not be told" in record.getMessage() for record in caplog.records)


async def test_commands_are_synced_once(simcord_env: simcord.Env, coverage: Coverage, own_data: Path) -> None:
    assert syncs(simcord_env) == 1
    await simcord_env.restart_bot(Factbox(coverage, Settings(own_data), shard_count=1))
    assert syncs(simcord_env) == 1
    assert "36" in shown(await ask(simcord_env, HELICOPTERS))


async def test_changed_commands_are_synced_again(simcord_env: simcord.Env, coverage: Coverage, own_data: Path) -> None:
    changed = Factbox(coverage, Settings(own_data), shard_count=1)

    changed.tree.remove_command("help")
    await simcord_env.restart_bot(changed)
    assert syncs(simcord_env) == 2


@pytest.mark.parametrize("memory", ["", "{", "[]", '{"1": 2}', "\0"])
async def test_a_damaged_memory_costs_one_sync(coverage: Coverage, own_data: Path, memory: str) -> None:
    (own_data / "discord.json").write_text(memory)
    async with simcord.run(Factbox(coverage, Settings(own_data), shard_count=1)) as env:
        assert syncs(env) == 1
    assert len(json.loads((own_data / "discord.json").read_text())) >= 1


async def test_a_failed_sync_stops_nobody(
    simcord_env: simcord.Env, coverage: Coverage, own_data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (own_data / "discord.json").unlink()
    simcord_env.inject_error("PUT", "/applications/*/commands", status=403)
    await simcord_env.restart_bot(Factbox(coverage, Settings(own_data), shard_count=1))
    [warning] = [record.getMessage() for record in caplog.records if "not synced" in record.getMessage()]
    assert "\n" not in warning
    assert "36" in shown(await ask(simcord_env, HELICOPTERS))


def test_a_question_fits_where_it_is_asked() -> None:
    assert limits.QUESTION <= LONGEST_QUESTION <= limits.OPTION_TEXT
    assert limits.DEFER_AFTER < limits.FIRST_RESPONSE
