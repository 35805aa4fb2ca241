"""Reads a folder in the form of BEIR (https://github.com/beir-cellar/beir).

`corpus.jsonl` has a row a sentence: `_id`, `title`, `text`, `metadata.article` and `metadata.position`, its place. The
sentences are taken as they are. A question without a line in `qrels/test.tsv` has no answer in the corpus.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from knowledge.errors import SourceError
from knowledge.evaluation.collection import Collection, Grades
from knowledge.models import Article, Record, Sentence

Row = Mapping[str, Any]


class _BadField(Exception):
    """A field of a row, by its name, that can't be used."""


def read_beir(directory: Path) -> Collection:
    """The collection in a folder. Raises SourceError for a file that is missing or not in its form."""
    by_article: dict[str, list[Row]] = defaultdict(list)
    for row in _rows(directory / "corpus.jsonl", ("_id", "text")):
        by_article[_article_of(row)].append(row)
    records: list[Record] = []
    names: dict[tuple[str, int], str] = {}
    for article_id, listed in by_article.items():
        listed.sort(key=_position_of)
        article, sentences = _record(article_id, listed)
        names |= {(article_id, sentence.start): row["_id"] for sentence, row in zip(sentences, listed, strict=True)}
        records.append((article, sentences))
    queries = {row["_id"]: row["text"] for row in _rows(directory / "queries.jsonl", ("_id", "text"))}
    return Collection(records, names, queries, _grades(directory / "qrels" / "test.tsv"))


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
