"""**Check against the coverage** and **Find sources** as people in a server meet them."""

import logging
import re
from pathlib import Path

import pytest
import simcord
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import limits
from bot.client import Factbox
from bot.memory.servers import ServerSettings
from bot.replies.claims import check_reply, claims_shown, sources_reply
from bot.texts import LANGUAGES, Texts, english, texts_in
from knowledge import Answer, Claim, Coverage, Filters
from tests.bot.debate import Debate, Restart, refusal
from tests.bot.discord_rules.harmless import assert_harmless
from tests.bot.discord_rules.messages import message_problems
from tests.bot.made_up import FACTS, SPANS, TEXTS, WORDY, WORDY_FACT, assert_sendable, message, text_length
from tests.bot.replies_shown import labels, shown, text_of

CHECK, SOURCES = "Check against the coverage", "Find sources"
HELICOPTERS = "Russia would supply 48 attack helicopters to Iraq."
ITALY = "Italy plans to send an ambassador back to Syria."
QUOTED = "“We are ready to provide Iraq with any Russian-made military products”"
VERDICTS = re.compile(
    r"\b(?:true|false|wrong|right|correct|incorrect|fake|lie|confirmed|refuted|debunked|verdict)\b", re.I
)


def lines(result: simcord.InteractionResult) -> list[str]:
    return shown(result).splitlines()


async def test_a_claim_is_shown_then_the_nearest_fact_its_source_and_the_figures(debate: Debate) -> None:
    result = await debate.look(CHECK, HELICOPTERS)
    assert result.ephemeral
    heading, claim, fact, source, figures, link, *_ = lines(result)
    assert heading == f"-# **{CHECK}**"
    assert claim == "-# In the message: “Russia would supply **48 attack helicopters** to Iraq”"
    assert fact.startswith("> According to defence sources, **Russia**")
    assert source == "-# **The Hindu** · <t:1349870400:D> · Russia warms up to Iraq with arms deal"
    assert figures == (
        r'-# Figures: "48 attack helicopters" in the message, "36 Mi\-28NE attack helicopters" in the coverage'
    )
    assert link.startswith("https://www.thehindu.com/")
    assert lines(result)[-1] == "-# Coverage from <t:1349870400:D> to <t:1721995200:D>"
    assert labels(result) == ["Context", "Share", "Wrong source"]


@pytest.mark.parametrize("menu", [CHECK, SOURCES])
async def test_nothing_looks_like_a_verdict(debate: Debate, menu: str) -> None:
    for text in (HELICOPTERS, ITALY, "Elvis Presley bought 12 tanks in Memphis.", "hello there"):
        assert not VERDICTS.search(re.sub(r"> .*|https\S+", "", shown(await debate.look(menu, text))))


async def test_on_what_the_coverage_does_not_say_it_says_so(debate: Debate) -> None:
    result = await debate.look(CHECK, "Elvis Presley bought 12 tanks in Memphis.")
    assert lines(result)[1:3] == [
        "-# In the message: “Elvis Presley bought 12 tanks in Memphis”",
        "The coverage does not say.",
    ]
    assert labels(result) == ["Share"]


async def test_several_claims_are_shown_in_their_order(debate: Debate) -> None:
    result = await debate.look(CHECK, f"{ITALY} Elvis Presley bought 12 tanks in Memphis. {HELICOPTERS}")
    claims = [line for line in lines(result) if "In the message" in line]
    assert [word in claim for word, claim in zip(("Italy", "Elvis", "Russia"), claims, strict=True)] == [True] * 3
    assert "Not shown" not in shown(result)


async def test_of_many_claims_those_with_facts_are_shown_and_the_others_counted(debate: Debate) -> None:
    unheard = [
        "Elvis Presley bought 12 tanks.",
        "Peru sold 3 submarines.",
        "Norway lost 9 castles.",
        "Chad won 7 cups.",
    ]
    result = await debate.look(CHECK, " ".join([*unheard, ITALY, HELICOPTERS]))
    claims = [line for line in lines(result) if "In the message" in line]
    assert len(claims) == limits.CLAIMS
    assert "Italy" in claims[-2]
    assert "Russia" in claims[-1]
    assert "Not shown, for want of room: 2 more." in lines(result)[-1]


async def test_a_message_without_a_claim_gets_an_example_of_one(debate: Debate) -> None:
    nothing = await debate.look(CHECK, "lol ok")
    assert "No claim is found in this message." in shown(nothing)
    assert labels(nothing) == []
    reply = shown(await debate.look(SOURCES, "lol ok"))
    assert "No quotation and no figure is found in this message." in reply
    assert "36 helicopters" in reply


