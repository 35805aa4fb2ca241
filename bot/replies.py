"""Answer -> Discord message of components, pure, within Discord's limits for any article and any question."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from discord import ui

from bot import limits
from bot.links import first_linkable
from bot.markdown import day, show
from bot.plain import distinct
from bot.texts import Texts
from bot.wording import restricted, strength_in_words
from knowledge import Answer, Article, Fact

Block = ui.Item[Any]


def answer_view(answer: Answer, say: Texts) -> ui.LayoutView:
    """The message that answers: the question, then the facts or the nearest articles, then how good that is."""
    blocks = _facts(answer, say) if answer.answered else _nothing(answer, say)
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.Container(_question(answer), *blocks, *_small_print(answer, say)))
    return view


def _question(answer: Answer) -> Block:
    return ui.TextDisplay(f"-# {show(answer.question, limits.QUESTION_SHOWN)}")


def _facts(answer: Answer, say: Texts) -> Iterator[Block]:
    for fact in distinct(answer.facts)[: limits.FACTS]:
        quotation = show(fact.sentence.text, limits.QUOTATION, fact.matched)
        link = first_linkable(fact.link, fact.article.url)
        yield from _with_link(say, link, f"> {quotation}", "\n".join(_source(fact, say)))
        yield ui.Separator()


def _nothing(answer: Answer, say: Texts) -> Iterator[Block]:
    yield ui.TextDisplay(f"### {say('answer-none')}")
    if answer.nearest:
        yield ui.TextDisplay(say("answer-nearest"))
    for article in answer.nearest[: limits.FACTS]:
        link = first_linkable(article.url)
        yield from _with_link(say, link, f"**{_title(article, say)}**", f"-# {_imprint(article, say)}")


def _source(fact: Fact, say: Texts) -> Iterator[str]:
    """Who said it where and when, who else did or printed the same text, and the newest report of another figure."""
    yield f"-# {_imprint(fact.article, say)} · {_title(fact.article, say)}"
    if names := _publishers(fact, copy=False):
        yield f"-# {say('answer-also', publishers=names, count=fact.publishers)}"
    if names := _publishers(fact, copy=True):
        yield f"-# {say('answer-copies', publishers=names)}"
    for report in fact.differing[-1:]:
        quotation = show(report.sentence.text, limits.OTHER_FIGURES)
        yield f"-# {say('answer-differing')}: {_imprint(report.article, say)}: {quotation}"


def _publishers(fact: Fact, *, copy: bool) -> str:
    names = dict.fromkeys(report.article.publisher for report in fact.also_reported_by if report.copy is copy)
    return show(", ".join(name for name in names if name), limits.PUBLISHERS)


def _small_print(answer: Answer, say: Texts) -> Iterator[Block]:
    """Restrictions, corrections, strength and the days covered, as far as there are any."""
    notes = []
    if only := restricted(answer.filters, say, day, lambda name: show(name, limits.PUBLISHER)):
        notes.append(only)
    if words := show(", ".join(answer.corrections.values()), limits.CORRECTIONS):
        notes.append(say("reply-corrected", words=words))
    if answer.answered:
        notes.append(strength_in_words(answer.strength, say).capitalize())
    if answer.since and answer.until:
        notes.append(say("reply-span", since=day(answer.since), until=day(answer.until)))
    if notes:
        yield ui.TextDisplay(f"-# {' · '.join(notes)}")


def _with_link(say: Texts, link: str | None, *texts: str) -> Iterator[Block]:
    """The texts, beside a button that opens `link` where there is one."""
    if link:
        yield ui.Section(*texts, accessory=ui.Button(label=say("reply-open"), url=link))
    else:
        yield from map(ui.TextDisplay, texts)


def _imprint(article: Article, say: Texts) -> str:
    publisher = show(article.publisher or "", limits.PUBLISHER) or say("answer-unknown-publisher")
    return f"**{publisher}** · {day(article.published) if article.published else say('answer-undated')}"


def _title(article: Article, say: Texts) -> str:
    return show(article.title, limits.TITLE) or say("answer-untitled")
