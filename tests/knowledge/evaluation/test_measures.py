import math

import pytest

from knowledge.evaluation.measures import ndcg, recall, reciprocal_rank, separation, success

RELEVANT = {"a": 1, "b": 2}


@pytest.mark.parametrize(
    ("ranking", "expected"),
    [
        (["b", "a"], 1.0),
        (["x", "b"], (2 / math.log2(3)) / (2 + 1 / math.log2(3))),  # as trec_eval's ndcg_cut
        (["x", "y"], 0.0),
        ([], 0.0),
    ],
)
def test_ndcg(ranking: list[str], expected: float) -> None:
    assert ndcg(ranking, RELEVANT, 10) == pytest.approx(expected)


def test_a_right_one_below_the_depth_counts_for_nothing() -> None:
    ranking = ["x", "y", "a"]
    assert (success(ranking, RELEVANT, 2), success(ranking, RELEVANT, 3)) == (0, 1)
    assert (reciprocal_rank(ranking, RELEVANT, 2), reciprocal_rank(ranking, RELEVANT, 3)) == (0, 1 / 3)
    assert (recall(ranking, RELEVANT, 2), recall(ranking, RELEVANT, 3)) == (0, 0.5)


def test_separation_counts_pairs() -> None:
    assert separation([0.9, 0.4], [0.1, 0.4]) == (1 + 1 + 1 + 0.5) / 4
    assert separation([], [0.1]) is None
