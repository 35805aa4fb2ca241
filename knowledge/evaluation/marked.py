"""Reads marked questions on the seeds or on articles of their own.

A line of questions has `question` and `answer_contains`: parts of the right sentences, none where no sentence answers.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from knowledge.evaluation.beir import read_beir
from knowledge.evaluation.collection import Collection
from knowledge.models import Article
from knowledge.reading.files import read_file
from knowledge.reading.plain import sentences_of
from knowledge.reading.seeds import read_seeds


def read_collection(path: Path) -> Collection:
    """A file of questions on the seeds; a folder of them with their `articles.jsonl`; or a folder in the form of BEIR.

    Raises SourceError for a file that is missing or not in its form.
    """
    if path.is_file():
        return read_marked(path, read_seeds())
    if (path / "articles.jsonl").is_file():
        read = read_file(path / "articles.jsonl")
        return read_marked(path / "questions.jsonl", [article for article in read if isinstance(article, Article)])
    return read_beir(path)


def read_marked(questions: Path, articles: Sequence[Article]) -> Collection:
    """The questions of a file on the articles."""
    records = [(article, sentences_of(article)) for article in articles]
    texts = {f"{s.article_id}-{s.position}": s.text for _, sentences in records for s in sentences}
    rows: list[dict[str, Any]] = [json.loads(line) for line in questions.read_text(encoding="utf-8").splitlines()]
    grades = {
        row["id"]: {name: 1 for name, text in texts.items() if any(part in text for part in row["answer_contains"])}
        for row in rows
        if row["answer_contains"]
    }
    return Collection(
        records,
        {(s.article_id, s.start): f"{s.article_id}-{s.position}" for _, sentences in records for s in sentences},
        {row["id"]: row["question"] for row in rows},
        grades,
    )
