"""`/timeline`: dated facts on a topic, in the order of time, below a picture of when it was covered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from discord import ui

from bot import limits
from bot.days import days_in_words
from bot.links import first_linkable
from bot.markdown import day, escape, show
from bot.memory.lookups import Lookup
from bot.memory.places import place_of
from bot.replies.answer import answer_blocks, notes_of, span_of
from bot.replies.chart import Drawn, drawn, legend, peak_of, period_in_words
from bot.replies.parts import also_reported, footer, imprint, publisher_of, why_empty, with_link
from bot.replies.reply import Block, Reply
from bot.texts import Texts
from knowledge import Answer, Coverage, Event, MonthCount

_FOUND = 50
"""Facts looked for: all of them count in the picture."""
_TOLD = 20
"""Facts told: those that fit the topic best."""


def timeline_reply(lookup: Lookup, coverage: Coverage, say: Texts) -> Reply:
    """The facts from the one numbered `lookup.start`; the picture stands above the first."""
    events = coverage.timeline(lookup.words, filters=lookup.filters, limit=_FOUND)
    answer = coverage.ask(lookup.words, lookup.filters)
    if not events:
        return answer_blocks(_unanswered(answer), (), say, why_empty(lookup.filters, coverage, say))
    return events_reply(events, answer, lookup.start, say)


def events_reply(events: Sequence[Event], answer: Answer, start: int, say: Texts) -> Reply:
    """The facts told from the one numbered `start`; `answer` is what the topic got as a question."""
    told = _best(events)[start:]
    shown = told[: limits.EVENTS]
    picture = None if start else drawn(_counts(events), "timeline", say)
    return Reply(
        blocks=(
            ui.TextDisplay(f"-# {show(answer.question, limits.TOPIC_SHOWN)}"),
            *(_picture_blocks(picture, say) if picture else []),
            *_event_blocks(shown, say),
            *footer(*notes_of(answer, say), span_of(answer, say)),
        ),
        shown=tuple(place_of(event.fact.sentence) for event in shown),
        more=len(told) > len(shown),
        picture=picture.picture if picture else None,
    )


def _best(events: Sequence[Event]) -> list[Event]:
    """The events that fit best, still in the order of time."""
    least = sorted((event.fact.score for event in events), reverse=True)[:_TOLD][-1]
    return [event for event in events if event.fact.score >= least]


def _unanswered(answer: Answer) -> Answer:
    """The answer as if it had no facts: what is nearest is their articles then."""
    told = {fact.article.id: fact.article for fact in answer.facts}
    return replace(answer, answered=False, nearest=answer.nearest or tuple(told.values()))


def _counts(events: Iterable[Event]) -> list[MonthCount]:
    """How many sentences tell the events, by the month of their article and its publisher, as far as it is dated."""
    facts = [event.fact for event in events]
    articles = (
        article for fact in facts for article in (fact.article, *(one.article for one in fact.also_reported_by))
    )
    cells = Counter((date.year, date.month, article.publisher) for article in articles if (date := article.published))
    return [MonthCount(*cell, count) for cell, count in cells.items()]


def _picture_blocks(picture: Drawn, say: Texts) -> Iterator[Block]:
    """The picture, and below it who has which colour, how much there is, and when most."""
    chart = picture.chart
    found = say("timeline-found", count=chart.count, span=period_in_words(chart.span, say))
    yield picture.block
    yield ui.TextDisplay(f"-# {legend(chart, say)}\n-# {found} {peak_of(chart, say)}".rstrip())


def _event_blocks(events: Sequence[Event], say: Texts) -> Iterator[Block]:
    """The facts, those of the same days below one heading, with a line before it."""
    if not events:
        yield ui.TextDisplay(say("reply-no-more"))
    for when, together in groupby(events, key=lambda event: _when(event, say)):
        yield ui.Separator()
        for number, event in enumerate(together):
            yield from _event(event, "" if number else f"### {when}\n", say)


def _event(event: Event, heading: str, say: Texts) -> Iterator[Block]:
    fact = event.fact
    quotation = show(fact.sentence.text, limits.QUOTATION_IN_TIMELINE, fact.matched)
    source = " · ".join(filter(None, (_source(event, say), also_reported(fact, say))))
    yield from with_link(say, first_linkable(fact.link, fact.article.url), f"{heading}> {quotation}", f"-# {source}")


def _when(event: Event, say: Texts) -> str:
    """The days of an event, as Discord words a day in the reader's language, or as the text's language has them."""
    if event.first == event.last:
        return day(event.first)
    words = escape(days_in_words(event.first, event.last, say.language))
    return words[:1].upper() + words[1:]


def _source(event: Event, say: Texts) -> str:
    """Who published the fact, and when; where only that tells the day above, that it does."""
    if event.stated:
        return imprint(event.fact.article, say)
    return f"{publisher_of(event.fact.article, say)} · {say('timeline-date-of-article')}"