async def test_a_quotation_is_shown_with_the_sentence_that_holds_it(debate: Debate) -> None:
    result = await debate.look(SOURCES, f"Didn't Lavrov say {QUOTED}?")
    assert lines(result)[0] == f"-# **{SOURCES}**"
    assert lines(result)[1].endswith(r"“We are ready to provide Iraq with any Russian\-made military products”")
    assert r"**We are ready to provide Iraq with any Russian\-made military products" in lines(result)[2]
    assert "Asharq" in lines(result)[3]
    assert "https://english.aawsat.com/" in lines(result)[4]


async def test_a_quotation_set_off_by_markdown_is_shown_as_it_stands(debate: Debate) -> None:
    result = await debate.look(SOURCES, "remember this?\n> We are ready to provide Iraq with **any** products\nhm")
    assert "“We are ready to provide Iraq with any products”" in lines(result)[1]


async def test_where_no_sentence_holds_a_figure_there_is_no_source(debate: Debate) -> None:
    result = await debate.look(SOURCES, HELICOPTERS)
    assert "No source for this is in the coverage." in shown(result)
    assert not any(line.startswith("> ") for line in lines(result))


@pytest.mark.parametrize("menu", [CHECK, SOURCES])
async def test_only_publishers_that_the_server_shows_are_looked_in(
    debate: Debate, simcord_bot: Factbox, menu: str
) -> None:
    text = HELICOPTERS.replace("48", "36")
    assert "The Hindu" in shown(await debate.look(menu, text))
    simcord_bot.services.servers.change(debate.guild.id, ServerSettings(publishers=("Asharq Al-Awsat",)))
    assert "The Hindu" not in shown(await debate.look(menu, text))


@pytest.mark.parametrize("menu", [CHECK, SOURCES])
async def test_a_message_without_text_is_refused_kindly(debate: Debate, menu: str) -> None:
    picture = await debate.bob.send(debate.channel, attachments=[("map.png", b"\x89PNG")])
    answer = await debate.ann.slash(debate.channel, "ask", question="Who visited Baghdad?")
    assert answer.response is not None
    for target in (picture, answer.response):
        result = await debate.ann.context_menu(debate.channel, menu, target)
        assert refusal(result) == "This message has no text that could be looked up."
    assert len(debate.env.errors) == 2


async def test_a_message_that_is_passed_on_is_looked_into(debate: Debate) -> None:
    other = debate.guild.create_text_channel("other")
    forwarded = await debate.bob.forward(await debate.bob.send(other, ITALY), debate.channel)
    assert "Italy" in shown(await debate.ann.context_menu(debate.channel, CHECK, forwarded))


async def test_a_message_by_a_bot_is_looked_into(debate: Debate) -> None:
    webhook = debate.guild.create_webhook(debate.channel, "news")
    written = await webhook.send(ITALY)
    assert "Italy" in shown(await debate.ann.context_menu(debate.channel, CHECK, written))


ODD = ["x" * 2_000, "36 " * 666, "“" * 2_000, "> " * 1_000, HELICOPTERS * 40, "\u202e||```"]


@pytest.mark.parametrize("menu", [CHECK, SOURCES])
@pytest.mark.parametrize("text", ODD)
async def test_any_message_gets_a_reply(debate: Debate, menu: str, text: str) -> None:
    assert lines(await debate.look(menu, text))[0] == f"-# **{menu}**"


@pytest.mark.parametrize("menu", [CHECK, SOURCES])
async def test_a_message_over_the_limit_is_refused_kindly(debate: Debate, menu: str) -> None:
    long = await debate.bob.send(debate.channel, "x")
    debate.env.backend.get_message(debate.channel.id, long.id).content = "x" * 4_001
    result = await debate.ann.context_menu(debate.channel, menu, long)
    assert len(debate.env.errors) == 1
    assert "A message may have 4,000 characters and this one has 4,001" in refusal(result)


async def test_elsewhere_than_in_the_channels_allowed_it_says_where(debate: Debate, simcord_bot: Factbox) -> None:
    simcord_bot.services.servers.change(debate.guild.id, ServerSettings(channels=(1,)))
    result = await debate.look(CHECK, ITALY)
    assert len(debate.env.errors) == 1
    assert "<#1>" in refusal(result)


HOSTILE = (
    "@everyone <@1> [Italy](https://evil.example) **plans** to `send` ||an ambassador|| back to Syria "
    "https://evil.example/x <t:1:R> :smile: # and 48 helicopters"
)


@pytest.mark.parametrize("menu", [CHECK, SOURCES])
async def test_a_hostile_message_stays_text_and_pings_nobody_even_when_it_is_shared(debate: Debate, menu: str) -> None:
    result = await debate.look(menu, HOSTILE)
    shared = await debate.click(result, "Share")
    [copy] = shared.followups
    assert not copy.ephemeral
    assert "ambassador" in text_of(copy.components)
    links = [link for link in re.findall(r"https://\S+", text_of(copy.components)) if "evil" not in link]
    assert_harmless({"components": copy.components}, links, [debate.ann.mention])
    [sent] = [
        request.json
        for request in debate.env.http_requests
        if request.method == "POST" and "/webhooks/" in request.path and isinstance(request.json, dict)
    ]
    assert sent["allowed_mentions"] == {"parse": []}


