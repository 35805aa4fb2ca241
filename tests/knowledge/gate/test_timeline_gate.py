"""The gate for dates and the timeline: every sentence of the seeds was marked by reading, before the code was run.

`event` are the right days, several pairs where a reader may choose; `dates` are the dates that the sentence words.
Topics name a part of what their timeline must show, or nothing where the coverage has nothing on them.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from knowledge import Article
from knowledge.answering.timeline import timeline
from knowledge.language.dates.events import event_days
from knowledge.language.dates.in_text import dates_in
from knowledge.models import Event, Sentence
from knowledge.reading.plain import sentences_of
from knowledge.reading.seeds import read_seeds
from knowledge.search.index import Index
from tests.knowledge.gate.floors import FOLDER, hold, share

MARKS = FOLDER / "timeline.jsonl"

Days = tuple[str, str]
Texts = Mapping[tuple[str, str], Mapping[str, Any]]


@pytest.fixture(scope="module")
def marks() -> list[dict[str, Any]]:
    return [json.loads(line) for line in MARKS.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def seeds() -> list[tuple[Article, list[Sentence]]]:
    return [(article, sentences_of(article)) for article in read_seeds()]


@pytest.fixture(scope="module")
def marked(marks: list[dict[str, Any]]) -> Texts:
    return {(mark["article"], mark["sentence"]): mark for mark in marks if "sentence" in mark}


def days(found: Event) -> list[str]:
    return [found.first.isoformat(), found.last.isoformat()]


@pytest.fixture
def figures(
    marks: list[dict[str, Any]],
    marked: Texts,
    seeds: list[tuple[Article, list[Sentence]]],
    index_of: Callable[..., Index],
) -> dict[str, float]:
    index = index_of(seeds)
    topics = {mark["topic"]: mark["shows"] for mark in marks if "topic" in mark}
    shown = {topic: timeline(topic, index) for topic in topics}
    right = [
        days(event) in marked[event.fact.article.title, event.fact.sentence.text]["event"]
        for events in shown.values()
        for event in events
    ]
    wanted = [
        any(part in event.fact.sentence.text for event in shown[topic])
        for topic, parts in topics.items()
        for part in parts
    ]
    precision, recall = _expressions(marked, seeds)
    return {
        "dates in the text: precision": precision,
        "dates in the text: recall": recall,
        "right days, of all sentences that tell when": share(_each_sentence(marked, seeds)),
        "right days, of what timelines show": share(right),
        "wanted events shown": share(wanted),
        "silent on topics not covered": share([not shown[topic] for topic, parts in topics.items() if not parts]),
    }


def _expressions(marked: Texts, seeds: list[tuple[Article, list[Sentence]]]) -> tuple[float, float]:
    expected: set[tuple[str, str, str, str]] = set()
    found: set[tuple[str, str, str, str]] = set()
    for article, sentences in seeds:
        for text in [sentence.text for sentence in sentences]:
            expected |= {(text, words, first, last) for words, first, last in marked[article.title, text]["dates"]}
            found |= {
                (text, text[slice(*dated.span)], str(dated.first), str(dated.last))
                for dated in dates_in(text, article.published)
            }
    right = len(expected & found)
    return right / len(found), right / len(expected)


def _each_sentence(marked: Texts, seeds: list[tuple[Article, list[Sentence]]]) -> list[bool]:
    right = []
    for article, sentences in seeds:
        texts = [sentence.text for sentence in sentences]
        for place, text in enumerate(texts):
            if when := event_days(text, article.published, texts[max(0, place - 3) : place][::-1]):
                right.append([str(when.first), str(when.last)] in marked[article.title, text]["event"])
    return right


def test_every_sentence_of_the_seeds_is_marked(marked: Texts, seeds: list[tuple[Article, list[Sentence]]]) -> None:
    assert {(article.title, sentence.text) for article, sentences in seeds for sentence in sentences} == set(marked)
    assert sum(len(mark["dates"]) for mark in marked.values()) == 33
    for mark in marked.values():
        for first, last in mark["event"]:
            assert date.fromisoformat(first) <= date.fromisoformat(last)


def test_no_figure_of_the_timeline_is_lower_than_it_was(figures: dict[str, float]) -> None:
    hold("timeline", figures, MARKS)


def test_what_is_shown_has_the_right_days(figures: dict[str, float]) -> None:
    assert figures["right days, of what timelines show"] >= 0.95
