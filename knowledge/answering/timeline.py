"""A topic to the events that the coverage tells on it, in the order of time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice

from knowledge.answering.answers import fact_of
from knowledge.answering.reports import grouped
from knowledge.answering.topics import ON_TOPIC, Topic
from knowledge.answering.understanding import Understanding, understand
from knowledge.language.dates.events import event_days
from knowledge.models import Event, Filters, Sentence
from knowledge.search.index import Hit, Index

_SENTENCES_AN_EVENT = 10
"""Sentences looked at for each event wanted: not every one tells an event, and several tell the same."""

_BEFORE = 3
"""Sentences before one that may tell of what time the text speaks."""


def timeline(topic: str, index: Index, filters: Filters | None = None, limit: int = 20) -> tuple[Event, ...]:
    """The `limit` events that fit a topic best, by their days and then by article; none where it isn't covered."""
    understanding = understand(topic, index, filters)
    if understanding.names_unknown or not understanding.query.terms:
        return ()
    hits = index.search(understanding.query, limit * _SENTENCES_AN_EVENT)
    sentences_of = cache(index.sentences_of)
    on_topic = _on_topic(hits, Topic(understanding, index), sentences_of)
    events = _events(grouped(on_topic), understanding, sentences_of)
    return tuple(sorted(islice(events, limit), key=_place))


_SentencesOf = Callable[[str], list[Sentence] | None]


def _on_topic(hits: Sequence[Hit], topic: Topic, sentences_of: _SentencesOf) -> Iterator[Hit]:
    for hit in hits:
        neighbours = [*_around(hit, sentences_of, -1, 0), *_around(hit, sentences_of, 1, 2)]
        if topic.share(hit.sentence, hit.article, neighbours) >= ON_TOPIC:
            yield hit


def _events(
    groups: Sequence[Sequence[Hit]], understanding: Understanding, sentences_of: _SentencesOf
) -> Iterator[Event]:
    for group in groups:
        hit = group[0]
        before = [sentence.text for sentence in reversed(_around(hit, sentences_of, -_BEFORE, 0))]
        if when := event_days(hit.sentence.text, hit.article.published, before):
            yield Event(*when, fact_of(group, understanding))


def _around(hit: Hit, sentences_of: _SentencesOf, start: int, end: int) -> list[Sentence]:
    """The sentences of a hit's article from so many places before or after it, the end not included."""
    position = hit.sentence.position
    return (sentences_of(hit.article.id) or [])[max(0, position + start) : max(0, position + end)]


def _place(event: Event) -> tuple[object, ...]:
    return event.first, event.last, event.fact.article.id, event.fact.sentence.position
