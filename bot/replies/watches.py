"""What is posted on a topic that a channel watches, and the list of what a server watches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from discord import ui

from bot import limits
from bot.links import first_linkable
from bot.markdown import day, show
from bot.memory.lookups import Lookup
from bot.memory.places import place_of
from bot.memory.servers import ServerSettings
from bot.memory.watches import Watch
from bot.plain import distinct
from bot.replies.parts import fact_blocks, small, source_of, with_link
from bot.replies.reply import Block, Reply, Try
from bot.texts import Texts
from knowledge import Fact

_ROWS = 12
"""Watches of a list that one message has room for."""


def news_reply(topic: str, news: Sequence[Fact], say: Texts) -> Reply:
    """The facts that are news: up to `limits.FACTS` as an answer has them, of more the best ones in short."""
    facts = distinct(news)
    shown = facts[: limits.FACTS if len(facts) <= limits.FACTS else limits.DIGEST]
    others = len(facts) - len(shown)
    blocks = fact_blocks(shown, say) if len(shown) <= limits.FACTS else _in_short(shown, say)
    return Reply(
        blocks=(
            ui.TextDisplay(f"### {say('watch-news', topic=show(topic, limits.TOPIC_SHOWN))}"),
            *blocks,
            *small(say("watch-others", count=others) if others else ""),
        ),
        shown=tuple(place_of(fact.sentence) for fact in shown),
        tries=(Try(f"/{say('command-ask-name')} {topic}", Lookup("ask", topic)),) if others else (),
    )


def watches_lists(watches: Sequence[Watch], settings: ServerSettings, say: Texts) -> Iterator[list[Block]]:
    """What a server watches, as the blocks of one message after the other; one message says that it is nothing."""
    heading = ui.TextDisplay[ui.LayoutView](f"### {say('watches-title')}")
    if not watches:
        yield [heading, ui.TextDisplay(say("watches-none"))]
    for start in range(0, len(watches), _ROWS):
        rows = [_row(watch, settings, say) for watch in watches[start : start + _ROWS]]
        yield [*([] if start else [heading]), ui.TextDisplay("\n".join(rows))]


def _in_short(facts: Sequence[Fact], say: Texts) -> Iterator[Block]:
    for fact in facts:
        quotation = show(fact.sentence.text, limits.QUOTATION_IN_DIGEST, fact.matched)
        source = f"-# {source_of(fact.article, say)}"
        yield from with_link(say, first_linkable(fact.link, fact.article.url), f"> {quotation}", source)


def _row(watch: Watch, settings: ServerSettings, say: Texts) -> str:
    topic, since = show(watch.topic, limits.TOPIC_IN_LIST), day(watch.made)
    line = f"- {say('watches-row', channel=f'<#{watch.channel}>', topic=topic, since=since)}"
    if settings.channels and watch.channels.isdisjoint(settings.channels):
        return f"{line} {say('watches-elsewhere')}"
    return f"{line} {say('watches-resting')}" if watch.resting else line
