"""The parts that replies share: quotations, sources and the small print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from discord import ui

from bot import limits
from bot.links import first_linkable
from bot.markdown import day, show
from bot.replies.reply import Block
from bot.texts import Texts
from bot.wording import restricted
from knowledge import Article, Coverage, Fact, Filters, Report


def small(*notes: str) -> Iterator[Block]:
    """The notes that are not empty, small, on one line; nothing for none."""
    if line := " · ".join(filter(None, notes)):
        yield ui.TextDisplay(f"-# {line}")


def footer(*notes: str) -> Iterator[Block]:
    """The notes that are not empty, small, on one line below a rule; nothing for none."""
    if any(notes):
        yield ui.Separator()
        yield from small(*notes)


def fact_blocks(facts: Iterable[Fact], say: Texts) -> Iterator[Block]:
    """Each fact as its quotation, its source and a button that opens it, with a line between two."""
    for number, fact in enumerate(facts):
        if number:
            yield ui.Separator()
        yield from fact_block(fact, say)


def fact_block(fact: Fact, say: Texts, *notes: str) -> Iterator[Block]:
    """A fact as its quotation, its source with `notes` below it, and a button that opens it."""
    quotation = show(fact.sentence.text, limits.QUOTATION, fact.matched)
    source = [f"-# {source_of(fact.article, say)}", *reports(fact, say), *(f"-# {note}" for note in notes)]
    yield from with_link(say, first_linkable(fact.link, fact.article.url), f"> {quotation}", "\n".join(source))


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


def source_of(article: Article, say: Texts) -> str:
    """Who published an article, when, and its headline."""
    return f"{imprint(article, say)} · {title(article, say)}"


def imprint(article: Article, say: Texts) -> str:
    """Who published an article, and when."""
    return f"{publisher_of(article, say)} · {day(article.published) if article.published else say('answer-undated')}"


def publisher_of(article: Article, say: Texts) -> str:
    """Who published an article."""
    return f"**{show(article.publisher or '', limits.PUBLISHER) or say('answer-unknown-publisher')}**"


def title(article: Article, say: Texts) -> str:
    """The headline of an article."""
    return show(article.title, limits.TITLE) or say("answer-untitled")


def restriction(filters: Filters, say: Texts) -> str:
    """To which part of the coverage something was put, without a full stop; empty where that is all of it."""
    return restricted(filters, say, day, lambda name: show(name, limits.PUBLISHER)).removesuffix(".")


def days_covered(since: date | None, until: date | None, say: Texts) -> str:
    """The first and the last day covered; empty in an undated coverage."""
    if since is None or until is None:
        return ""
    if since == until:
        return say("reply-span-day", day=day(since))
    return say("reply-span", since=day(since), until=day(until))


def why_empty(filters: Filters, coverage: Coverage, say: Texts) -> str:
    """What to do where there is not one article to answer from; empty where there are some."""
    if coverage.overview(filters.publishers).articles:
        return ""
    return say("overview-limited-mend" if filters.publishers else "overview-empty-mend")


def reports(fact: Fact, say: Texts) -> Iterator[str]:
    """Who else reported a fact or printed the same text, and the newest report of another figure, each a small line."""
    if line := also_reported(fact, say):
        yield f"-# {line}"
    if names := _publishers(fact, copy=True):
        yield f"-# {say('answer-copies', publishers=names)}"
    for report in fact.differing[-1:]:
        yield f"-# {_differing(report, say)}"


def also_reported(fact: Fact, say: Texts) -> str:
    """Who else reported a fact in words of their own; empty for nobody."""
    names = _publishers(fact, copy=False)
    return say("answer-also", publishers=names, count=fact.publishers) if names else ""


def _differing(report: Report, say: Texts) -> str:
    quotation = show(report.sentence.text, limits.OTHER_FIGURES)
    return say("answer-differing", source=imprint(report.article, say), quotation=quotation)


def _publishers(fact: Fact, *, copy: bool) -> str:
    names = dict.fromkeys(report.article.publisher for report in fact.also_reported_by if report.copy is copy)
    return show(", ".join(name for name in names if name), limits.PUBLISHERS)
