"""Segments made one equal a segment that is made of their articles at once, array by array."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge import Article
from knowledge.mapped.arrays import Arrays
from knowledge.models import Record
from knowledge.reading.plain import sentences_of
from knowledge.reading.seeds import read_seeds
from knowledge.search.building import build
from knowledge.search.merging import Part, merge
from knowledge.search.segment import Segment
from knowledge.search.tiers import FULL, Size, to_merge

OTHERS = [
    Article(id="z", text='Putin met the leader in Ankara. "No," Putin said. He left for Ünal.', publisher="Ünal"),
    Article(id="y", text="The Leader of ankara met putin.", title="Ankara", publisher="Post"),
    Article(id="e", text="", title="Unheard-of headline"),
    Article(id="r", text="Сергей Лавров прибыл в Багдад. «Мы готовы», — сказал Лавров.", publisher="Пресса"),
]


@pytest.fixture(scope="module")
def records() -> Sequence[Record]:
    return [(article, sentences_of(article)) for article in (*read_seeds()[:3], *OTHERS)]


def part(records: Sequence[Record], gone: Sequence[Sequence[Record]]) -> Part:
    removed = [Segment(build(some)) for some in gone]
    return Segment(build(records), removed), removed


def assert_equal(one: Arrays, other: Arrays) -> None:
    assert one.keys() == other.keys()
    for name in one:
        assert (one[name].dtype, one[name].shape) == (other[name].dtype, other[name].shape), name
        assert np.array_equal(one[name], other[name]), name


@settings(max_examples=15)
@given(st.data())
def test_merging_equals_building(records: Sequence[Record], data: st.DataObject) -> None:
    cut = data.draw(st.integers(1, len(records) - 1))
    gone = data.draw(st.sets(st.sampled_from(range(len(records))), max_size=len(records) - 1))
    parts = [
        part(records[start:end], [[records[number]] for number in range(start, end) if number in gone])
        for start, end in ((0, cut), (cut, len(records)))
    ]
    kept = [record for number, record in enumerate(records) if number not in gone]
    assert_equal(merge(parts), build(kept))


def test_a_merge_of_what_was_merged(records: Sequence[Record]) -> None:
    first = Segment(merge([part(records[:2], [records[:1]]), part(records[2:4], [])]))
    assert_equal(merge([(first, []), part(records[4:], [])]), build(records[1:]))


@given(st.lists(st.integers(1, 500), min_size=1, max_size=300))
def test_segments_stay_few_and_no_sentence_is_lost(added: list[int]) -> None:
    sizes: list[int] = []
    for size in added:
        sizes.append(size)
        while chosen := to_merge([Size(live) for live in sizes]):
            assert len(chosen) > 1
            sizes = [live for place, live in enumerate(sizes) if place not in chosen] + [
                sum(sizes[place] for place in chosen)
            ]
    assert sum(sizes) == sum(added)
    assert len(sizes) <= 2 + np.log(sum(added)) / np.log(3)


def test_what_is_worn_is_written_anew_and_what_is_full_is_left() -> None:
    assert to_merge([Size(100), Size(1_000, 400)]) == [1]
    assert to_merge([Size(1_000, 200)]) == []
    assert to_merge([Size(FULL), Size(FULL), Size(10)]) == []
    assert to_merge([]) == []
