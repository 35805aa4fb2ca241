"""**Context**: what stands in the article before and after the sentences of a reply."""

from __future__ import annotations

from collections.abc import Iterator

from discord import ui

from bot import limits
from bot.links import first_linkable
from bot.markdown import show
from bot.memory.lookups import Lookup
from bot.memory.places import found_at
from bot.replies.parts import source_of, with_link
from bot.replies.reply import Block, Reply
from bot.texts import Texts
from bot.wording import RefusalError
from knowledge import Article, Coverage, Sentence

_AROUND = 2
"""Sentences before it, and after it."""


def context_reply(lookup: Lookup, coverage: Coverage, say: Texts) -> Reply:
    """The first of the sentences shown, each in bold between its neighbours.

    Raises RefusalError where none is there any more, or may be shown.
    """
    found = {place: at for place in lookup.shown if (at := found_at(place, coverage, lookup.filters.publishers))}
    if not found:
        raise RefusalError("refused-too-old")
    blocks: list[Block] = []
    for number, (article, sentence, sentences) in enumerate([*found.values()][: limits.FACTS]):
        if number:
            blocks.append(ui.Separator())
        near = [one for one in sentences if abs(one.position - sentence.position) <= _AROUND]
        blocks += _passage(article, sentence.position, near, say)
    return Reply(tuple(blocks), shown=tuple(found), more=len(found) > limits.FACTS)


def _passage(article: Article, position: int, sentences: list[Sentence], say: Texts) -> Iterator[Block]:
    lines = "\n".join(f"> {_line(sentence, position)}" for sentence in sentences)
    yield from with_link(say, first_linkable(article.url), lines, f"-# {source_of(article, say)}")


def _line(sentence: Sentence, position: int) -> str:
    """A sentence; the one that was asked about all in bold, its neighbours shorter if they are long."""
    if sentence.position != position:
        return show(sentence.text, limits.NEIGHBOUR)
    return show(sentence.text, limits.SENTENCE_IN_CONTEXT, [(0, len(sentence.text))])
