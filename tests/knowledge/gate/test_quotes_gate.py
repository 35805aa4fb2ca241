"""The gate for quotes: every sentence of the seeds in which somebody is quoted, or what they say is reported, was
marked by reading, before the code was run. Without a limit, over all speakers marked and people named."""

import json
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from knowledge.answering.quotes import quotes
from knowledge.language.people.persons import people_in
from knowledge.language.speech.speeches import speech_in
from knowledge.models import Record
from knowledge.reading.plain import sentences_of
from knowledge.reading.seeds import read_seeds
from knowledge.search.index import Index
from tests.knowledge.gate.floors import FOLDER, hold

MARKS = FOLDER / "quotes.jsonl"

Said = set[tuple[str, str, str]]
"""Article, sentence and speaker."""


@pytest.fixture(scope="module")
def marks() -> list[dict[str, Any]]:
    return [json.loads(line) for line in MARKS.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def seeds() -> list[Record]:
    return [(article, sentences_of(article)) for article in read_seeds()]


@pytest.fixture
def figures(marks: list[dict[str, Any]], seeds: list[Record]) -> dict[str, float]:
    found: dict[bool, Said] = {True: set(), False: set()}
    words: dict[tuple[str, str, str], list[str]] = {}
    for article, sentences in seeds:
        for speech in speech_in([sentence.text for sentence in sentences]):
            text = sentences[speech.position].text
            said = article.title, text, speech.speaker.name
            found[not speech.spans].add(said)
            words[said] = [text[start:end] for start, end in speech.spans]
    marked: dict[bool, Said] = {
        kind: {(mark["article"], mark["sentence"], mark["speaker"]) for mark in marks if mark["reported"] is kind}
        for kind in (True, False)
    }
    found[True] -= marked[False]  # a sentence with a quotation is marked for that alone
    verbatim = [words.get((m["article"], m["sentence"], m["speaker"])) == m["quoted"] for m in marks if m["quoted"]]
    return {
        "quoted: precision": len(found[False] & marked[False]) / len(found[False]),
        "quoted: recall": len(found[False] & marked[False]) / len(marked[False]),
        "quoted: the very words": sum(verbatim) / len(verbatim),
        "reported: precision": len(found[True] & marked[True]) / len(found[True]),
        "reported: recall": len(found[True] & marked[True]) / len(marked[True]),
    }


def test_the_marks_are_in_the_seeds(marks: list[dict[str, Any]], seeds: list[Record]) -> None:
    sentences = {(article.title, sentence.text) for article, listed in seeds for sentence in listed}
    for mark in marks:
        assert (mark["article"], mark["sentence"]) in sentences
        assert all(words in mark["sentence"] for words in mark["quoted"])
        assert bool(mark["quoted"]) is not mark["reported"]


def test_no_figure_of_the_quotes_is_lower_than_it_was(figures: dict[str, float]) -> None:
    hold("quotes", figures, MARKS)


def test_what_is_wanted_of_quotes(figures: dict[str, float]) -> None:
    assert figures["quoted: precision"] >= 0.95
    assert figures["quoted: recall"] >= 0.85


def quoted(parts: Iterable[str]) -> str:
    """What is quoted, without the mark at its end: of the same words only the first sentence is given."""
    return " … ".join(parts).rstrip(",.")


def test_each_speaker_is_found_by_name(
    marks: list[dict[str, Any]], seeds: list[Record], index_of: Callable[..., Index]
) -> None:
    index = index_of(seeds)
    for speaker in {mark["speaker"] for mark in marks if mark["quoted"]}:
        listed = quotes(speaker, None, index, limit=100)
        found = {quoted(quote.sentence.text[start:end] for start, end in quote.spans) for quote in listed}
        assert {quoted(mark["quoted"]) for mark in marks if mark["quoted"] and mark["speaker"] == speaker} <= found


def test_people_who_say_nothing_are_quoted_with_nothing(
    marks: list[dict[str, Any]], seeds: list[Record], index_of: Callable[..., Index]
) -> None:
    index = index_of(seeds)
    speakers = {mark["speaker"].split()[-1].removeprefix("al-") for mark in marks if mark["quoted"]}
    for _, sentences in seeds:
        for person in people_in([sentence.text for sentence in sentences]).persons:
            if person.surname not in {speaker.lower() for speaker in speakers}:
                assert quotes(person.name, None, index) == ()