async def test_sharing_shows_the_very_reply_with_who_shares_it_and_takes_the_private_one_away(debate: Debate) -> None:
    result = await debate.look(CHECK, HELICOPTERS)
    before = shown(result)
    shared = await debate.click(result, "Share")
    assert result.response is None
    [copy] = shared.followups
    assert text_of(copy.components) == f"{before}\n-# Shared by {debate.ann.mention}"
    assert [part["label"] for part in copy.components[-1]["components"]] == ["Context", "Wrong source", "Dismiss"]
    context = await debate.bob.click(copy, label="Context")
    assert context.ephemeral
    assert "36 Mi" in shown(context)


async def test_its_buttons_work_after_a_restart(debate: Debate, restart: Restart) -> None:
    result = await debate.look(CHECK, HELICOPTERS)
    before = shown(result)
    await restart()
    assert "36 Mi" in shown(await debate.click(result, "Context"))
    [copy] = (await debate.click(result, "Share")).followups
    assert before in text_of(copy.components)


def all_bytes(directory: Path) -> bytes:
    """All that stands in the files of a directory."""
    return b"".join(path.read_bytes() for path in directory.rglob("*") if path.is_file())


@pytest.mark.parametrize("menu", [CHECK, SOURCES])
async def test_no_word_of_a_message_is_kept(
    debate: Debate, simcord_bot: Factbox, own_data: Path, caplog: pytest.LogCaptureFixture, menu: str
) -> None:
    caplog.set_level(logging.INFO)
    result = await debate.look(menu, f"Zanzibarian xylophonists say: {HELICOPTERS} {QUOTED} Zanzibarian!")
    assert "xylophonists" in shown(result)
    await debate.click(result, "Context")
    await debate.click(result, "Share")
    await debate.look(menu, "Zanzibarian xylophonists own 12 tanks.")
    simcord_bot.services.behind.now()
    kept = all_bytes(own_data)
    assert b"message" in kept
    for word in (b"anzibarian", b"xylophonist"):
        assert word not in kept
        assert word.decode() not in caplog.text


async def test_no_word_of_a_message_is_in_the_log_of_a_failure(
    debate: Debate, coverage: Coverage, caplog: pytest.LogCaptureFixture
) -> None:
    coverage.close()
    result = await debate.look(CHECK, "Zanzibarian xylophonists own 12 tanks.")
    assert len(debate.env.errors) == 1
    assert "reference" in refusal(result)
    assert "failed" in caplog.text
    assert "xylophonists" not in caplog.text


FIGURES = st.lists(st.tuples(SPANS.map(lambda spans: (*spans, (0, 3))[0]), st.just((0, 5))), max_size=4).map(tuple)
ANSWERS = st.builds(
    Answer,
    question=st.just(""),
    answered=st.booleans(),
    strength=st.floats(0, 1),
    facts=st.lists(FACTS, max_size=limits.FACTS).map(tuple),
    since=st.none() | st.dates(),
    until=st.none() | st.dates(),
    filters=st.builds(Filters, st.none() | st.dates(), st.none() | st.dates(), st.none() | st.just("@here **x**")),
)
CLAIMS = st.builds(
    Claim,
    text=st.just(""),
    span=st.tuples(st.integers(0, 40), st.integers(41, 900)),
    answer=ANSWERS,
    differing=FIGURES,
)


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(st.sampled_from(["check", "sources"]), st.text(min_size=50), st.lists(CLAIMS, max_size=6), TEXTS)
def test_any_claims_make_a_message(kind: str, text: str, claims: list[Claim], say: Texts) -> None:
    assert_sendable(claims_shown(kind, text, claims, say), "message", say)


@pytest.mark.parametrize("number", range(1, 9))
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_reply_has_room(language: str, number: int) -> None:
    say = texts_in(language)
    answer = Answer("", True, 1.0, (WORDY_FACT,) * 3, filters=Filters(publisher=WORDY))
    claim = Claim(WORDY, (0, 4_000), answer, (((0, 900), (0, 900)),) * 3)
    reply = claims_shown("check", WORDY[:4_000], (claim,) * number, say)
    assert_sendable(reply, "message", say)
    assert text_length(message(reply, "message", say)) > 1_000
    assert reply.shown


@pytest.mark.parametrize("menu", ["check", "sources"])
@pytest.mark.parametrize("text", [odd * 2 for odd in ODD] + [f"{ITALY} {HELICOPTERS} {QUOTED} " * 25])
def test_messages_of_any_length_are_looked_into(coverage: Coverage, menu: str, text: str) -> None:
    look = check_reply if menu == "check" else sources_reply
    payload = message(look(text[:4_000], Filters(), coverage, english()), "message")
    assert list(message_problems(payload)) == []
