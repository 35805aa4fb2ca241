"""What is posted on a topic, and the list of topics: within Discord's limits, and nothing in them alive."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from discord import ui
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import limits
from bot.markdown import cut
from bot.memory.servers import ServerSettings
from bot.memory.watches import IN_SERVER, Watch
from bot.replies.reply import Block, view_of
from bot.replies.watches import news_reply, watches_lists
from bot.texts import LANGUAGES, Texts, texts_in
from knowledge import Fact
from tests.bot.discord_rules.harmless import assert_harmless
from tests.bot.discord_rules.messages import COMPONENTS_V2, message_problems
from tests.bot.made_up import ADDRESS, FACTS, LONG, TEXTS, WORDY, WORDY_FACT, assert_sendable, message, text_length

every_language = pytest.mark.parametrize("language", LANGUAGES)
ELSEWHERE = ServerSettings(channels=(1,))


TOPICS = LONG.map(lambda text: cut(text, limits.TOPIC) or "x")


def watch(topic: str, *, resting: bool = False) -> Watch:
    return Watch(1, 2, 2**63, None, topic, date(2024, 10, 4), resting)


def listed(blocks: Sequence[Block]) -> dict[str, Any]:
    """The message of a list."""
    view: ui.LayoutView = view_of(blocks)
    components = view.to_components()  # type: ignore[no-untyped-call]
    return {"flags": COMPONENTS_V2, "components": components, "allowed_mentions": {"parse": []}}


@settings(max_examples=25)
@given(LONG, st.lists(FACTS, min_size=1, max_size=8), TEXTS)
def test_any_news_can_be_posted(topic: str, facts: list[Fact], say: Texts) -> None:
    assert_sendable(news_reply(topic, facts, say), "ask", say)


@every_language
@pytest.mark.parametrize("count", [limits.FACTS, 20])
def test_the_longest_news_leave_room(language: str, count: int) -> None:
    reply = news_reply(WORDY, [WORDY_FACT] * count, texts_in(language))
    assert_sendable(reply, "ask", texts_in(language))
    assert text_length(message(reply, "ask", texts_in(language))) <= limits.MESSAGE_TEXT - 150


@settings(max_examples=25)
@given(st.lists(st.builds(watch, TOPICS, resting=st.booleans()), max_size=IN_SERVER), TEXTS)
def test_any_list_can_be_sent(watches: list[Watch], say: Texts) -> None:
    for blocks in watches_lists(watches, ServerSettings(), say):
        payload = listed(blocks)
        assert list(message_problems(payload)) == []
        assert_harmless(payload, [ADDRESS], [f"<#{2**63}>"])


@every_language
@pytest.mark.parametrize("server", [ServerSettings(), ELSEWHERE])
def test_the_longest_list_has_room_and_leaves_none_out(language: str, server: ServerSettings) -> None:
    watches = [watch(WORDY[: limits.TOPIC], resting=True)] * IN_SERVER
    payloads = [listed(blocks) for blocks in watches_lists(watches, server, texts_in(language))]
    assert all(list(message_problems(payload)) == [] for payload in payloads)
    assert sum(str(payload).count(f"<#{2**63}>") for payload in payloads) == IN_SERVER


def test_where_nothing_is_watched_it_says_how_to_begin() -> None:
    [blocks] = watches_lists([], ServerSettings(), texts_in("en"))
    assert "/watch" in str(listed(blocks))
