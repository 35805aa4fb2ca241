"""Fits the strength of answers on questions with and without an answer, and prints what to write into the code:

    python -m knowledge.evaluation.fitting SET...

A set is a folder in the form of BEIR, a file of marked questions on the seeds, or a folder of them with their articles.
To each some questions of sets on other articles are put as well: people ask of anything.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from knowledge.answering.strength import Evidence, evidence
from knowledge.answering.understanding import understand
from knowledge.evaluation.collection import Collection
from knowledge.evaluation.marked import read_collection
from knowledge.evaluation.measures import separation

_FOLDS = 8
_STRANGERS = 40
"""Questions of sets on other articles that are put to each."""
_REGULARISATION = 0.3
"""scikit-learn's C, for evidence scaled to a deviation of 1: few questions, so the weights are kept small."""


class Case(NamedTuple):
    """A question: its evidence, whether it can be answered, and whether the first sentence is right."""

    evidence: Evidence
    answerable: bool
    right: bool


class Fit(NamedTuple):
    """Weights and intercept, and the strengths (n,) that held-out questions get."""

    weights: Evidence
    intercept: float
    held_out: NDArray[np.float64]


def cases(collection: Collection, strangers: Iterable[str] = ()) -> Iterator[Case]:
    """The cases of a collection, and of questions that it has nothing on; what matches nothing needs no fit."""
    index = collection.index()
    for query_id, question in [*collection.queries.items(), *(("", stranger) for stranger in strangers)]:
        understanding = understand(question, index)
        hits = index.search(understanding.query, 1)
        if hits and understanding.telling:
            grades = collection.grades.get(query_id, {})
            yield Case(evidence(understanding, hits, index), bool(grades), collection.name(hits[0]) in grades)


def all_cases(collections: Sequence[Collection]) -> Iterator[Case]:
    """The cases of all collections, strangers included, the same ones each time."""
    draw = Random(0)  # noqa: S311 - nothing secret
    for collection in collections:
        others = [other for other in collections if other.names.keys() != collection.names.keys()]
        questions = [question for other in others for question in other.queries.values()]
        yield from cases(collection, draw.sample(questions, min(_STRANGERS, len(questions))))


def fit(found: Sequence[Case]) -> Fit:
    """The weights that tell answerable questions from others, scaled so that a strength is the share of right answers.

    The scale is that of Platt (1999), "Probabilistic outputs for support vector machines": a logistic regression of
    whether the first sentence is right on what questions get that were held out from the fit.
    """
    values = np.array([case.evidence for case in found])
    answerable = np.array([case.answerable for case in found])
    right = np.array([case.right for case in found])
    deviations = values.std(axis=0)
    scaled = values / np.where(deviations, deviations, 1)
    model = LogisticRegression(C=_REGULARISATION, class_weight="balanced", max_iter=1000)
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=0)
    sums = cross_val_predict(model, scaled, answerable, cv=folds, method="decision_function")
    scale = LogisticRegression(C=1e6).fit(sums[:, None], right)
    slope, shift = float(scale.coef_[0, 0]), float(scale.intercept_[0])
    model.fit(scaled, answerable)
    weights = model.coef_[0] / np.where(deviations, deviations, 1) * slope
    held_out = 1 / (1 + np.exp(-slope * sums - shift))
    return Fit(Evidence(*np.round(weights, 2).tolist()), round(float(model.intercept_[0]) * slope + shift, 2), held_out)


def reliability(found: Sequence[Case], held_out: NDArray[np.float64]) -> Iterator[tuple[float, int, float]]:
    """For each tenth of strength that questions have: where it begins, their number, the share whose first is right."""
    right = np.array([case.right for case in found])
    for tenth in range(10):
        inside = np.floor(held_out * 10).astype(int) == tenth
        if inside.any():
            yield tenth / 10, int(inside.sum()), float(right[inside].mean())


def report(found: Sequence[Case], fitted: Fit) -> Iterator[str]:
    """How well questions that it wasn't fitted on are told apart, as lines."""
    answerable = np.array([case.answerable for case in found])
    kept, others = fitted.held_out[answerable], fitted.held_out[~answerable]
    separated = separation(kept.tolist(), others.tolist())
    yield f"{len(found)} questions, {len(kept)} of them answerable, held out in {_FOLDS} folds; AUROC {separated:.3f}."
    yield ""
    yield "| threshold | answered, of the answerable | answered, of the others |"
    yield "|---|---|---|"
    for tenth in range(1, 8):
        threshold = tenth / 10
        yield f"| {threshold} | {(kept >= threshold).mean():.2f} | {(others >= threshold).mean():.2f} |"
    yield ""
    yield "| strength | questions | first sentence right |"
    yield "|---|---|---|"
    for low, number, share in reliability(found, fitted.held_out):
        yield f"| {low:.1f} to {low + 0.1:.1f} | {number} | {share:.2f} |"


def main() -> None:
    """Print weights and intercept, and how well they do on questions that they weren't fitted on."""
    found = list(all_cases([read_collection(Path(name)) for name in sys.argv[1:]]))
    fitted = fit(found)
    print(fitted.weights, "intercept", fitted.intercept)
    print("\n".join(report(found, fitted)))


if __name__ == "__main__":
    main()
