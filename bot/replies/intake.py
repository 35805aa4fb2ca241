"""What editors are shown of where articles come from: feeds and how they are, and what was added when by what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from discord import ui

from bot.links import first_linkable
from bot.markdown import ago, length, show
from bot.replies.editors import list_blocks
from bot.replies.reply import Block
from bot.texts import Texts
from bot.wording import describe
from knowledge.models import Change
from knowledge.storage.feed_values import Feed

CHANGES = 20
_FEEDS = 8
"""Rows of a list: more would not fit into a message."""
_NAME = 45
_ADDRESS = 100
_REASON = 200
"""UTF-16 units of a source or a feed's title there, of an address, and of what is wrong with a feed."""


def feeds_blocks(feeds: Sequence[Feed], say: Texts) -> list[Block]:
    """The feeds with their health, those that fail first."""
    ordered = sorted(feeds, key=lambda feed: feed.error is None)
    lines = [_feed(feed, say) for feed in ordered[:_FEEDS]]
    more = len(ordered) - len(lines)
    below: list[Block] = [ui.TextDisplay(f"-# {say('editors-feeds-more', count=more)}")] if more else []
    return list_blocks(say("editors-feeds"), lines, below, say)


def failing_blocks(feeds: Sequence[Feed], say: Texts) -> list[Block]:
    """What editors are told once of feeds that have failed for a week, or are gone."""
    lines = [_feed(feed, say) for feed in feeds[:_FEEDS]]
    more = [say("editors-feeds-more", count=len(feeds) - len(lines))] if len(feeds) > len(lines) else []
    below = "\n".join(f"-# {line}" for line in [*more, say("editors-failing-all")])
    return list_blocks(say("editors-failing"), lines, [ui.TextDisplay(below)], say)


def changes_blocks(changes: Sequence[Change], say: Texts) -> list[Block]:
    """What was added and removed, when and by what, the newest first."""
    return list_blocks(say("editors-changes"), [_change(change, say) for change in changes[:CHANGES]], [], say)


def _feed(feed: Feed, say: Texts) -> str:
    title, address = show(feed.title, _NAME), _address(feed.address)
    return f"{f'**{title}** · {address}' if title else address}\n{_health(feed, say)}"


def _address(address: str) -> str:
    """As a link where it may be one and is short enough, else as text."""
    link = f"<{(first_linkable(address) or '').replace('<', '%3C').replace('>', '%3E')}>"
    return link if 2 < length(link) <= _ADDRESS else show(address, _ADDRESS)


def _health(feed: Feed, say: Texts) -> str:
    if feed.error:
        reason = show(describe(feed.error, say), _REASON)
        if feed.stopped:
            return say("editors-feed-stopped", reason=reason)
        since = ago(feed.failing_since or feed.added)
        return say("editors-feed-failing", since=since, next=ago(feed.next_poll), reason=reason)
    if feed.succeeded is None:
        return say("editors-feed-new")
    return say("editors-feed-well", articles=feed.articles, polled=ago(feed.succeeded), next=ago(feed.next_poll))


def _change(change: Change, say: Texts) -> str:
    source = show(change.source, _NAME) or say("editors-change-unknown")
    when = [ago(change.at)] if change.at else []
    return " · ".join([*when, f"**{source}**", *_counts(change, say)])


def _counts(change: Change, say: Texts) -> Iterator[str]:
    added = change.added
    if added.added:
        yield say("editors-change-added", count=added.added)
    if added.copies:
        yield say("editors-change-copies", count=added.copies)
    if added.updated:
        yield say("editors-updated", count=added.updated)
    if added.unchanged:
        yield say("editors-unchanged", count=added.unchanged)
    if change.removed:
        yield say("editors-change-removed", count=change.removed)
