"""A topic to the events that the coverage tells on it, in the order of time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from functools import cache
from itertools import islice

from knowledge.answering.answers import fact_of
from knowledge.answering.reports import grouped
from knowledge.answering.topics import ANY_EVENT, Topic
from knowledge.answering.understanding import Understanding, understand
from knowledge.language.dates.events import When, days_beside, event_days
from knowledge.language.restrictions.in_question import narrowest, restrictions_in, time_asked, without
from knowledge.models import Event, Filters, Sentence
from knowledge.search.index import Hit, Index

_SENTENCES_AN_EVENT = 10
"""Sentences looked at for each event wanted: not every one tells an event, and several tell the same."""

_BEFORE = 3
"""Sentences before one that may tell of what time the text speaks."""


def timeline(
    topic: str, index: Index, filters: Filters | None = None, limit: int = 20, today: date | None = None
) -> tuple[Event, ...]:
    """The `limit` events that fit a topic best, by their days and then by article; none where it isn't covered.

    Restrictions in the topic's words count as filters, and of a topic "in 2014" only events of that time are told.
    "Last week" is the one before `today`, by default this day.
    """
    today = today or datetime.now().astimezone().date()
    restricted = restrictions_in(topic, index.publishers, today)
    asked_for = restricted.asking(firm_only=False)
    dated = time_asked(asked_for, today)
    within = narrowest([filters or Filters(), restricted.filters])
    understanding = understand(without(asked_for, [dated[0]]) if dated else asked_for, index, within)
    if dated and not understanding.telling - ANY_EVENT:
        understanding = understand(asked_for, index, within)
    if understanding.names_unknown or not understanding.query.terms:
        return ()
    hits = index.search(understanding.query, limit * _SENTENCES_AN_EVENT)
    asked = Topic(understanding, index)
    sentences_of = cache(index.sentences_of)
    events = _events(grouped(_on_topic(hits, asked, sentences_of)), asked, understanding, sentences_of)
    if dated:
        time = dated[1]
        events = (event for event in events if event.first <= time.last and event.last >= time.first)
    return tuple(sorted(islice(events, limit), key=_place))


_SentencesOf = Callable[[str], list[Sentence] | None]


def _on_topic(hits: Sequence[Hit], topic: Topic, sentences_of: _SentencesOf) -> Iterator[Hit]:
    for hit in hits:
        back = _BEFORE if topic.is_meant_again(hit.sentence) else 1
        neighbours = [*_around(hit, sentences_of, -back, 0), *_around(hit, sentences_of, 1, 2)]
        if topic.held(hit.sentence, hit.article, neighbours):
            yield hit


def _events(
    groups: Sequence[Sequence[Hit]], topic: Topic, understanding: Understanding, sentences_of: _SentencesOf
) -> Iterator[Event]:
    """The event of each group of reports, as the earliest report that tells when has it."""
    for group in groups:
        for hit in sorted(group, key=lambda hit: (hit.article.published or date.max, hit.article.id)):
            if when := _days(hit, topic, sentences_of):
                reports = [hit, *(other for other in group if other is not hit)]
                yield Event(*when, fact_of(reports, understanding))
                break


def _days(hit: Hit, topic: Topic, sentences_of: _SentencesOf) -> When | None:
    """The date that stands beside the topic goes before that of the article."""
    sentence, published = hit.sentence.text, hit.article.published
    when = event_days(sentence, published, [other.text for other in reversed(_around(hit, sentences_of, -_BEFORE, 0))])
    if when and when.stated:
        return when
    return days_beside(sentence, published, topic.is_named_by) or when


def _around(hit: Hit, sentences_of: _SentencesOf, start: int, end: int) -> list[Sentence]:
    """The sentences of a hit's article from so many places before or after it, the end not included."""
    position = hit.sentence.position
    return (sentences_of(hit.article.id) or [])[max(0, position + start) : max(0, position + end)]


def _place(event: Event) -> tuple[object, ...]:
    return event.first, event.last, event.fact.article.id, event.fact.sentence.position
