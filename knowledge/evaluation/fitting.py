"""Fits the strength of answers on questions with and without an answer, and prints what to write into the code:

    python -m knowledge.evaluation.fitting QUESTIONS.jsonl...

A line of a file has `question` and `answer_contains`: parts of the right sentences of the seed articles, none where no
sentence answers.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from knowledge.answering.strength import Evidence, evidence
from knowledge.answering.understanding import understand
from knowledge.evaluation.measures import separation
from knowledge.reading.plain import sentences_of
from knowledge.reading.seeds import read_seeds
from knowledge.search.building import build
from knowledge.search.index import Index
from knowledge.search.segment import Segment


def cases(paths: list[Path]) -> Iterator[tuple[Evidence, bool]]:
    """The evidence for each question, and whether it can be answered; what matches nothing needs no fitting."""
    index = Index([Segment(build([(article, sentences_of(article)) for article in read_seeds()]))])
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row: dict[str, Any] = json.loads(line)
            understanding = understand(row["question"], index)
            if hits := index.search(understanding.query, 1):
                yield evidence(understanding, hits, index), bool(row["answer_contains"])


def main() -> None:
    """Print weights and intercept, how well they separate questions that they weren't fitted on, and the threshold."""
    found = list(cases([Path(name) for name in sys.argv[1:]]))
    values, answerable = np.array([value for value, _ in found]), np.array([kind for _, kind in found])
    model = LogisticRegression(C=0.5, class_weight="balanced").fit(values, answerable)
    folds = StratifiedKFold(8, shuffle=True, random_state=0)
    held_out = cross_val_predict(model, values, answerable, cv=folds, method="predict_proba")[:, 1]
    print(Evidence(*np.round(model.coef_[0], 2).tolist()), "intercept", round(float(model.intercept_[0]), 2))
    print("separation, held out:", separation(held_out[answerable].tolist(), held_out[~answerable].tolist()))
    for tenth in range(1, 10):
        kept, wrong = (held_out[answerable] >= tenth / 10).mean(), (held_out[~answerable] >= tenth / 10).mean()
        print(f"threshold {tenth / 10}: answered {kept:.2f} of the answerable, {wrong:.2f} of the others")


if __name__ == "__main__":
    main()
