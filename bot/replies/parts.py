"""The parts that replies share: quotations, sources and the small print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from discord import ui

from bot import limits
from bot.links import first_linkable
from bot.markdown import day, show
from bot.replies.reply import Block
from bot.texts import Texts
from knowledge import Article, Fact, Report


def small(*notes: str) -> Iterator[Block]:
    """The notes that are not empty, small, on one line; nothing for none."""
    if line := " · ".join(filter(None, notes)):
        yield ui.TextDisplay(f"-# {line}")


def fact_blocks(facts: Iterable[Fact], say: Texts) -> Iterator[Block]:
    """Each fact as its quotation, its source and a button that opens it, with a line between two."""
    for number, fact in enumerate(facts):
        if number:
            yield ui.Separator()
        quotation = show(fact.sentence.text, limits.QUOTATION, fact.matched)
        link = first_linkable(fact.link, fact.article.url)
        yield from with_link(say, link, f"> {quotation}", "\n".join(_source(fact, say)))


def article_blocks(articles: Iterable[Article], say: Texts) -> Iterator[Block]:
    """Each article as its headline, who published it when, and a button that opens it."""
    for article in articles:
        link = first_linkable(article.url)
        yield from with_link(say, link, f"**{title(article, say)}**", f"-# {imprint(article, say)}")


def with_link(say: Texts, link: str | None, *texts: str) -> Iterator[Block]:
    """The texts, beside a button that opens `link` where there is one."""
    if link:
        yield ui.Section(*texts, accessory=ui.Button(label=say("reply-open"), url=link))
    else:
        yield from map(ui.TextDisplay, texts)


def imprint(article: Article, say: Texts) -> str:
    """Who published an article, and when."""
    publisher = show(article.publisher or "", limits.PUBLISHER) or say("answer-unknown-publisher")
    return f"**{publisher}** · {day(article.published) if article.published else say('answer-undated')}"


def title(article: Article, say: Texts) -> str:
    """The headline of an article."""
    return show(article.title, limits.TITLE) or say("answer-untitled")


def _source(fact: Fact, say: Texts) -> Iterator[str]:
    """Who said it where and when, who else did or printed the same text, and the newest report of another figure."""
    yield f"-# {imprint(fact.article, say)} · {title(fact.article, say)}"
    if names := _publishers(fact, copy=False):
        yield f"-# {say('answer-also', publishers=names, count=fact.publishers)}"
    if names := _publishers(fact, copy=True):
        yield f"-# {say('answer-copies', publishers=names)}"
    for report in fact.differing[-1:]:
        yield f"-# {_differing(report, say)}"


def _differing(report: Report, say: Texts) -> str:
    quotation = show(report.sentence.text, limits.OTHER_FIGURES)
    return f"{say('answer-differing')}: {imprint(report.article, say)}: {quotation}"


def _publishers(fact: Fact, *, copy: bool) -> str:
    names = dict.fromkeys(report.article.publisher for report in fact.also_reported_by if report.copy is copy)
    return show(", ".join(name for name in names if name), limits.PUBLISHERS)
