"""`/article`: an article in short, or the nearest ones where none has such a headline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from discord import ui

from bot import limits
from bot.links import first_linkable
from bot.markdown import cut, day, show
from bot.memory.lookups import Lookup
from bot.memory.places import place_of
from bot.replies.parts import article_blocks, imprint, reports, title, with_link
from bot.replies.reply import Block, Reply, Try
from bot.texts import Texts
from bot.wording import RefusalError
from knowledge import Article, Coverage, Digest, Fact


def article_reply(lookup: Lookup, coverage: Coverage, say: Texts) -> Reply:
    """The article with that id or title. Raises RefusalError where a button knew one that isn't there any more."""
    found = coverage.find_articles(lookup.words, lookup.filters, limit=1 + limits.TRIES)
    chosen = found and found[0].id == lookup.words
    if lookup.shown and not chosen:
        raise RefusalError("refused-too-old")
    if not found:
        return _nothing(lookup, coverage, say)
    digest = coverage.digest(found[0].id, filters=lookup.filters, limit=limits.FACTS)
    updated = coverage.history.updated(found[0].id)
    return article_shown(digest, () if chosen else found[1:], say, updated)


def article_shown(digest: Digest, others: Sequence[Article], say: Texts, updated: datetime | None = None) -> Reply:
    """An article in short, and `others` that may be meant, or where there are none, those that are related."""
    return Reply(
        blocks=(*_article(digest, updated, say), *(_others(say) if others else _related(digest, say))),
        shown=tuple(place_of(fact.sentence) for fact in digest.facts),
        tries=tuple(_try(article, say) for article in others),
        words=digest.article.id,
    )


def _article(digest: Digest, updated: datetime | None, say: Texts) -> Iterator[Block]:
    article = digest.article
    link = first_linkable(article.url)
    notes = [imprint(article, say), *([say("article-updated", day=day(updated.date()))] if updated else [])]
    yield from with_link(say, link, f"### {title(article, say)}", f"-# {' · '.join(notes)}")
    for fact in digest.facts:
        yield from _telling(fact, say)


def _telling(fact: Fact, say: Texts) -> Iterator[Block]:
    """A sentence of the article, and who else reports it."""
    lines = [f"> {show(fact.sentence.text, limits.QUOTATION, fact.matched)}", *reports(fact, say)]
    yield from with_link(say, first_linkable(fact.link, fact.article.url), "\n".join(lines))


def _related(digest: Digest, say: Texts) -> Iterator[Block]:
    if related := digest.related[: limits.FACTS]:
        yield ui.Separator()
        yield ui.TextDisplay(say("article-related"))
        yield from article_blocks(related, say)


def _others(say: Texts) -> Iterator[Block]:
    yield ui.Separator()
    yield ui.TextDisplay(say("article-others"))


def _try(article: Article, say: Texts) -> Try:
    label = cut(article.title, limits.BUTTON_LABEL) or say("answer-untitled")
    return Try(label, Lookup("article", article.id))


def _nothing(lookup: Lookup, coverage: Coverage, say: Texts) -> Reply:
    """That there is none, and the articles nearest to what was typed."""
    answer = coverage.ask(lookup.words, lookup.filters)
    near = _distinct([*(fact.article for fact in answer.facts), *answer.nearest])[: limits.FACTS]
    return Reply(
        blocks=(
            ui.TextDisplay(f"-# {show(lookup.words, limits.QUESTION_SHOWN)}"),
            ui.TextDisplay(f"### {say('article-none')}"),
            *([ui.TextDisplay(say("answer-nearest"))] if near else []),
        ),
        found=False,
        tries=tuple(_try(article, say) for article in near),
    )


def _distinct(articles: Iterable[Article]) -> list[Article]:
    return list({article.id: article for article in articles}.values())
