"""The buttons below replies, pressed by those who asked and by others, at once and after a restart."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import simcord
from simcord.backend.serializers import message_payload
from simcord.interactions import base_payload

from bot.client import Factbox
from bot.cooldowns import PERSON
from bot.memory.servers import ServerSettings
from knowledge import Article, Coverage
from tests.bot.debate import Debate, Restart, Result, quotations, refusal
from tests.bot.replies_shown import labels, shown, text_of, walk

HELICOPTERS = "How many attack helicopters would Russia supply to Iraq?"
RUSSIA = "What did Russia and Iraq agree?"


async def test_more_goes_on_for_whoever_presses(debate: Debate) -> None:
    result = await debate.slash("ask", question=RUSSIA)
    more = await debate.click(result, "More", debate.bob)
    assert more.ephemeral
    assert not set(quotations(more)) & set(quotations(result))
    assert labels(more)[-2:] == ["Share", "Wrong source"]


async def test_context_shows_what_stands_around_each_sentence(debate: Debate) -> None:
    result = await debate.slash("ask", question=HELICOPTERS)
    context = await debate.click(result, "Context", debate.bob)
    assert context.ephemeral
    assert "signed arms deals with Iraq worth over" in shown(context)
    assert r"**According to defence sources, Russia would supply 36 Mi\-28NE attack helicopters" in shown(context)
    assert labels(context) == ["Share"]


async def test_what_bob_found_further_he_may_share(debate: Debate) -> None:
    more = await debate.click(await debate.slash("ask", question=RUSSIA), "More", debate.bob)
    before = shown(more)
    [copy] = (await debate.click(more, "Share", debate.bob)).followups
    assert not copy.ephemeral
    assert text_of(copy.components).startswith(before)
    assert text_of(copy.components).endswith(f"-# Shared by {debate.bob.mention}")


async def test_a_shared_context_keeps_what_it_shows(debate: Debate) -> None:
    context = await debate.click(await debate.slash("ask", question=HELICOPTERS), "Context")
    before = shown(context)
    [copy] = (await debate.click(context, "Share")).followups
    assert text_of(copy.components).startswith(before)


async def test_only_who_asked_sees_what_is_private(debate: Debate) -> None:
    private = await debate.slash("ask", question=HELICOPTERS, private=True)
    for button in ("Share", "Context"):
        with pytest.raises(simcord.SetupError):
            await debate.click(private, button, debate.bob)


async def test_a_public_reply_cannot_be_shared(debate: Debate) -> None:
    assert "Share" not in labels(await debate.slash("ask", question=HELICOPTERS))


async def test_where_the_bot_may_not_answer_any_more_nothing_is_shared(debate: Debate, simcord_bot: Factbox) -> None:
    private = await debate.slash("ask", question=HELICOPTERS, private=True)
    simcord_bot.services.servers.change(debate.guild.id, ServerSettings(channels=(1,)))
    assert "<#1>" in refusal(await debate.click(private, "Share"))
    assert private.response is not None


@pytest.mark.parametrize("who", ["ann", "mia"])
async def test_a_reply_is_dismissed_by_who_asked_and_by_moderators(debate: Debate, who: str, restart: Restart) -> None:
    result = await debate.slash("ask", question=HELICOPTERS)
    await restart()
    await debate.click(result, "Dismiss", getattr(debate, who))
    assert result.response is None


async def test_a_reply_is_dismissed_by_nobody_else(debate: Debate) -> None:
    result = await debate.slash("ask", question=HELICOPTERS)
    refused = refusal(await debate.click(result, "Dismiss", debate.bob))
    assert refused == "Only the person who asked, or a moderator, can dismiss this."
    assert result.response is not None


async def test_a_shared_reply_is_dismissed_by_who_shared_it(debate: Debate) -> None:
    [copy] = (await debate.click(await debate.slash("ask", question=HELICOPTERS, private=True), "Share")).followups
    assert "dismiss" in refusal(await debate.bob.click(copy, label="Dismiss"))
    await debate.ann.click(copy, label="Dismiss")
    assert copy.id not in [message.id for message in debate.channel.history()]


@pytest.mark.parametrize("button", ["Share", "Dismiss"])
async def test_pressed_twice_it_is_no_error(debate: Debate, button: str, caplog: pytest.LogCaptureFixture) -> None:
    result = await debate.slash("ask", question=HELICOPTERS, private=button == "Share")
    debate.env.inject_error("DELETE", "/webhooks/*/*/messages/@original", status=404, code=10008)
    pressed = await debate.click(result, button)
    assert [message.content for message in pressed.followups if message.ephemeral] == []
    assert not [record for record in caplog.records if record.name.startswith("bot.")]


async def test_a_wrong_source_is_kept_for_the_editors(debate: Debate, coverage: Coverage, restart: Restart) -> None:
    result = await debate.slash("ask", question=HELICOPTERS)
    await restart()
    form = await debate.click(result, "Wrong source", debate.bob)
    chosen, note = fields(form)
    assert chosen["options"][0]["label"].startswith("According to defence sources")
    thanks = await debate.bob.submit_modal(
        form, {chosen["custom_id"]: [chosen["options"][0]["value"]], note["custom_id"]: "It was 30."}
    )
    assert refusal(thanks) == "Thank you: the editors will see it."
    [report] = coverage.feedback.list_reports(9)
    [sentence] = [one for one in coverage.sentences(report.article_id) if one.position == report.position]
    assert "36 Mi-28NE" in sentence.text
    assert (report.note, report.day) == ("It was 30.", datetime.now(UTC).date())


async def test_a_wrong_source_needs_no_note(debate: Debate, coverage: Coverage) -> None:
    form = await debate.click(await debate.slash("ask", question=HELICOPTERS), "Wrong source")
    chosen, _ = fields(form)
    await debate.ann.submit_modal(form, {chosen["custom_id"]: [chosen["options"][0]["value"]]})
    [report] = coverage.feedback.list_reports(9)
    assert report.note == ""


async def test_a_form_may_be_sent_after_a_restart(debate: Debate, coverage: Coverage, restart: Restart) -> None:
    form = await debate.click(await debate.slash("ask", question=HELICOPTERS), "Wrong source")
    chosen, _ = fields(form)
    await restart()
    sent = await debate.ann.submit_modal(form, {chosen["custom_id"]: [chosen["options"][0]["value"]]})
    assert refusal(sent) == "Thank you: the editors will see it."
    assert len(coverage.feedback.list_reports(9)) == 1


async def test_a_form_that_is_too_old_gets_a_kind_word(debate: Debate, restart: Restart, tmp_path: Path) -> None:
    form = await debate.click(await debate.slash("ask", question=HELICOPTERS), "Wrong source")
    chosen, _ = fields(form)
    await restart(tmp_path)
    sent = await debate.ann.submit_modal(form, {chosen["custom_id"]: [chosen["options"][0]["value"]]})
    assert "too old" in refusal(sent)


async def test_of_articles_taken_away_there_is_no_context_and_no_wrong_source(
    debate: Debate, coverage: Coverage
) -> None:
    result = await debate.slash("ask", question=HELICOPTERS)
    coverage.remove([article.id for article in coverage.articles()])
    for button in ("Context", "Wrong source"):
        assert "too old" in refusal(await debate.click(result, button))


@pytest.mark.parametrize("button", ["More", "Context", "Wrong source"])
async def test_what_is_too_old_gets_a_kind_word(debate: Debate, restart: Restart, tmp_path: Path, button: str) -> None:
    result = await debate.slash("ask", question=RUSSIA)
    await restart(tmp_path)
    assert refusal(await debate.click(result, button)) == "That is too old for me to remember: please ask again."


async def test_a_button_of_another_version_gets_a_kind_word(debate: Debate) -> None:
    result = await debate.slash("ask", question=HELICOPTERS)
    assert result.response is not None
    stored = debate.env.backend.get_message(debate.channel.id, result.response.id)
    stored.components[-1]["components"][0]["custom_id"] = "factbox:explain:x"
    answer = await debate.ann.click(result.response, custom_id="factbox:explain:x")
    assert "too old" in refusal(answer)


@pytest.mark.parametrize("button", ["More", "Context", "Wrong source"])
async def test_too_much_pressing_is_put_off(debate: Debate, button: str) -> None:
    result = await debate.slash("ask", question=RUSSIA)
    for _ in range(PERSON[0]):
        pressed = await debate.click(result, button, debate.bob)
        assert pressed.modal or shown(pressed)
    assert "ask again <t:" in refusal(await debate.click(result, button, debate.bob))


async def test_alone_with_the_bot_there_is_nothing_to_share_or_dismiss(simcord_env: simcord.Env) -> None:
    ann = simcord_env.create_user("ann")
    result = await ann.slash("ask", question=HELICOPTERS)
    assert labels(result) == ["More", "Context", "Wrong source"]
    context = await ann.click(result.response, label="Context")
    assert labels(context) == []


def fields(form: Result) -> list[dict[str, Any]]:
    """What can be filled in in a form."""
    assert form.modal is not None
    return [label["component"] for label in form.modal["components"]]


async def test_context_and_wrong_source_show_no_publisher_that_is_hidden_meanwhile(
    debate: Debate, simcord_bot: Factbox
) -> None:
    result = await debate.slash("ask", question=HELICOPTERS)
    assert "The Hindu" in shown(result)
    simcord_bot.services.servers.change(debate.guild.id, ServerSettings(publishers=("The Moscow Times",)))
    context = await debate.click(result, "Context")
    assert "The Hindu" not in (shown(context) or refusal(context))
    form = await debate.click(result, "Wrong source")
    labels = [option["label"] for option in fields(form)[0]["options"]] if form.modal else []
    assert not [label for label in labels if label.startswith("According to defence sources")]


@pytest.mark.parametrize("kind", ["ask", "context", "message"])
async def test_what_is_hidden_meanwhile_is_not_shared(debate: Debate, simcord_bot: Factbox, kind: str) -> None:
    if kind == "message":
        private = await debate.look("Check against the coverage", "Russia would supply 48 attack helicopters to Iraq.")
    else:
        private = await debate.slash("ask", question=HELICOPTERS, private=True)
    if kind == "context":
        private = await debate.click(private, "Context")
    assert "The Hindu" in shown(private)
    simcord_bot.services.servers.change(debate.guild.id, ServerSettings(publishers=("Asharq Al-Awsat",)))
    assert "please ask again" in refusal(await debate.click(private, "Share"))
    simcord_bot.services.servers.change(debate.guild.id, ServerSettings())
    [copy] = (await debate.click(private, "Share")).followups
    assert "The Hindu" in text_of(copy.components)


async def test_of_an_article_that_says_something_else_now_nothing_is_taken_for_what_was_shown(
    debate: Debate, coverage: Coverage
) -> None:
    coverage.add(Article(id="x", text="The zeppelin Albatros won the race.", publisher="Post"))
    result = await debate.slash("ask", question="Which race did the zeppelin Albatros win?")
    assert "Albatros" in shown(result)
    form = await debate.click(result, "Wrong source")
    coverage.add(Article(id="x", text="There was rain all day.", publisher="Post"))
    assert "rain" not in shown(await debate.click(result, "Context"))
    assert "rain" not in str(fields(await debate.click(result, "Wrong source")))
    sent = await debate.ann.submit_modal(form, {fields(form)[0]["custom_id"]: ["0"]})
    assert "too old" in refusal(sent)
    assert coverage.feedback.list_reports(9) == ()


async def test_what_was_never_seen_is_not_shared(debate: Debate, coverage: Coverage) -> None:
    private = await debate.slash("ask", question=HELICOPTERS, private=True)
    [article] = [one for one in coverage.articles() if one.title == "Russia warms up to Iraq with arms deal"]
    coverage.remove([article.id])
    refused = refusal(await debate.click(private, "Share"))
    assert refused == "What can be shown here has changed since: please ask again."
    assert private.response is not None


async def test_pressed_fast_it_is_shared_once(debate: Debate) -> None:
    private = await debate.slash("ask", question=HELICOPTERS, private=True)
    assert private.response is not None
    stored = debate.env.backend.get_message(debate.channel.id, private.response.id)
    [share] = [part for part in walk(private.response.components) if part.get("label") == "Share"]
    for _ in range(3):
        record, payload = base_payload(
            debate.env.backend,
            type=3,
            channel_id=debate.channel.id,
            guild_id=debate.guild.id,
            user_id=debate.ann.id,
            data={"custom_id": share["custom_id"], "component_type": 2},
        )
        payload["message"] = dict(message_payload(debate.env.backend, stored))
        record.source_message_id = stored.id
        debate.env.backend.emit("INTERACTION_CREATE", payload)
    await debate.env.settle()
    shared = [message for message in debate.channel.history() if "Shared by" in text_of(raw(message))]
    assert len(shared) == 1


def raw(message: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - simcord's
    """The components of a message as Discord sends them."""
    return [component.to_dict() for component in message.components]
