"""Each engine at each size, in processes of its own, as often as is asked for."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median
from typing import Any

from benchmarks.corpus import Corpus, made_up, of_file
from benchmarks.engines import ENGINES, folder_size, is_there, ours
from benchmarks.importing import watched
from benchmarks.process import WARM_UP
from benchmarks.questions import make_questions, read_questions

_ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in ("RAYON", "OMP", "NUMBA", "OPENBLAS", "MKL")}
_CHECKED_SIZE = 200_000
"""Sentences up to which peers' answers are held against an exhaustive search, which takes long in Python."""

Run = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be compared; `file` holds sentences of the user's own."""

    sizes: Sequence[int]
    engines: Sequence[str]
    questions: int
    runs: int
    seed: int
    place: Path
    file: Path | None = None


def compare(plan: Plan) -> Iterator[tuple[int, dict[str, Any]]]:
    """For each size what was measured, in the order of the sizes."""
    for size in plan.sizes:
        corpus = of_file(plan.place, plan.file, size) if plan.file else made_up(plan.place, size, plan.seed)
        yield size, _compared(plan, size, corpus)


def _compared(plan: Plan, size: int, corpus: Corpus) -> dict[str, Any]:
    names = [name for name in plan.engines if is_there(name) and size <= ENGINES[name].most]
    engines: dict[str, Any] = {name: {"runs": []} for name in names}
    for number in range(plan.runs):
        terms = _measured("terms", "-", corpus, corpus.folder)
        if number == 0:
            make_questions(corpus, WARM_UP + plan.questions, plan.seed)
        for name in names:
            _tell(f"{size:,} sentences, run {number + 1} of {plan.runs}: {name}")
            engines[name]["runs"].append(_run(name, corpus, terms))
            if number == plan.runs - 1:
                engines[name] |= _looked_at(name, corpus, size)
    for folder in corpus.folder.glob("index*"):
        shutil.rmtree(folder)
    return {**_described(corpus), "engines": engines}


def _described(corpus: Corpus) -> dict[str, Any]:
    """How much text there is, and how much of it the questions touch."""
    postings = [question.postings for question in read_questions(corpus)[WARM_UP:]]
    return {
        "sentences": sum(1 for _ in corpus.terms()),
        "articles": sum(1 for _ in corpus.articles()),
        "questions": len(postings),
        "postings": {"mean": mean(postings), "median": median(postings)},
    }


def _run(name: str, corpus: Corpus, terms: Run) -> Run:
    """Build, unless the index is another's, and ask."""
    index = _index(name, corpus)
    built = None
    if not ENGINES[name].index_of:
        shutil.rmtree(index, ignore_errors=True)
        index.mkdir()
        built = _measured("build", name, corpus, index)
    asked = _measured("ask", name, corpus, index)
    return {
        "terms": terms if ENGINES[name].takes_terms else None,
        "build": built,
        "ask": asked,
        "disk": folder_size(index),
        "searched": None if ENGINES[name].takes_terms else ours.searched_size(index),
    }


def _looked_at(name: str, corpus: Corpus, size: int) -> dict[str, Any]:
    """What is looked at once: whether answers are right, and what a second thread brings."""
    index, known = _index(name, corpus), ENGINES[name]
    found: dict[str, Any] = {}
    if known.is_checked and (size <= _CHECKED_SIZE or not known.takes_terms):
        found["check"] = _measured("check", name, corpus, index)
    if not known.takes_terms:
        found["threads"] = _measured("threads", name, corpus, index)
    return found


def _index(name: str, corpus: Corpus) -> Path:
    return corpus.folder / f"index of {ENGINES[name].index_of or name}"


def _measured(action: str, name: str, corpus: Corpus, index: Path) -> Run:
    """What a process of its own measured, with the most megabytes that it had."""
    result = corpus.folder / "result.json"
    command = [sys.executable, "-m", "benchmarks.process", action, name, str(corpus.folder), str(index), str(result)]
    with subprocess.Popen(command, env={**os.environ, **_ONE_THREAD}) as process, watched(process.pid) as most:  # noqa: S603
        if process.wait():
            raise SystemExit(f"{name} failed")
    return {**json.loads(result.read_text(encoding="utf-8")), "peak": most[0] / 2**20}


def _tell(what: str) -> None:
    print(what, file=sys.stderr, flush=True)
