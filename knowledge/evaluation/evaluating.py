"""Measures of the ranking and of strength over a collection. Each question goes the way of one in use."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from knowledge.answering.strength import strength
from knowledge.answering.understanding import understand
from knowledge.evaluation.collection import Collection, Grades
from knowledge.evaluation.measures import ndcg, recall, reciprocal_rank, separation, success
from knowledge.search.index import Index
from knowledge.search.weights import DEFAULT, Weights

DEPTH = 100
"""How many sentences of each ranking are kept."""


@dataclass(frozen=True, slots=True)
class Result:
    """A question's ranking, best first, as ids and scores, and the strength of the answer."""

    query_id: str
    ranking: Sequence[tuple[str, float]]
    strength: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The results of all questions, in order, and their measures by name (means over the answerable questions)."""

    results: Sequence[Result]
    measures: Mapping[str, float]
    answerable: int
    unanswerable: int


def evaluate(
    collection: Collection,
    progress: Callable[[int, int | None], None] | None = None,
    *,
    weights: Weights = DEFAULT,
    asked_as: Callable[[str], str] = str,
) -> Evaluation:
    """Ask all questions of a collection, each as `asked_as` words it."""
    index = collection.index(weights)
    results: list[Result] = []
    for query_id, question in collection.queries.items():
        results.append(_ask(query_id, asked_as(question), index, collection))
        if progress:
            progress(len(results), len(collection.queries))
    answerable = [result for result in results if result.query_id in collection.grades]
    unanswerable = [result for result in results if result.query_id not in collection.grades]
    measures = _measures(answerable, unanswerable, collection.grades)
    return Evaluation(results, measures, len(answerable), len(unanswerable))


def _ask(query_id: str, question: str, index: Index, collection: Collection) -> Result:
    understanding = understand(question, index)
    hits = index.search(understanding.query, DEPTH)
    ranking = [(collection.name(hit), hit.score) for hit in hits]
    return Result(query_id, ranking, strength(understanding, hits, index))


def _measures(answerable: Sequence[Result], unanswerable: Sequence[Result], grades: Grades) -> dict[str, float]:
    pairs = [([name for name, _ in result.ranking], grades[result.query_id]) for result in answerable]
    if not pairs:
        return {}
    measures = {
        "nDCG@10": fmean(ndcg(*pair, 10) for pair in pairs),
        "S@1": fmean(success(*pair, 1) for pair in pairs),
        "S@3": fmean(success(*pair, 3) for pair in pairs),
        "RR@10": fmean(reciprocal_rank(*pair, 10) for pair in pairs),
        "R@100": fmean(recall(*pair, 100) for pair in pairs),
    }
    separated = separation([result.strength for result in answerable], [result.strength for result in unanswerable])
    return measures if separated is None else {**measures, "AUROC": separated}
