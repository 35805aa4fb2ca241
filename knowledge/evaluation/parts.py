"""What each part of the ranking adds, as the table of docs/retrieval.md:

    python -m knowledge.evaluation.parts SET...

A set is a folder in the form of BEIR, a file of marked questions on the seeds, or a folder of them with their articles.
Each row takes one part out; the figures are what is lost without it, in nDCG@10.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from knowledge.evaluation.collection import Collection
from knowledge.evaluation.evaluating import evaluate
from knowledge.evaluation.marked import read_collection
from knowledge.evaluation.typos import with_typo
from knowledge.search.weights import DEFAULT

_KINDS = ("number", "date", "place", "person", "reason")
_MEASURES = ("money", "share", "duration", "age", "time")

PARTS: Mapping[str, Mapping[str, Any]] = {
    "length of the sentence": {"length_share": 0},
    "sentences around": {"neighbour_credits": {}, "leaning_credits": {}},
    "more of them where a sentence leans back": {"leaning_credits": {}},
    "first sentence of the article": {"lead_credit": 0},
    "title and date": {"title_credit": 0},
    "score of the article": {"article_share": 0},
    "place in the article": {"opening_bonus": 0},
    "what is asked for": {f"{kind}_factor": 1 for kind in _KINDS + _MEASURES},
    "the measure that is asked for": {f"{measure}_factor": 1 for measure in _MEASURES},
    "number of what is counted": {"counted_factor": 1},
    "words in the same form": {"same_form_bonus": 0},
    "derived words": {"derived_factor": 0},
    "synonyms": {"synonym_factor": 0},
    "other names and spellings": {"other_name_factor": 0, "stand_in_factor": 0},
    "names that stand in": {"stand_in_factor": 0},
    "weak words": {"weak_factor": 1, "chat_factor": 1},
}
"""The values of `Weights` that take a part out."""


def gained(collection: Collection, whole: float, changes: Mapping[str, Any]) -> float:
    """By how much nDCG@10 is lower without the part."""
    return whole - evaluate(collection, weights=replace(DEFAULT, **changes)).measures["nDCG@10"]


def table(sets: Mapping[str, Collection]) -> Iterator[str]:
    """The lines of the table over sets by name."""
    whole = {name: evaluate(collection).measures["nDCG@10"] for name, collection in sets.items()}
    yield _row("part", sets)
    yield "|---|" + "---|" * len(sets)
    yield _row("all of it", (f"{value:.3f}" for value in whole.values()))
    for part, changes in PARTS.items():
        gains = (gained(collection, whole[name], changes) for name, collection in sets.items())
        yield _row(part, (f"{gain:+.4f}" for gain in gains))
    typos = (evaluate(collection, asked_as=with_typo).measures["nDCG@10"] for collection in sets.values())
    lost = (typo - value for typo, value in zip(typos, whole.values(), strict=True))
    yield _row("with a typing error in each question", (f"{loss:+.4f}" for loss in lost))


def _row(name: str, cells: Iterable[str]) -> str:
    return f"| {name} | {' | '.join(cells)} |"


def main() -> None:
    """Print the table."""
    for line in table({Path(name).stem: read_collection(Path(name)) for name in sys.argv[1:]}):
        print(line, flush=True)


if __name__ == "__main__":
    main()
