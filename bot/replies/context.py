"""**Context**: what stands in the article before and after the sentences of a reply."""

from __future__ import annotations

from collections.abc import Iterator

from discord import ui

from bot import limits
from bot.links import first_linkable
from bot.markdown import show
from bot.memory.lookups import Lookup, Place
from bot.replies.parts import source_of, with_link
from bot.replies.reply import Block, Reply
from bot.texts import Texts
from bot.wording import RefusalError
from knowledge import Article, Coverage, Sentence, UnknownArticle

_AROUND = 2
"""Sentences before it, and after it."""


def context_reply(lookup: Lookup, coverage: Coverage, say: Texts) -> Reply:
    """The first of the sentences shown, each in bold between its neighbours.

    Raises RefusalError where none is there any more.
    """
    passages = list(_passages(lookup.shown[: limits.FACTS], coverage))
    if not passages:
        raise RefusalError("refused-too-old")
    blocks: list[Block] = []
    for number, (article, position, sentences) in enumerate(passages):
        if number:
            blocks.append(ui.Separator())
        blocks += _passage(article, position, sentences, say)
    return Reply(tuple(blocks), shown=lookup.shown, more=len(lookup.shown) > limits.FACTS)


def _passages(places: tuple[Place, ...], coverage: Coverage) -> Iterator[tuple[Article, int, list[Sentence]]]:
    for article_id, position in places:
        try:
            article, sentences = coverage.article(article_id), coverage.sentences(article_id)
        except UnknownArticle:
            continue
        near = [sentence for sentence in sentences if abs(sentence.position - position) <= _AROUND]
        if any(sentence.position == position for sentence in near):
            yield article, position, near


def _passage(article: Article, position: int, sentences: list[Sentence], say: Texts) -> Iterator[Block]:
    lines = "\n".join(f"> {_line(sentence, position)}" for sentence in sentences)
    yield from with_link(say, first_linkable(article.url), lines, f"-# {source_of(article, say)}")


def _line(sentence: Sentence, position: int) -> str:
    """A sentence; the one that was asked about all in bold, its neighbours shorter if they are long."""
    if sentence.position != position:
        return show(sentence.text, limits.NEIGHBOUR)
    return show(sentence.text, limits.SENTENCE_IN_CONTEXT, [(0, len(sentence.text))])
