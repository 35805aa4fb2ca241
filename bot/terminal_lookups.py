"""Quotations, timelines and checked messages for a person at a terminal, in the looks of an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from bot.plain import days, distinct, figures, notes, speaker
from bot.terminal import FIGURE, MARKED, QUIET, STRONG, fact_view, marked, numbered, source_lines
from bot.texts import Texts
from knowledge import Claim, Event, Quote

_INDENT = (0, 0, 0, 2)


def quotes_view(quotes: Sequence[Quote], say: Texts) -> RenderableType:
    """The quotations with the speaker's own words marked."""
    return Padding(numbered([_quote(quote, say, last=quote is quotes[-1]) for quote in quotes]), (1, 0))


def timeline_view(events: Sequence[Event], say: Texts) -> RenderableType:
    """The events, each below its days."""
    parts = [part for event in events for part in _event(event, say, last=event is events[-1])]
    return Padding(Group(*parts), (1, 0))


def claims_view(claims: Sequence[Claim], say: Texts) -> RenderableType:
    """The claims, each above the facts nearest to it, with the figures that differ underlined in both."""
    parts = [part for claim in claims for part in _claim(claim, say, last=claim is claims[-1])]
    return Padding(Group(*parts), (1, 0))


def _quote(quote: Quote, say: Texts, *, last: bool) -> RenderableType:
    lines = [marked(quote.sentence.text, (quote.spans, MARKED)), Text(speaker(quote, say))]
    return Group(*lines, *source_lines(quote.article, quote.link, say), *([] if last else [""]))


def _event(event: Event, say: Texts, *, last: bool) -> Iterator[RenderableType]:
    yield Text(days(event, say), STRONG)
    yield Padding(fact_view(event.fact, say, last=last), _INDENT)


def _claim(claim: Claim, say: Texts, *, last: bool) -> Iterator[RenderableType]:
    offset = claim.span[0]
    claimed = [(start - offset, end - offset) for (start, end), _ in claim.differing]
    yield Text.assemble((f"{say('check-claim')}: ", QUIET), marked(claim.text, (claimed, FIGURE)))
    yield from (Text(line) for line in figures(claim, say))
    yield Padding(_nearest(claim, say), _INDENT)
    yield from (Text(line, QUIET) for line in notes(claim.answer, say))
    if not last:
        yield ""


def _nearest(claim: Claim, say: Texts) -> RenderableType:
    facts = distinct(claim.answer.facts)
    if not facts:
        return Text(say("answer-none"))
    told = [figure for _, figure in claim.differing]
    views = [fact_view(fact, say, last=True, figures=[] if place else told) for place, fact in enumerate(facts)]
    return numbered(views)
