"""Feeds and changes, as editors are shown them: within Discord's limits, and nothing in them alive."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from discord import ui
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import limits
from bot.links import first_linkable
from bot.replies.intake import CHANGES, changes_blocks, feeds_blocks
from bot.replies.reply import Block, view_of
from bot.texts import LANGUAGES, Texts, texts_in
from knowledge import Added, FetchError
from knowledge.models import Change
from knowledge.storage.feed_values import Feed
from tests.bot.discord_rules.harmless import assert_harmless
from tests.bot.discord_rules.messages import COMPONENTS_V2, message_problems
from tests.bot.made_up import ADDRESS, LONG, TEXTS, WORDY

every_language = pytest.mark.parametrize("language", LANGUAGES)
NOW = datetime(2026, 3, 1, tzinfo=UTC)
MANY = Added(123_456, 123_456, 123_456, 0, 123_456)


def feed(title: str, *, failing: bool) -> Feed:
    address = f"https://{title}"
    error = FetchError(address, "redirects", limit=5) if failing else None
    since = NOW if failing else None
    health = (NOW, NOW, NOW, NOW, timedelta(hours=1), "", since, 3, error, 123_456)
    return Feed(1, address, title, None, *health, reported=False, stopped=False, etag=None, last_modified=None)


def sent(blocks: Sequence[Block]) -> dict[str, Any]:
    view: ui.LayoutView = view_of(blocks)
    components = view.to_components()  # type: ignore[no-untyped-call]
    return {"flags": COMPONENTS_V2, "components": components, "allowed_mentions": {"parse": []}}


def text_length(blocks: Sequence[Block]) -> int:
    return sum(len(block.content.encode("utf-16-le")) // 2 for block in blocks if isinstance(block, ui.TextDisplay))


@settings(max_examples=25)
@given(st.lists(st.builds(feed, LONG, failing=st.booleans()), max_size=8), st.lists(LONG, max_size=30), TEXTS)
def test_any_list_can_be_sent(feeds: list[Feed], sources: list[str], say: Texts) -> None:
    changes = [Change(source, MANY, 5, NOW) for source in sources]
    links = [ADDRESS, *filter(None, (first_linkable(one.address) for one in feeds))]
    for blocks in (feeds_blocks(feeds, say), changes_blocks(changes, say)):
        assert list(message_problems(sent(blocks))) == []
        assert_harmless(sent(blocks), links)


@every_language
def test_the_longest_lists_leave_room(language: str) -> None:
    say = texts_in(language)
    feeds = feeds_blocks([feed(WORDY, failing=True)] * 30, say)
    changes = changes_blocks([Change(WORDY, MANY, 123_456, NOW)] * CHANGES, say)
    for blocks in (feeds, changes):
        assert list(message_problems(sent(blocks))) == []
        assert text_length(blocks) <= limits.MESSAGE_TEXT - 150
