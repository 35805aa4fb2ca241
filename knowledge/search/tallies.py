"""Who and what the articles name, and who is quoted in them, counted by publisher: arrays of a segment.

They are there to be suggested, so the beginning of each article is read alone: news names first who matters most, and
to read all would be the longest part of indexing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from knowledge.language.names import LONGEST_NAME, names_in
from knowledge.language.people.persons import people_in
from knowledge.language.speech.speeches import paragraph_starts, speech_in
from knowledge.mapped.arrays import Arrays
from knowledge.mapped.strings import pack
from knowledge.models import Record

_MOST_SENTENCES = 20
_LONGEST_SENTENCE = 2_000
"""Sentences read of one article, and characters of one that is read: no sentence of news has more."""

_Tally = Counter[tuple[str, int]]
"""How often a name comes with a publisher's number."""


def tallies(records: Sequence[Record], publishers: Mapping[str, int]) -> Arrays:
    """`named` and `quoted` with their counts, as `Segment` says; `publishers` are the numbers of those known."""
    named: _Tally = Counter()
    quoted: _Tally = Counter()
    for article, listed in records:
        sentences = listed[:_MOST_SENTENCES]
        texts = [sentence.text if len(sentence.text) <= _LONGEST_SENTENCE else "" for sentence in sentences]
        publisher = publishers.get(article.publisher or "", -1)
        people = people_in(texts)
        said = speech_in(texts, paragraph_starts(article.text, sentences), people)
        for name, count in names_in(texts, people).items():
            named[name, publisher] += count
        for speech in said:
            if speech.spans and len(speech.speaker.name) <= LONGEST_NAME:
                quoted[speech.speaker.name, publisher] += 1
    return {**_arrays("named", named), **_arrays("quoted", quoted)}


def _arrays(kind: str, tally: _Tally) -> Arrays:
    names = sorted({name.encode() for name, _ in tally})
    number = {name.decode(): place for place, name in enumerate(names)}
    rows = sorted((number[name], publisher, count) for (name, publisher), count in tally.items())
    packed, bounds = pack(names)
    return {kind: packed, f"{kind}_bounds": bounds, f"{kind}_counts": np.array(rows, np.int32).reshape(-1, 3)}
