from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.evaluation.evaluating import evaluate
from knowledge.evaluation.marked import read_collection
from knowledge.evaluation.parts import PARTS, gained
from knowledge.search.weights import DEFAULT

OTHER_WORDS = Path(__file__).parents[1] / "gate" / "other_words"


def test_a_part_that_is_taken_out_changes_the_measures() -> None:
    collection = read_collection(OTHER_WORDS)
    whole = evaluate(collection).measures["nDCG@10"]
    assert gained(collection, whole, {}) == 0
    assert gained(collection, whole, PARTS["title and date"]) > 0.01


@pytest.mark.parametrize("part", PARTS)
def test_each_part_can_be_taken_out(part: str) -> None:
    assert replace(DEFAULT, **PARTS[part]) != DEFAULT
