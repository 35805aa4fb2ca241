"""A segment whose numbers are not what was written never makes the kernel read beyond its arrays."""

from random import Random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.mapped.arrays import Arrays
from knowledge.reading.plain import sentences_of
from knowledge.reading.seeds import read_seeds
from knowledge.search.building import build
from knowledge.search.engines import fastest
from knowledge.search.query import Query
from knowledge.search.segment import Segment
from knowledge.search.weights import DEFAULT

TERMS = ("putin", "russia", "militari", "iraq", "said", "2014", "jet")
ARRAYS: list[Arrays] = []
_KERNELS_OWN = (
    "term_bounds",
    "term_sentences",
    "entry_bounds",
    "entry_article",
    "entry_count",
    "entry_best",
    "entry_parts",
    "entry_offset",
    "posting_place",
    "sentence_length",
    "sentence_position",
    "article_holds",
)
_NARROW = {"entry_article", "entry_count", "posting_place", "sentence_position"}
"""As wide as their largest number, which in a large segment is wider than here."""


def arrays() -> Arrays:
    if not ARRAYS:
        ARRAYS.append(build([(article, sentences_of(article)) for article in read_seeds()]))
    return ARRAYS[0]


@settings(max_examples=600)
@given(st.sampled_from(_KERNELS_OWN), st.booleans(), st.randoms(use_true_random=False))
def test_numbers_of_a_damaged_file(name: str, wide: bool, random: Random) -> None:
    whole = arrays()
    damaged = np.array(whole[name], np.uint32 if wide and name in _NARROW else None)
    noise = np.random.default_rng(random.getrandbits(32))
    content = damaged.reshape(-1).view(np.uint8)
    places = noise.integers(0, len(content), len(content) // noise.integers(4, 400) + 1)
    content[places] = noise.integers(0, 256, len(places), np.uint8)
    engine = fastest([Segment({**whole, name: damaged})], DEFAULT)
    found = engine.search([(1.0, {(term,): 1.5}) for term in TERMS], Query({}), 20)
    assert all(number < len(whole["sentence_length"]) for *_, number in found)
