"""What is measured of one engine in a process of its own, so that no engine warms or crowds another.

python -m benchmarks.process ACTION ENGINE CORPUS INDEX RESULT
"""

from __future__ import annotations

import gc
import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil

from benchmarks.agreement import agreement
from benchmarks.corpus import Corpus
from benchmarks.engines import ENGINES, Searcher, engine
from benchmarks.questions import Question, read_questions

WARM_UP = 100
"""Questions that are asked before those that are measured, and are others: distinct ones, since we keep some answers'
parts for when they are asked again."""
_CHECKED = 40
"""Questions whose answers are held against an exhaustive search."""

Measured = dict[str, Any]


def main() -> None:
    """Do what is asked for, and write what was measured as JSON."""
    action, name, corpus, index, result = sys.argv[1:]
    actions = {"terms": _terms, "build": _build, "ask": _ask, "threads": _threads, "check": _check}
    measured = actions[action](name, Corpus(Path(corpus)), Path(index))
    Path(result).write_text(json.dumps(measured), encoding="utf-8")


def _terms(_: str, corpus: Corpus, __: Path) -> Measured:
    """Sentences and terms, which all peers are built on."""
    return _built(corpus.make_terms)


def _build(name: str, corpus: Corpus, index: Path) -> Measured:
    return _built(lambda: engine(name).build(corpus, index))


def _built(build: Callable[[], None]) -> Measured:
    """Seconds by the clock and of the processors, those of helping processes too."""
    began, began_cpu = time.perf_counter(), _cpu()
    build()
    return {"wall": time.perf_counter() - began, "cpu": _cpu() - began_cpu}


def _ask(name: str, corpus: Corpus, index: Path) -> Measured:
    """Open the index, ask one question, then others to warm up, then each question once."""
    questions = read_questions(corpus)
    chosen = engine(name)
    before = _memory()
    began = time.perf_counter()
    searcher = chosen.open(index)
    opened = time.perf_counter()
    searcher.search(searcher.prepared(questions[0]))
    first = time.perf_counter()
    measured = _asked(searcher, questions)
    memory = {**_memory(), "imports": before["resident"]}
    with_forms = (
        _asked(searcher, [replace(one, terms=one.forms) for one in questions]) if ENGINES[name].takes_terms else {}
    )
    forms = {f"forms {clock}": times for clock, times in with_forms.items()}
    return {"open": opened - began, "first": first - opened, **measured, **memory, **forms}


def _asked(searcher: Searcher, questions: Sequence[Question]) -> Measured:
    """The seconds of each question after those to warm up, by the clock and of the processor."""
    prepared = [searcher.prepared(question) for question in questions]
    for one in prepared[:WARM_UP]:
        searcher.search(one)
    gc.collect()
    wall, cpu = list[float](), list[float]()
    for one in prepared[WARM_UP:]:
        began, began_cpu = time.perf_counter(), time.thread_time()
        searcher.search(one)
        cpu.append(time.thread_time() - began_cpu)
        wall.append(time.perf_counter() - began)
    return {"wall": wall, "cpu": cpu}


def _threads(name: str, corpus: Corpus, index: Path) -> Measured:
    """Questions a second of one thread and of two, asked different ones."""
    searcher = engine(name).open(index)
    prepared = [searcher.prepared(question) for question in read_questions(corpus)]
    for one in prepared[:WARM_UP]:
        searcher.search(one)
    parts = prepared[WARM_UP::3], prepared[WARM_UP + 1 :: 3], prepared[WARM_UP + 2 :: 3]
    return {"one": _rate(searcher, parts[:1]), "two": _rate(searcher, parts[1:])}


def _rate(searcher: Searcher, parts: Sequence[Sequence[object]]) -> float:
    """Questions a second with a thread for each part."""

    def ask(part: Sequence[object]) -> None:
        for one in part:
            searcher.search(one)

    with ThreadPoolExecutor(len(parts)) as pool:
        began = time.perf_counter()
        list(pool.map(ask, parts))
        return sum(map(len, parts)) / (time.perf_counter() - began)


def _check(name: str, corpus: Corpus, index: Path) -> Measured:
    """How many answers agree with an exhaustive search."""
    searcher = engine(name).open(index)
    questions = read_questions(corpus)[:_CHECKED]
    answers = [searcher.best(searcher.search(searcher.prepared(question))) for question in questions]
    return {"agree": agreement(name, searcher, corpus, questions, answers), "of": len(questions)}


def _memory() -> dict[str, float]:
    """Megabytes: all that is resident, mapped pages counted, and what this process alone has."""
    full = psutil.Process().memory_full_info()
    return {"resident": full.rss / 2**20, "own": full.uss / 2**20}


def _cpu() -> float:
    used = (resource.getrusage(kind) for kind in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


if __name__ == "__main__":
    main()
