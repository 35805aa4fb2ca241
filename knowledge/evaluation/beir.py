"""Measures of the ranking over a folder in the form of BEIR (https://github.com/beir-cellar/beir).

`corpus.jsonl` has a row a sentence: `_id`, `title`, `text`, `metadata.article` and `metadata.position`, its place. The
sentences are taken as they are; all else, from terms to strength, is what a question in use goes through. A question
without a line in `qrels/test.tsv` has no answer in the corpus.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

from knowledge.answering.strength import strength
from knowledge.answering.understanding import understand
from knowledge.errors import SourceError
from knowledge.evaluation.measures import ndcg, recall, reciprocal_rank, separation, success
from knowledge.models import Article, Sentence
from knowledge.search.building import build
from knowledge.search.index import Hit, Index
from knowledge.search.segment import Segment

DEPTH = 100
"""How many sentences of each ranking are kept."""


class _BadField(Exception):
    """A field of a row, by its name, that can't be used."""


Grades = Mapping[str, Mapping[str, int]]
Row = Mapping[str, Any]


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


def evaluate(directory: Path, progress: Callable[[int, int | None], None] | None = None) -> Evaluation:
    """Ask all questions of a BEIR folder. Raises SourceError for a file that is missing or not in its form."""
    index, names = _index(_rows(directory / "corpus.jsonl", ("_id", "text")))
    queries = list(_rows(directory / "queries.jsonl", ("_id", "text")))
    grades = _grades(directory / "qrels" / "test.tsv")
    results: list[Result] = []
    for query in queries:
        results.append(_ask(query, index, names))
        if progress:
            progress(len(results), len(queries))
    answerable = [result for result in results if result.query_id in grades]
    unanswerable = [result for result in results if result.query_id not in grades]
    return Evaluation(results, _measures(answerable, unanswerable, grades), len(answerable), len(unanswerable))


def _ask(query: Row, index: Index, names: Mapping[tuple[str, int], str]) -> Result:
    understanding = understand(query["text"], index)
    hits = index.search(understanding.query, DEPTH)
    return Result(query["_id"], [(_name(hit, names), hit.score) for hit in hits], strength(understanding, hits, index))


def _name(hit: Hit, names: Mapping[tuple[str, int], str]) -> str:
    return names[hit.article.id, hit.sentence.start]


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


def _index(rows: Iterator[Row]) -> tuple[Index, dict[tuple[str, int], str]]:
    """An index over the rows, and the id of each sentence by its article and its start in it."""
    by_article: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_article[_article_of(row)].append(row)
    records: list[tuple[Article, list[Sentence]]] = []
    names: dict[tuple[str, int], str] = {}
    for article_id, listed in by_article.items():
        listed.sort(key=_position_of)
        article, sentences = _record(article_id, listed)
        names |= {(article_id, sentence.start): row["_id"] for sentence, row in zip(sentences, listed, strict=True)}
        records.append((article, sentences))
    return Index([Segment(build(records))] if records else []), names


def _record(article_id: str, rows: Sequence[Row]) -> tuple[Article, list[Sentence]]:
    sentences: list[Sentence] = []
    start = 0
    for row in rows:
        end = start + len(row["text"])
        sentences.append(Sentence(article_id, _position_of(row), start, end, row["text"]))
        start = end + 1
    text = "\n".join(row["text"] for row in rows)
    return Article(id=article_id, title=rows[0]["title"], text=text), sentences


def _article_of(row: Row) -> str:
    return str(row["metadata"].get("article", row["_id"]))


def _position_of(row: Row) -> int:
    return int(row["metadata"].get("position", 0))


def _rows(path: Path, needed: Sequence[str]) -> Iterator[Row]:
    with _opened(path).open(encoding="utf-8", errors="replace") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                yield _row(json.loads(line), needed)
            except _BadField as error:
                raise SourceError(str(path), "bad-field", line=number, field=str(error)) from error
            except (ValueError, KeyError, TypeError, RecursionError) as error:
                raise SourceError(str(path), "bad-json", line=number) from error


def _row(row: dict[str, Any], needed: Sequence[str]) -> Row:
    """A row with `title` and `metadata`, empty where they lack. Raises _BadField for a field that can't be used."""
    whole = {**row, "title": row.get("title") or "", "metadata": row.get("metadata") or {}}
    for name in (*needed, "title"):
        if not isinstance(whole[name], str):
            raise _BadField(name)
        whole[name] = whole[name].encode(errors="replace").decode()  # a lone surrogate can't be indexed
    if not isinstance(whole["metadata"], dict) or not isinstance(whole["metadata"].get("position", 0), int):
        raise _BadField("metadata")
    return whole


def _grades(path: Path) -> Grades:
    """Query id to sentence id to grade; lines with grade 0 are left out."""
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    with _opened(path).open(encoding="utf-8", newline="") as file:
        for number, line in enumerate(csv.reader(file, delimiter="\t"), start=1):
            if number == 1 or not line:
                continue
            try:
                query_id, name, grade = line
                if int(grade) > 0:
                    grades[query_id][name] = int(grade)
            except ValueError as error:
                raise SourceError(str(path), "bad-field", line=number, field="score") from error
    return dict(grades)


def _opened(path: Path) -> Path:
    if not path.is_file():
        raise SourceError(str(path), "missing")
    return path
